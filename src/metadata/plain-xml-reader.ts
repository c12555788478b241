import { TextPositions } from '../core/text-position.js';
import { type PlainName, PlainNames } from './plain-names.js';
import { withoutReferences } from './plain-references.js';
import type { XmlAttribute, XmlElement } from './xml-element.js';
import type { XmlLimits } from './xml-limits.js';
import { XmlTreeBuilder } from './xml-tree-builder.js';

/**
 * Reads the plain XML that programs write, in half the time that the strict parser takes: elements, attributes, text,
 * comments, CDATA, the predefined entities and character references, names of ASCII. It gives up on everything else,
 * on whatever is not well-formed, and on what goes beyond the limits. The strict parser then has the say, and explains
 * what is wrong; the two never differ about a document that both read.
 *
 * @param text the decoded document, without byte order mark
 * @returns the root element; nothing where it gives up
 */
export function readPlainXml(text: string, limits: XmlLimits): XmlElement | undefined {
  return new PlainXmlReader(text, limits).read();
}

const XML_DECLARATION =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML lacks.
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/u;
const SPECIAL_IN_VALUE = /[<&\t\n\r]/;
const SPECIAL_IN_TEXT = /[&\r]|\]\]>/;
const LINE_ENDS = /\r\n?/g;
const BLANKS_OF_VALUE = /\r\n|[\t\n\r]/g;

/** Texts up to this length take no time to speak of. */
const SHORT = 64;

