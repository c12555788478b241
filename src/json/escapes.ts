import { JsonSyntaxError } from './json-syntax-error.js';
import type { JsonText } from './json-text.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const FIRST_PRINTABLE = 0x20;

/** What a letter after a backslash stands for (RFC 8259, section 7), besides `u`. */
const SHORT_ESCAPES: ReadonlyMap<number, number> = new Map(
  [...'"\\/bfnrt'].map((letter, index) => [letter.charCodeAt(0), '"\\/\b\f\n\r\t'.charCodeAt(index)]),
);

/** Reads strings that have escapes, into decoded bytes (UTF-8; half of a surrogate pair as if it were a character). */
export class EscapedStrings {
  /** The decoded bytes of the string read last, up to {@link length}. */
  bytes = new Uint8Array(256);
  length = 0;
  /** Its length in code points; a lone surrogate is one. */
  codePoints = 0;
  hasLoneSurrogate = false;
  readonly #text: JsonText;

  constructor(text: JsonText) {
    this.#text = text;
  }

  /**
   * Reads a string.
   *
   * @param start the byte after the opening quote
   * @returns the offset of the closing quote
   * @throws JsonSyntaxError for what cannot stand in a string
   */
  read(start: number): number {
    this.length = 0;
    this.codePoints = 0;
    this.hasLoneSurrogate = false;
    let at = start;
    for (let byte = this.#text.byteAt(at); byte !== QUOTE; byte = this.#text.byteAt(at)) {
      if (byte < FIRST_PRINTABLE) throw badCharacter(this.#text, at);
      at = byte === BACKSLASH ? this.#escape(at) : this.#plain(at, byte);
    }
    return at;
  }

  #plain(at: number, byte: number): number {
    this.#reserve(1);
    this.bytes[this.length++] = byte;
    // All bytes of a character but the first begin with the bits 10.
    if ((byte & 0xc0) !== 0x80) this.codePoints += 1;
    return at + 1;
  }

  #escape(at: number): number {
    const letter = this.#text.byteAt(at + 1);
    if (letter === LETTER_U) return this.#unicodeEscape(at);
    const meaning = SHORT_ESCAPES.get(letter);
    if (meaning === undefined) throw badEscape(this.#text, at);
    this.#write(meaning);
    return at + 2;
  }

  #unicodeEscape(at: number): number {
    const first = this.#unit(at);
    if (isHighSurrogate(first) && this.#isUnicodeEscape(at + 6)) {
      const second = this.#unit(at + 6);
      if (isLowSurrogate(second)) {
        this.#write(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        return at + 12;
      }
    }
    if (isHighSurrogate(first) || isLowSurrogate(first)) this.hasLoneSurrogate = true;
    this.#write(first);
    return at + 6;
  }

  #isUnicodeEscape(at: number): boolean {
    return this.#text.byteAt(at) === BACKSLASH && this.#text.byteAt(at + 1) === LETTER_U;
  }

  #unit(at: number): number {
    let unit = 0;
    for (let digit = at + 2; digit < at + 6; digit++) {
      const value = hexDigit(this.#text.byteAt(digit));
      if (value < 0) throw badEscape(this.#text, at);
      unit = unit * 16 + value;
    }
    return unit;
  }

  /** Appends a code point as UTF-8. */
  #write(codePoint: number): void {
    this.#reserve(4);
    this.codePoints += 1;
    if (codePoint < 0x80) {
      this.bytes[this.length++] = codePoint;
      return;
    }
    if (codePoint < 0x800) this.bytes[this.length++] = 0xc0 | (codePoint >> 6);
    else this.#writeLong(codePoint);
    this.bytes[this.length++] = 0x80 | (codePoint & 0x3f);
  }

  /** Appends a code point of three or four bytes, without the last. */
  #writeLong(codePoint: number): void {
    if (codePoint < 0x10000) this.bytes[this.length++] = 0xe0 | (codePoint >> 12);
    else {
      this.bytes[this.length++] = 0xf0 | (codePoint >> 18);
      this.bytes[this.length++] = 0x80 | ((codePoint >> 12) & 0x3f);
    }
    this.bytes[this.length++] = 0x80 | ((codePoint >> 6) & 0x3f);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** The fault of a byte that cannot stand in a string. */
export function badCharacter(text: JsonText, at: number): JsonSyntaxError {
  if (at >= text.length) return new JsonSyntaxError('cut short', 'the text ends inside a string', at);
  const code = text.byteAt(at).toString(16).padStart(2, '0');
  return new JsonSyntaxError(
    'syntax',
    `the control character 0x${code} stands in a string without an escape`,
    at,
  );
}

/** The fault of a backslash that begins no escape. */
function badEscape(text: JsonText, at: number): JsonSyntaxError {
  let last = at + 1;
  if (text.byteAt(last) === LETTER_U) {
    do last += 1;
    while (last < at + 6 && hexDigit(text.byteAt(last)) >= 0);
  }
  if (last >= text.length) return new JsonSyntaxError('cut short', 'the text ends inside an escape', last);
  return new JsonSyntaxError('syntax', 'a backslash in a string begins no escape that JSON knows', at);
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
