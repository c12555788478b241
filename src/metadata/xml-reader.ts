import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { TextPositions } from '../core/text-position.js';
import { attributesOfTag, endOfMarkupBefore } from './markup-scan.js';
import { readPlainXml } from './plain-xml-reader.js';
import { declaresOtherVersion, scanProlog } from './prolog.js';
import type { Failure } from './reading-failure.js';
import { DOCTYPE_REFUSED, explainFailure } from './well-formedness.js';
import { XmlBudget } from './xml-budget.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';
import type { XmlFault } from './xml-fault.js';
import { XML_LIMITS, type XmlLimits } from './xml-limits.js';
import { refuse, XmlRefusal } from './xml-refusal.js';
import { type OpenElement, XmlTreeBuilder } from './xml-tree-builder.js';

/** The root element of a well-formed document, or the first fault of another. */
export type XmlReading =
  | { readonly root: XmlElement; readonly fault?: undefined }
  | { readonly fault: XmlFault; readonly root?: undefined };

/**
 * Reads an XML 1.0 document with namespaces into a tree. It stops at the first fault; a DOCTYPE of any kind, an
 * entity beyond the five predefined ones and a document beyond the limits are faults. Throws nothing.
 *
 * @param text the decoded document, without byte order mark
 */
export function readXml(text: string, limits: XmlLimits = XML_LIMITS): XmlReading {
  const root = readPlainXml(text, limits);
  return root === undefined ? readStrictXml(text, limits) : { root };
}

/** The same by the strict parser alone, whatever the document. */
export function readStrictXml(text: string, limits: XmlLimits = XML_LIMITS): XmlReading {
  return new XmlReader(text, limits).read();
}

/** Small enough to notice soon that a token outgrows its limit. */
const CHUNK = 64 * 1024;

const LESS_THAN = 0x3c;

