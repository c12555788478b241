import { shorten } from '../../core/shorten.js';
import { attributeOf, type XmlElement } from '../xml-element.js';
import { LANGUAGE } from './language.js';

/** The elements that a path leaves out: whatever is in a Schema is named from there. */
const UNNAMED: ReadonlySet<string> = new Set(['Edmx', 'DataServices']);

/**
 * Names elements by their paths: `Schema[ns]/EntityType[T]/Property[P]`. Siblings of the same name are numbered from
 * the second on, so that no two elements of a document have one path.
 */
export class ElementPaths {
  readonly #steps = new WeakMap<XmlElement, string>();
  readonly #siblings = new WeakMap<XmlElement, Siblings>();

  /** The path of the last of some elements, each of which is the parent of the next. */
  of(elements: readonly XmlElement[]): string {
    const from = elements.findIndex(({ name }) => name === 'Schema');
    const steps = elements.map((element, index) => this.#step(element, elements[index - 1]));
    return steps.slice(isInSchema(elements, from) ? from : 0).join('/');
  }

  #step(element: XmlElement, parent: XmlElement | undefined): string {
    const known = this.#steps.get(element);
    if (known !== undefined) return known;
    const step = parent === undefined ? stepOf(element) : this.#among(parent.children, parent).step(element);
    this.#steps.set(element, step);
    return step;
  }

  #among(children: readonly XmlElement[], parent: XmlElement): Siblings {
    const siblings = this.#siblings.get(parent) ?? new Siblings(children);
    this.#siblings.set(parent, siblings);
    return siblings;
  }
}

/** Numbers the children of one element. Asked in their order, it takes one pass over them. */
class Siblings {
  readonly #children: readonly XmlElement[];
  #counts = new Map<string, number>();
  #next = 0;

  constructor(children: readonly XmlElement[]) {
    this.#children = children;
  }

  step(child: XmlElement): string {
    if (!this.#goTo(child)) {
      this.#next = 0;
      this.#counts = new Map();
      this.#goTo(child);
    }
    const step = stepOf(child);
    const count = (this.#counts.get(step) ?? 0) + 1;
    return count === 1 ? step : `${step}[${count}]`;
  }

  /** Counts the children from the last one asked for up to this one. False when it does not come behind that. */
  #goTo(child: XmlElement): boolean {
    for (; this.#next < this.#children.length; this.#next++) {
      const sibling = this.#children[this.#next];
      if (sibling === child) return true;
      if (sibling !== undefined) this.#count(stepOf(sibling));
    }
    return false;
  }

  #count(step: string): void {
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1);
  }
}

function isInSchema(elements: readonly XmlElement[], at: number): boolean {
  return at >= 0 && elements.slice(0, at).every(({ name }) => UNNAMED.has(name));
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
