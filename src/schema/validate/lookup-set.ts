import { ByteHash } from '../../json/byte-hash.js';

const FREE = -1;
const BLANK = 0x20;
const COMMA = 0x2c;

/**
 * The values of a lookup as a set of bytes (UTF-8), asked by the hashes that the tokenizer leaves on the tape: as quick for
 * 20,000 values as for two. What has the hash of a value is compared with it byte by byte.
 */
export class LookupSet {
  readonly #bytes: Uint8Array;
  /** Where each value begins in the bytes, and one entry more. */
  readonly #starts: Int32Array;
  readonly #hashesA: Int32Array;
  readonly #hashesB: Int32Array;
  /** Values by hash: open addressing. */
  readonly #table: Int32Array;
  readonly #hash = new ByteHash();

  constructor(values: readonly string[]) {
    const encoded = values.map((value) => Buffer.from(value, 'utf8'));
    this.#bytes = Buffer.concat(encoded);
    this.#starts = new Int32Array(values.length + 1);
    this.#hashesA = new Int32Array(values.length);
    this.#hashesB = new Int32Array(values.length);
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * values.length + 2))).fill(FREE);
    for (const [value, bytes] of encoded.entries()) this.#add(value, bytes);
  }

  /** True for bytes from `start` to before `end` that are one of the values; the hash is that of these bytes. */
  has(bytes: Uint8Array, start: number, end: number, hashA: number, hashB: number): boolean {
    const mask = this.#table.length - 1;
    for (let place = hashA & mask; ; place = (place + 1) & mask) {
      const value = this.#table[place] as number;
      if (value === FREE) return false;
      if (this.#hashesA[value] !== hashA || this.#hashesB[value] !== hashB) continue;
      if (this.#isValue(value, bytes, start, end)) return true;
    }
  }

  /** The same for bytes whose hash is not known. */
  hasBytes(bytes: Uint8Array, start: number, end: number): boolean {
    this.#hash.of(bytes, start, end);
    return this.has(bytes, start, end, this.#hash.a, this.#hash.b);
  }

  hasText(text: string): boolean {
    const bytes = Buffer.from(text, 'utf8');
    return this.hasBytes(bytes, 0, bytes.length);
  }

  /** True when the bytes are values separated by commas, with or without a blank after each comma. */
  hasEach(bytes: Uint8Array, start: number, end: number): boolean {
    for (let from = start; ; ) {
      let to = from;
      while (to < end && bytes[to] !== COMMA) to += 1;
      if (!this.hasBytes(bytes, from, to)) return false;
      if (to >= end) return true;
      from = bytes[to + 1] === BLANK ? to + 2 : to + 1;
    }
  }

  #add(value: number, bytes: Uint8Array): void {
    this.#starts[value + 1] = (this.#starts[value] as number) + bytes.length;
    this.#hash.of(bytes, 0, bytes.length);
    this.#hashesA[value] = this.#hash.a;
    this.#hashesB[value] = this.#hash.b;
    const mask = this.#table.length - 1;
    let place = this.#hash.a & mask;
    while (this.#table[place] !== FREE) place = (place + 1) & mask;
    this.#table[place] = value;
  }

  #isValue(value: number, bytes: Uint8Array, start: number, end: number): boolean {
    const first = this.#starts[value] as number;
    const length = (this.#starts[value + 1] as number) - first;
    if (length !== end - start) return false;
    for (let index = 0; index < length; index++) {
      if (this.#bytes[first + index] !== bytes[start + index]) return false;
    }
    return true;
  }
}