/** A start tag while it is read. */
interface Tag {
  readonly name: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class XmlReader {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #budget: XmlBudget;
  readonly #positions: TextPositions;
  readonly #tree = new XmlTreeBuilder();
  readonly #parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  #tag: Tag | undefined;
  #attributes: Mutable<XmlAttribute>[] = [];
  /** The parser's own attributes of the tag that have a prefix, each behind its place among all. */
  readonly #prefixed: (readonly [number, SaxesAttributeNS])[] = [];
  #attributeCount = 0;
  #closed: OpenElement | undefined;
  /** Where the last thing that the parser told of ended: the token in work begins there, or behind a comment. */
  #tokenStart = 0;

  constructor(text: string, limits: XmlLimits) {
    this.#text = text;
    this.#limits = limits;
    this.#budget = new XmlBudget(limits);
    this.#positions = new TextPositions(text);
    this.#listen();
  }

  read(): XmlReading {
    try {
      this.#parse();
    } catch (error) {
      const { offset, message } = this.#refusal(error);
      return { fault: { ...this.#positions.at(offset), message } };
    }
    const { root } = this.#tree;
    return root === undefined
      ? { fault: { line: 1, column: 1, message: 'The document has no root element.' } }
      : { root };
  }

  #parse(): void {
    if (declaresOtherVersion(this.#text)) {
      const message =
        'The document declares another version of XML, but only XML 1.0 is read. Declare version="1.0".';
      refuse(0, message);
    }
    const { doctype } = scanProlog(this.#text);
    const end = doctype ?? this.#text.length;
    for (let at = 0; at < end; at += CHUNK) {
      const read = Math.min(at + CHUNK, end);
      this.#parser.write(this.#text.slice(at, read));
      if (read - this.#tokenStart > CHUNK) this.#takeMarkup(read);
      if (this.#budget.isTooLong(read - this.#tokenStart)) refuse(...this.#explain('token too long', read));
    }
    if (doctype !== undefined) refuse(doctype, DOCTYPE_REFUSED);
    this.#passOverMarkup(end + 1);
    this.#parser.close();
  }

  /**
   * Six handlers and no more: the parser keeps each under a computed key, and with a seventh the engine looks all its
   * fields up in a dictionary, which takes four times as long. Without a handler for errors it throws the first.
   */
  #listen(): void {
    const parser = this.#parser;
    parser.on('opentagstart', ({ name }) => this.#startTag(name));
    parser.on('attribute', (attribute) => this.#attribute(attribute));
    parser.on('opentag', (tag) => this.#openElement(tag));
    parser.on('closetag', () => {
      this.#closed = this.#tree.closeElement();
      this.#tokenStart = parser.position;
    });
    parser.on('text', (text) => this.#characters(text, parser.position - 1));
    parser.on('cdata', (text) => this.#characters(text, parser.position));
  }

  #startTag(name: string): void {
    const offset = this.#startOfTag(name);
    const positions = this.#positions;
    positions.moveTo(offset);
    this.#tag = { name, offset, line: positions.line, column: positions.column };
    this.#attributes = [];
    this.#attributeCount = 0;
    this.#tokenStart = offset + 1 + name.length;
    this.#budget.takeNode(offset);
    this.#budget.checkDepth(this.#tree.open.length, offset);
  }

  #startOfTag(name: string): number {
    const offset = this.#parser.position - name.length - 2;
    if (this.#text.charCodeAt(offset) === LESS_THAN) return offset;
    return this.#text.lastIndexOf('<', offset);
  }

  #attribute(attribute: SaxesAttributeNS): void {
    const { prefix, local, value } = attribute;
    flatten(value);
    const start = this.#tokenStart;
    const end = this.#parser.position;
    this.#budget.takeNode(start);
    this.#budget.takeToken(this.#text, start, end);
    this.#attributeCount += 1;
    this.#budget.checkAttributes(this.#attributeCount, this.#tag?.offset ?? start);
    this.#tokenStart = end;
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns')) return;
    const positions = this.#positions;
    positions.moveTo(this.#behindBlanks(start));
    if (prefix !== '') this.#prefixed.push([this.#attributes.length, attribute]);
    this.#attributes.push({
      name: this.#tree.same(local),
      namespace: '',
      value,
      line: positions.line,
      column: positions.column,
    });
  }

  #openElement({ name: text, local: name, uri }: SaxesTagNS): void {
    for (const [index, { uri: namespace }] of this.#prefixed) {
      const attribute = this.#attributes[index];
      if (attribute !== undefined) attribute.namespace = namespace;
    }
    this.#prefixed.length = 0;
    const { line = 1, column = 1 } = this.#tag ?? {};
    const local = this.#tree.same(name);
    this.#tree.openElement({ text, local }, uri, this.#attributes, line, column);
    this.#tag = undefined;
    this.#tokenStart = this.#parser.position;
  }

  #characters(text: string, end: number): void {
    flatten(text);
    this.#budget.takeToken(this.#text, this.#tokenStart, end);
    if (isBlank(text)) {
      this.#tree.addBlanks(text);
    } else {
      this.#passOverMarkup(end);
      const start = this.#behindBlanks(this.#tokenStart);
      if (this.#tree.addText(text, this.#positions.at(start))) this.#budget.takeNode(end);
    }
    this.#tokenStart = end;
  }

  /** Counts the comments of which the parser does not tell. */
  #takeMarkup(end: number): void {
    const start = this.#tokenStart;
    this.#passOverMarkup(end);
    this.#budget.takeToken(this.#text, start, this.#tokenStart);
  }

  /** Moves the start of the token in work behind comments and processing instructions that are complete. */
  #passOverMarkup(end: number): void {
    if (this.#tag !== undefined) return;
    for (;;) {
      const next = endOfMarkupBefore(this.#text, this.#tokenStart, end);
      if (next === undefined) return;
      this.#tokenStart = next;
    }
  }

  #behindBlanks(offset: number): number {
    let at = offset;
    while (this.#text.charCodeAt(at) <= 0x20) at += 1;
    return at;
  }

  /** What ended the reading: a refusal of ours, or the plain `Error` that the parser throws at its first fault. */
  #refusal(error: unknown): { readonly offset: number; readonly message: string } {
    if (error instanceof XmlRefusal) return error;
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    const [offset, message] = this.#explain(error.message, this.#parser.position);
    return { offset, message };
  }

  #explain(failure: string, offset: number): readonly [number, string] {
    const at = Math.min(offset, this.#text.length);
    this.#passOverMarkup(at);
    const state: Failure = {
      text: this.#text,
      offset: at,
      tokenStart: this.#tokenStart,
      open: this.#tree.open,
      closed: this.#closed,
      tag: this.#tag && { ...this.#tag, attributes: attributesOfTag(this.#text, this.#tag, at) },
      limits: this.#limits,
    };
    const explained = explainFailure(failure, state);
    return [explained.offset, explained.message];
  }
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 0x20) return false;
  }
  return true;
}

/**
 * Reading a character makes the engine join the pieces of a text that was put together; kept in pieces, a long
 * hostile value takes thirty times its length.
 */
function flatten(text: string): void {
  text.charCodeAt(0);
}