const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUAL = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class PlainXmlReader {
  readonly #text: string;
  readonly #limits: XmlLimits;
  readonly #positions: TextPositions;
  readonly #tree = new XmlTreeBuilder();
  readonly #names = new PlainNames();
  /** The names of the attributes of the tag in work, declarations among them. */
  readonly #attributeNames: PlainName[] = [];
  /** The attributes of the tag in work: so many of what the list holds. */
  readonly #attributes: XmlAttribute[] = [];
  #count = 0;
  /** Those of them that have a prefix, and their names. */
  readonly #prefixed: (readonly [Mutable<XmlAttribute>, PlainName])[] = [];
  #at = 0;
  #nodes = 0;
  #changed = 0;

  constructor(text: string, limits: XmlLimits) {
    this.#text = text;
    this.#limits = limits;
    this.#positions = new TextPositions(text);
  }

  read(): XmlElement | undefined {
    const text = this.#text;
    if (NO_CHARACTER.test(text)) return undefined;
    this.#at = XML_DECLARATION.exec(text)?.[0].length ?? 0;
    while (this.#at < text.length) {
      if (!this.#next()) return undefined;
    }
    return this.#tree.open.length === 0 ? this.#tree.root : undefined;
  }

  /** Reads what there is up to the next markup, and the markup. False, here and below, for giving up. */
  #next(): boolean {
    const less = this.#text.indexOf('<', this.#at);
    const end = less < 0 ? this.#text.length : less;
    const code = this.#text.charCodeAt(end + 1);
    const isBeforeChild = code !== SLASH && code !== BANG;
    if (!this.#characters(this.#at, end, isBeforeChild)) return false;
    this.#at = end;
    if (less < 0) return true;
    if (code === SLASH) return this.#endTag();
    if (code === BANG) return this.#comment() || this.#cdata();
    return code !== QUESTION && this.#startTag();
  }

  #characters(start: number, end: number, isBeforeChild: boolean): boolean {
    if (start === end) return true;
    const first = this.#behindBlanks(start);
    if (first >= end) {
      // Most blanks indent a child, and count for nothing.
      if (isBeforeChild && !this.#tree.hasText) return true;
      if (!this.#mayChange(end - start)) return false;
      this.#tree.addBlanks(this.#text.slice(start, end).replace(LINE_ENDS, '\n'));
      return true;
    }
    const text = this.#text.slice(start, end);
    if (!SPECIAL_IN_TEXT.test(text)) return this.#addText(text, first);
    return this.#mayChange(text.length) && this.#addText(plainText(text), first);
  }

  #addText(text: string | undefined, offset: number): boolean {
    // References and CDATA may come to blanks, which are another matter.
    const isPlain = text !== undefined && text.length <= this.#limits.token && text.trim() !== '';
    if (!isPlain || this.#tree.open.length === 0) return false;
    if (this.#tree.addText(text, this.#positions.at(offset))) this.#nodes += 1;
    return true;
  }

  #comment(): boolean {
    if (!this.#text.startsWith('<!--', this.#at)) return false;
    const dashes = this.#text.indexOf('--', this.#at + 4);
    if (dashes < 0 || this.#text.charCodeAt(dashes + 2) !== GREATER) return false;
    const isShort = dashes - this.#at <= this.#limits.token;
    this.#at = dashes + 3;
    return isShort;
  }

  #cdata(): boolean {
    const start = this.#at + '<![CDATA['.length;
    if (!this.#text.startsWith('<![CDATA[', this.#at)) return false;
    const end = this.#text.indexOf(']]>', start);
    if (end < 0 || !this.#mayChange(end - start)) return false;
    const text = this.#text.slice(start, end).replace(LINE_ENDS, '\n');
    const offset = this.#at;
    this.#at = end + 3;
    return this.#addText(text, offset);
  }

  /** True while not too many characters stand in long texts in which something is replaced, which takes its time. */
  #mayChange(length: number): boolean {
    if (length > SHORT) this.#changed += length;
    return this.#changed <= this.#limits.pieces;
  }

  #startTag(): boolean {
    const offset = this.#at;
    const name = this.#name(offset + 1);
    if (name === undefined || (this.#tree.open.length === 0 && this.#tree.root !== undefined)) return false;
    this.#positions.moveTo(offset);
    const { line, column } = this.#positions;
    this.#names.open();
    const areRead = this.#readAttributes();
    const namespace = this.#names.namespaceOf(name);
    if (!areRead || namespace === undefined || !this.#resolvePrefixes()) return false;
    this.#tree.openElement(name, namespace, this.#attributes.slice(0, this.#count), line, column);
    this.#nodes += 1;
    return this.#isWithinLimits(offset) && this.#endOfStartTag();
  }

  #endOfStartTag(): boolean {
    if (this.#text.charCodeAt(this.#at) === SLASH) {
      this.#closeElement();
      this.#at += 1;
    }
    const isEnd = this.#text.charCodeAt(this.#at) === GREATER;
    this.#at += 1;
    return isEnd;
  }

  #isWithinLimits(offset: number): boolean {
    const { nodes, charactersPerNode, depth } = this.#limits;
    if (this.#tree.open.length > depth) return false;
    return this.#nodes <= nodes || offset >= this.#nodes * charactersPerNode;
  }

  /** Reads the attributes of a tag, up to its end. */
  #readAttributes(): boolean {
    this.#count = 0;
    for (let names = 0; ; names++) {
      const start = this.#behindBlanks(this.#at);
      const hasBlank = start > this.#at;
      const code = this.#text.charCodeAt(start);
      this.#at = start;
      if (code === GREATER || code === SLASH) return true;
      const name = hasBlank && names < this.#limits.attributes ? this.#name(start) : undefined;
      if (name === undefined || this.#isRepeated(name, names)) return false;
      this.#attributeNames[names] = name;
      const value = this.#value();
      if (value === undefined || !this.#take(name, value, start)) return false;
    }
  }

  #isRepeated(name: PlainName, before: number): boolean {
    for (let index = 0; index < before; index++) {
      if (this.#attributeNames[index] === name) return true;
    }
    return false;
  }

  #take(name: PlainName, value: string, offset: number): boolean {
    this.#nodes += 1;
    if (name.isDeclaration) return this.#names.declare(name, value);
    this.#positions.moveTo(offset);
    const { line, column } = this.#positions;
    const attribute = { name: name.local, namespace: '', value, line, column };
    if (name.prefix !== '') this.#prefixed.push([attribute, name]);
    this.#attributes[this.#count] = attribute;
    this.#count += 1;
    return true;
  }

  /** Gives the attributes with a prefix their namespaces; two of the same local name may be one twice. */
  #resolvePrefixes(): boolean {
    if (this.#prefixed.length === 0) return true;
    const prefixed = this.#prefixed.splice(0);
    for (const [attribute, name] of prefixed) {
      const namespace = this.#names.namespaceOf(name);
      const isAmbiguous = prefixed.some(([, other]) => other !== name && other.local === name.local);
      if (namespace === undefined || isAmbiguous) return false;
      attribute.namespace = namespace;
    }
    return true;
  }

  /** Reads `= "value"`. */
  #value(): string | undefined {
    const equal = this.#behindBlanks(this.#at);
    const start = this.#behindBlanks(equal + 1);
    const quote = this.#text.charCodeAt(start);
    if (this.#text.charCodeAt(equal) !== EQUAL || (quote !== QUOTE && quote !== APOSTROPHE)) return undefined;
    const end = this.#text.indexOf(quote === QUOTE ? '"' : "'", start + 1);
    if (end < 0 || end - start > this.#limits.token) return undefined;
    this.#at = end + 1;
    const value = this.#text.slice(start + 1, end);
    if (!SPECIAL_IN_VALUE.test(value)) return value;
    return this.#mayChange(value.length) ? plainValue(value) : undefined;
  }

  /** Reads the name that starts at an offset. */
  #name(offset: number): PlainName | undefined {
    let end = offset;
    for (let code = this.#text.charCodeAt(end); isInName(code); ) code = this.#text.charCodeAt(++end);
    this.#at = end;
    return this.#names.of(this.#text.slice(offset, end));
  }

  #endTag(): boolean {
    const name = this.#tree.open.at(-1)?.name;
    const start = this.#at + 2;
    if (name === undefined || !this.#text.startsWith(name, start)) return false;
    const end = this.#behindBlanks(start + name.length);
    if (this.#text.charCodeAt(end) !== GREATER) return false;
    this.#closeElement();
    this.#at = end + 1;
    return true;
  }

  #closeElement(): void {
    this.#tree.closeElement();
    this.#names.close();
  }

  #behindBlanks(offset: number): number {
    let at = offset;
    while (this.#text.charCodeAt(at) <= SPACE) at += 1;
    return at;
  }
}

/** True for what may be in a name, and for much that may not: the name is looked at once, when it is new. */
function isInName(code: number): boolean {
  return code > SPACE && code !== EQUAL && code !== GREATER && code !== SLASH;
}

function plainValue(raw: string): string | undefined {
  if (raw.includes('<')) return undefined;
  return withoutReferences(raw.replace(BLANKS_OF_VALUE, ' '));
}

function plainText(raw: string): string | undefined {
  if (raw.includes(']]>')) return undefined;
  return withoutReferences(raw.replace(LINE_ENDS, '\n'));
}
