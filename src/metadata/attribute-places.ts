import type { Position } from './model.js';
import { positionOf, type XmlElement } from './xml-element.js';

/** Finds where the attributes of elements stand. The model keeps the places of elements only: faults are few. */
export class AttributePlaces {
  readonly #root: XmlElement;
  #elements: ReadonlyMap<string, XmlElement> | undefined;

  constructor(root: XmlElement) {
    this.#root = root;
  }

  /** The place of an attribute of the element that starts there; that of the element where it lacks the attribute. */
  of(element: Position, attribute: string): Position {
    this.#elements ??= elementsByPlace(this.#root);
    const found = this.#elements
      .get(keyOf(element))
      ?.attributes.find(({ name, namespace }) => name === attribute && namespace === '');
    return positionOf(found ?? element);
  }
}

function elementsByPlace(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const elements = new Map<string, XmlElement>();
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    elements.set(keyOf(element), element);
    for (const child of element.children) open.push(child);
  }
  return elements;
}

function keyOf({ line, column }: Position): string {
  return `${line}:${column}`;
}
