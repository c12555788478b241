import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { TextPositions } from '../core/text-position.js';
import { type SourceElement, SourceElements } from './source-element.js';
import { errorAt } from './source-error.js';
import { explainXmlFault, NOT_WELL_FORMED } from './xml-source-fault.js';

const MIB = 1024 * 1024;
const DEEPEST = 20;

/**
 * The root element of an XML 1.0 document with namespaces. A document type is passed over: no entity of it is ever
 * expanded, no default attribute of it counts, nothing that it points to is fetched.
 *
 * @param text without byte order mark
 * @throws ConfigurationError with file and line for what is not well-formed, any entity beyond the five predefined
 *   ones, more than 1 MiB, and elements more than 20 deep. No error quotes the text, which may be a secret.
 */
export function readXmlSource(text: string, file: string): SourceElement {
  if (Buffer.byteLength(text) > MIB) {
    throw errorAt(file, 1, 'The file is larger than 1 MiB.', 'Check that it is the right file.');
  }
  return new XmlSource(text, file).read();
}

/** A start tag while it is read. */
interface Tag {
  readonly line: number;
  /** The parser fills in the namespaces at the end of the tag. */
  readonly attributes: { readonly attribute: SaxesAttributeNS; readonly line: number }[];
}

class XmlSource {
  readonly #text: string;
  readonly #file: string;
  readonly #positions: TextPositions;
  readonly #elements = new SourceElements();
  readonly #parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  #tag: Tag = { line: 1, attributes: [] };
  /** Where the last thing that the parser told of ended: the next begins there. */
  #end = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#positions = new TextPositions(text);
    this.#listen();
  }

  read(): SourceElement {
    this.#parser.write(this.#text).close();
    const { root } = this.#elements;
    if (root === undefined) throw errorAt(this.#file, 1, NOT_WELL_FORMED);
    return root;
  }

  #listen(): void {
    const parser = this.#parser;
    const passOver = (end: number) => {
      this.#end = end;
    };
    parser.on('error', ({ message }) => this.#fail(message));
    parser.on('opentagstart', ({ name }) => this.#startTag(name));
    parser.on('attribute', (attribute) => this.#attribute(attribute));
    parser.on('opentag', ({ local }) => this.#openTag(local));
    parser.on('closetag', () => {
      this.#elements.close();
      passOver(parser.position);
    });
    parser.on('text', (text) => this.#characters(text, parser.position - 1));
    parser.on('cdata', (text) => this.#characters(text, parser.position));
    // The parser tells of a comment before it has read its ">".
    parser.on('comment', () => passOver(parser.position + 1));
    parser.on('processinginstruction', () => passOver(parser.position));
    parser.on('doctype', () => passOver(parser.position));
  }

  #startTag(name: string): void {
    const offset = this.#text.lastIndexOf('<', this.#parser.position - name.length - 1);
    this.#tag = { line: this.#lineOf(offset), attributes: [] };
    this.#end = offset + 1 + name.length;
    if (this.#elements.depth < DEEPEST) return;
    const what = `Elements are nested more than ${DEEPEST} deep here.`;
    throw errorAt(this.#file, this.#tag.line, what, 'No RESOScript needs that: remove the nesting.');
  }

  #attribute(attribute: SaxesAttributeNS): void {
    this.#tag.attributes.push({ attribute, line: this.#lineAfterBlanks() });
    this.#end = this.#parser.position;
  }

  #openTag(name: string): void {
    const { line, attributes } = this.#tag;
    const own = attributes.filter(({ attribute: { prefix, local } }) => prefix === '' && local !== 'xmlns');
    this.#elements.open(
      name,
      line,
      own.map((each) => ({ name: each.attribute.local, text: each.attribute.value, line: each.line })),
    );
    this.#end = this.#parser.position;
  }

  #characters(text: string, end: number): void {
    this.#elements.addText(text, this.#lineAfterBlanks());
    this.#end = end;
  }

  #fail(message: string): never {
    const { openLine, closedLine } = this.#elements;
    const { offset, what, advice } = explainXmlFault(message, {
      text: this.#text,
      tokenStart: this.#end,
      offset: Math.min(this.#parser.position, this.#text.length),
      closedLine,
    });
    throw errorAt(this.#file, offset === undefined ? (openLine ?? 1) : this.#lineOf(offset), what, advice);
  }

  /** The line on which the token in work begins. */
  #lineAfterBlanks(): number {
    const blanks = /[ \t\r\n]*/y;
    blanks.lastIndex = this.#end;
    blanks.test(this.#text);
    return this.#lineOf(blanks.lastIndex);
  }

  #lineOf(offset: number): number {
    return this.#positions.at(offset).line;
  }
}
