import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { TextPositions } from '../core/text-position.js';
import { scanProlog } from './prolog.js';
import { DOCTYPE_REFUSED, explainFailure, type Failure } from './well-formedness.js';
import { XmlBudget } from './xml-budget.js';
import type { XmlElement } from './xml-element.js';
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
  return new XmlReader(text, limits).read();
}

/** Small enough to notice soon that a token outgrows its limit. */
const CHUNK = 64 * 1024;

/** A start tag while it is read. */
interface Tag {
  readonly name: string;
  readonly offset: number;
  /** The parser fills in the namespaces at the end of the tag. */
  readonly attributes: SaxesAttributeNS[];
  readonly ends: number[];
}

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
  #closed: OpenElement | undefined;
  /** Where the last thing that the parser told of ended: the token in work begins there. */
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
      if (!(error instanceof XmlRefusal)) throw error;
      return { fault: { ...this.#positions.at(error.offset), message: error.message } };
    }
    const { root } = this.#tree;
    return root === undefined
      ? { fault: { line: 1, column: 1, message: 'The document has no root element.' } }
      : { root };
  }

  #parse(): void {
    const { doctype } = scanProlog(this.#text);
    const end = doctype ?? this.#text.length;
    for (let at = 0; at < end; at += CHUNK) {
      const read = Math.min(at + CHUNK, end);
      this.#parser.write(this.#text.slice(at, read));
      if (this.#budget.isTooLong(read - this.#tokenStart)) this.#fail('token too long', read);
    }
    if (doctype !== undefined) refuse(doctype, DOCTYPE_REFUSED);
    this.#parser.close();
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('error', ({ message }) => this.#fail(message));
    parser.on('xmldecl', ({ version }) => this.#declared(version));
    parser.on('opentagstart', ({ name }) => this.#startTag(name));
    parser.on('attribute', (attribute) => this.#attribute(attribute));
    parser.on('opentag', (tag) => {
      const { attributes, offset } = this.#currentTag();
      this.#tree.openElement(tag, attributes, this.#positions.at(offset));
      this.#tag = undefined;
      this.#endToken(parser.position);
    });
    parser.on('closetag', () => {
      this.#closed = this.#tree.closeElement();
      this.#endToken(parser.position);
    });
    parser.on('text', (text) => this.#characters(text, parser.position - 1));
    parser.on('cdata', (text) => this.#characters(text, parser.position));
    // The parser tells of a comment before it has read its ">".
    parser.on('comment', () => this.#passOver(parser.position + 1));
    parser.on('processinginstruction', () => this.#passOver(parser.position));
  }

  #declared(version: string | undefined): void {
    this.#tokenStart = this.#parser.position;
    if (version === '1.0') return;
    refuse(
      0,
      'The document declares another version of XML, but only XML 1.0 is read. Declare version="1.0".',
    );
  }

  #startTag(name: string): void {
    const offset = this.#text.lastIndexOf('<', this.#parser.position - name.length - 1);
    this.#tag = { name, offset, attributes: [], ends: [] };
    this.#tokenStart = offset + 1 + name.length;
    this.#budget.takeNode(offset);
    this.#budget.checkDepth(this.#tree.open.length, offset);
  }

  #attribute(attribute: SaxesAttributeNS): void {
    flatten(attribute.value);
    const { attributes, ends, offset } = this.#currentTag();
    const isRepeated = attributes.some(({ name }) => name === attribute.name);
    attributes.push(attribute);
    ends.push(this.#parser.position);
    if (isRepeated) this.#fail('repeated attribute');
    this.#endToken(this.#parser.position);
    this.#budget.takeNode(offset);
    this.#budget.checkAttributes(attributes.length, offset);
  }

  #characters(text: string, end: number): void {
    flatten(text);
    this.#endToken(end);
    if (this.#tree.addText(text)) this.#budget.takeNode(end);
  }

  #passOver(end: number): void {
    this.#endToken(end);
    this.#budget.takeNode(end);
  }

  #endToken(end: number): void {
    this.#budget.takeToken(this.#text, this.#tokenStart, end);
    this.#tokenStart = end;
  }

  #currentTag(): Tag {
    return this.#tag ?? { name: '', offset: this.#tokenStart, attributes: [], ends: [] };
  }

  #fail(failure: string, offset = this.#parser.position): never {
    const state: Failure = {
      text: this.#text,
      offset: Math.min(offset, this.#text.length),
      tokenStart: this.#tokenStart,
      open: this.#tree.open,
      closed: this.#closed,
      tag: this.#tag,
      limits: this.#limits,
    };
    const explained = explainFailure(failure, state);
    return refuse(explained.offset, explained.message);
  }
}

/**
 * Reading a character makes the engine join the pieces of a text that was put together; kept in pieces, a long
 * hostile value takes thirty times its length.
 */
function flatten(text: string): void {
  text.charCodeAt(0);
}
