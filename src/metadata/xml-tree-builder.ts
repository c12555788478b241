import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import type { Position } from './model.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const NONE: readonly never[] = Object.freeze([]);

/** An element that is read but not yet closed. */
export interface OpenElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly line: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Building extends OpenElement {
  readonly element: Mutable<XmlElement>;
  readonly children: XmlElement[];
}

/** Puts elements together in the order in which a parser tells of them. */
export class XmlTreeBuilder {
  readonly #open: Building[] = [];
  #root: XmlElement | undefined;

  /** The root element; complete once nothing is open. */
  get root(): XmlElement | undefined {
    return this.#root;
  }

  /** The elements that are open now, outermost first. */
  get open(): readonly OpenElement[] {
    return this.#open;
  }

  openElement(
    { name, local, uri }: SaxesTagNS,
    attributes: readonly SaxesAttributeNS[],
    { line, column }: Position,
  ): void {
    const element = {
      name: local,
      namespace: uri,
      attributes: attributesOf(attributes),
      children: NONE,
      text: '',
      line,
      column,
    };
    this.#adopt(element);
    this.#root ??= element;
    this.#open.push({ name, line, element, children: [] });
  }

  closeElement(): OpenElement | undefined {
    const closed = this.#open.pop();
    if (closed !== undefined && closed.children.length > 0) closed.element.children = closed.children;
    return closed;
  }

  /** Adds text to the open element. True when it came to what was there before. */
  addText(text: string): boolean {
    const parent = this.#open.at(-1);
    if (parent === undefined || (parent.children.length > 0 && isBlank(text))) return false;
    const { element } = parent;
    const isContinued = element.text !== '';
    element.text += text;
    return isContinued;
  }

  #adopt(child: XmlElement): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    if (parent.children.length === 0 && isBlank(parent.element.text)) parent.element.text = '';
    parent.children.push(child);
  }
}

function attributesOf(attributes: readonly SaxesAttributeNS[]): readonly XmlAttribute[] {
  const list: XmlAttribute[] = [];
  for (const { local, uri, value } of attributes) {
    if (uri !== XMLNS) list.push({ name: local, namespace: uri, value });
  }
  return list.length === 0 ? NONE : list;
}

function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
