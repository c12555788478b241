import type { XmlAttribute, XmlElement } from '../xml-element.js';
import { Homes } from './homes.js';

/** A name of the language. */
interface Name {
  readonly name: string;
  readonly namespace: string;
}

/** The namespace that a renamed element is in, and the one that it is meant to be in with all that is in it. */
interface Moved {
  readonly from: string;
  readonly to: string;
}

/** A document with more faults than this is not what was meant. */
const MOST = 10_000;

/**
 * What a document means where its structure is at fault: what is misspelt or in a wrong namespace under its right name,
 * and what may not stand where it does in the place where it belongs, or left out.
 */
export class Meanings {
  readonly #elements = new Map<XmlElement, Name | undefined>();
  readonly #attributes = new Map<XmlAttribute, XmlAttribute>();
  readonly #homes = new Homes();
  /** What elements have besides their own children: those that belong to them. */
  readonly #gained = new Map<XmlElement, XmlElement[]>();
  /** Of those, the ones that needed another element around them. */
  readonly #wrapped = new Map<XmlElement, XmlElement[]>();

  /** Keeps that an element stands for one of another name or namespace, or for nothing. */
  ofElement(element: XmlElement, meant: Name | undefined): void {
    if (this.#elements.size < MOST) this.#elements.set(element, meant);
  }

  /**
   * Keeps that an element may not be where it is.
   *
   * @param around what it is in, outermost first
   */
  ofMisplaced(element: XmlElement, around: readonly XmlElement[]): void {
    this.ofElement(element, undefined);
    const home = this.#elements.has(element) ? this.#homes.of(element, around) : undefined;
    if (home === undefined) return;
    const gained = this.#gained.get(home.parent) ?? [];
    this.#gained.set(home.parent, gained);
    if (home.wrapper === undefined) gained.push(element);
    else this.#wrap(element, home.parent, home.wrapper, gained);
  }

  #wrap(element: XmlElement, parent: XmlElement, { name, namespace }: Name, gained: XmlElement[]): void {
    const children = this.#wrapped.get(parent) ?? [];
    if (children.length === 0) gained.push({ ...element, name, namespace, attributes: [], children });
    children.push(element);
    this.#wrapped.set(parent, children);
  }

  /** Keeps that an attribute stands for one of a name, in no namespace, and of a value. */
  ofAttribute(attribute: XmlAttribute, name: string, value = attribute.value): void {
    const meant = { ...attribute, name, namespace: '', value };
    if (this.#attributes.size < MOST) this.#attributes.set(attribute, meant);
  }

  /** A document as it is meant, everything at its place; the very same where nothing in it has another meaning. */
  asMeant(root: XmlElement): XmlElement {
    if (this.#elements.size === 0 && this.#attributes.size === 0) return root;
    return this.#meant(root, undefined) ?? root;
  }

  /** The depth of a document is bounded. */
  #meant(element: XmlElement, around: Moved | undefined): XmlElement | undefined {
    const meant = this.#elements.has(element) ? this.#elements.get(element) : element;
    if (meant === undefined) return undefined;
    const moved = meant === element ? around : { from: element.namespace, to: meant.namespace };
    const namespace = element.namespace === moved?.from ? moved.to : element.namespace;
    const own = mapped(element.children, (child) => this.#meant(child, moved));
    const gained = this.#gained.get(element);
    const children = gained === undefined ? own : [...own, ...gained];
    const attributes = mapped(
      element.attributes,
      (attribute) => this.#attributes.get(attribute) ?? attribute,
    );
    const isSame =
      meant.name === element.name &&
      namespace === element.namespace &&
      children === element.children &&
      attributes === element.attributes;
    return isSame ? element : { ...element, name: meant.name, namespace, children, attributes };
  }
}

/** The results that are something; the very same list where all are what they come from. */
function mapped<T>(all: readonly T[], map: (one: T) => T | undefined): readonly T[] {
  let isSame = true;
  const found: T[] = [];
  for (const one of all) {
    const result = map(one);
    if (result !== one) isSame = false;
    if (result !== undefined) found.push(result);
  }
  return isSame ? all : found;
}
