import { BACKSLASH, QUOTE } from './byte.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import type { JsonText } from './json-text.js';
import { beginningOf, continuationsIn, plainBefore, stopsIn } from './text-words.js';

const LETTER_U = 0x75;
/** Fewer bytes are copied faster one by one. */
const SHORT_RUN = 24;

/** What a letter after a backslash stands for (RFC 8259, section 7), besides `u`. */
const SHORT_ESCAPES = new Uint8Array(256);
for (const [index, letter] of [...Buffer.from('"\\/bfnrt')].entries()) {
  SHORT_ESCAPES[letter] = '"\\/\b\f\n\r\t'.charCodeAt(index);
}

/** Reads strings that have escapes, into decoded bytes (UTF-8; half of a surrogate pair as if it were a character). */
export class EscapedStrings {
  /** The decoded bytes of the string read last, up to {@link length}. */
  bytes = new Uint8Array(256);
  length = 0;
  /** Its length in code points; a lone surrogate is one. */
  codePoints = 0;
  hasLoneSurrogate = false;
  readonly #text: JsonText;

  /** The decoded bytes of the string read last. Overwritten by the next. */
  get decoded(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

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
    const text = this.#text;
    this.length = 0;
    this.codePoints = 0;
    this.hasLoneSurrogate = false;
    for (let at = start; ; ) {
      const stop = this.#plain(at);
      const byte = text.byteAt(stop);
      if (byte === QUOTE) return stop;
      if (byte !== BACKSLASH) throw badCharacter(text, stop);
      at = this.#escape(stop);
    }
  }

  /** Copies characters up to the first that is not plain. */
  #plain(start: number): number {
    const text = this.#text;
    let at = start;
    let continuations = 0;
    let word = text.wordAt(at);
    let stops = stopsIn(word);
    for (; stops === 0; stops = stopsIn(word)) {
      continuations += continuationsIn(word);
      at += 4;
      word = text.wordAt(at);
    }
    const end = at + plainBefore(stops);
    continuations += continuationsIn(beginningOf(word, end - at));
    this.#copy(start, end);
    this.codePoints += end - start - continuations;
    return end;
  }

  #copy(start: number, end: number): void {
    this.#reserve(end - start);
    const source = this.#text.bytes;
    const { bytes, length } = this;
    if (end - start < SHORT_RUN) {
      for (let from = start; from < end; from++) bytes[length + from - start] = source[from] as number;
    } else bytes.set(source.subarray(start, end), length);
    this.length = length + end - start;
  }

  #escape(at: number): number {
    const letter = this.#text.byteAt(at + 1);
    if (letter === LETTER_U) return this.#unicodeEscape(at);
    const meaning = SHORT_ESCAPES[letter] as number;
    if (meaning === 0) throw badEscape(this.#text, at);
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
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
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
