import type { XmlAttribute, XmlElement } from '../xml-element.js';

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
const MOST = 100_000;

/**
 * What a document means where its structure is at fault: what is misspelt or in a wrong namespace under its right name,
 * and what may not stand where it does left out.
 */
export class Meanings {
  readonly #elements = new Map<XmlElement, Name | undefined>();
  readonly #attributes = new Map<XmlAttribute, XmlAttribute>();

  /** Keeps that an element stands for one of another name or namespace, or for nothing. */
  ofElement(element: XmlElement, meant: Name | undefined): void {
    if (this.#elements.size < MOST) this.#elements.set(element, meant);
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
    const children = mapped(element.children, (child) => this.#meant(child, moved));
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
