import type { Position } from './model.js';

/** An attribute of a start tag. Namespace declarations are none. Its position is that of its name. */
export interface XmlAttribute extends Position {
  /** The local name, without prefix. */
  readonly name: string;
  /** The namespace; empty for an attribute without prefix, as all of CSDL's own are. */
  readonly namespace: string;
  /** Normalised as XML 1.0, section 3.3.3 says: references replaced, tabs and line ends turned into blanks. */
  readonly value: string;
}

/** An element of an XML document. Its position is that of the `<` of its start tag. */
export interface XmlElement extends Position {
  /** The local name, without prefix. */
  readonly name: string;
  /** The namespace; empty when the element is in none. */
  readonly namespace: string;
  /** In document order. */
  readonly attributes: readonly XmlAttribute[];
  /** Child elements in document order; comments and processing instructions are left out. */
  readonly children: readonly XmlElement[];
  /** The character data directly inside, CDATA included; blanks between child elements are left out. */
  readonly text: string;
  /** Where that text begins; absent when there is none but blanks. */
  readonly textPosition: Position | undefined;
}

/** The value of an attribute without namespace, or nothing when the element does not have it. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.namespace === '') return attribute.value;
  }
  return undefined;
}

/** True for an attribute without namespace whose value is `true`. */
export function isTrue(element: XmlElement, name: string): boolean {
  return attributeOf(element, name) === 'true';
}

/** The position alone, without the element. */
export function positionOf({ line, column }: Position): Position {
  return { line, column };
}
