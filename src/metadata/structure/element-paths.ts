import { shorten } from '../quote.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import { LANGUAGE } from './language.js';

/** The elements that a path leaves out: whatever is in a Schema is named from there. */
const UNNAMED: ReadonlySet<string> = new Set(['Edmx', 'DataServices']);

/**
 * Names elements by their paths: `Schema[ns]/EntityType[T]/Property[P]`. Siblings of the same name are numbered from
 * the second on, so that no two elements of a document have one path.
 */
export class ElementPaths {
  readonly #steps = new WeakMap<XmlElement, ReadonlyMap<XmlElement, string>>();

  /** The path of the last of some elements, each of which is the parent of the next. */
  of(elements: readonly XmlElement[]): string {
    const from = elements.findIndex(({ name }) => name === 'Schema');
    const steps = elements.map((element, index) => this.#step(element, elements[index - 1]));
    return steps.slice(isInSchema(elements, from) ? from : 0).join('/');
  }

  #step(element: XmlElement, parent: XmlElement | undefined): string {
    if (parent === undefined) return stepOf(element);
    let steps = this.#steps.get(parent);
    if (steps === undefined) {
      steps = stepsOf(parent.children);
      this.#steps.set(parent, steps);
    }
    return steps.get(element) ?? stepOf(element);
  }
}

function isInSchema(elements: readonly XmlElement[], at: number): boolean {
  return at >= 0 && elements.slice(0, at).every(({ name }) => UNNAMED.has(name));
}

function stepsOf(children: readonly XmlElement[]): ReadonlyMap<XmlElement, string> {
  const counts = new Map<string, number>();
  const steps = new Map<XmlElement, string>();
  for (const child of children) {
    const step = stepOf(child);
    const count = (counts.get(step) ?? 0) + 1;
    counts.set(step, count);
    steps.set(child, count === 1 ? step : `${step}[${count}]`);
  }
  return steps;
}

function stepOf(element: XmlElement): string {
  const identity = identityOf(element);
  return identity === undefined ? shorten(element.name) : `${shorten(element.name)}[${identity}]`;
}

/** What tells an element from others of its name: its Name, the namespace of a schema, the term of an annotation. */
export function identityOf(element: XmlElement): string | undefined {
  const definition = LANGUAGE.get(element.name);
  if (definition === undefined) return identity(element, 'Name') ?? identity(element, 'Namespace');
  const { identifiedBy } = definition.rule;
  const qualifier = identifiedBy === 'Term' ? attributeOf(element, 'Qualifier') : undefined;
  const own = identifiedBy === undefined ? undefined : identity(element, identifiedBy);
  return own === undefined || qualifier === undefined ? own : `${own}#${shorten(qualifier)}`;
}

function identity(element: XmlElement, attribute: string): string | undefined {
  const value = attributeOf(element, attribute);
  return value === undefined ? undefined : shorten(value);
}
