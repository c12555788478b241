import { BACKSLASH, QUOTE } from './byte.js';

const OPENING = 1;
const CLOSING = 2;
const QUOTING = 3;

/** What a byte does to the nesting of a text, outside of strings. */
const EFFECTS = new Uint8Array(256);
for (const byte of Buffer.from('[{')) EFFECTS[byte] = OPENING;
for (const byte of Buffer.from(']}')) EFFECTS[byte] = CLOSING;
EFFECTS[QUOTE] = QUOTING;

/**
 * Finds the end of an array, object or string in an input that comes in chunks. It looks at brackets and quotes only:
 * whether all of it is JSON is for the tokenizer to say.
 */
export class ValueScanner {
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** Begins a value. */
  begin(): void {
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
  }

  /**
   * Goes on with a chunk.
   *
   * @param start where to go on; the first byte of the value, when it begins
   * @returns the offset behind the value, or -1 when it goes on in the next chunk
   */
  scan(chunk: Uint8Array, start: number): number {
    let at = start;
    while (at < chunk.length) {
      at = this.#isInString ? this.#string(chunk, at) : this.#nesting(chunk, at);
      if (this.#depth === 0 && !this.#isInString) return at;
    }
    return -1;
  }

  /** Reads up to the next quote, or to the end of the value. */
  #nesting(chunk: Uint8Array, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const effect = EFFECTS[chunk[at] as number] as number;
      if (effect === 0) continue;
      if (effect === OPENING) this.#depth += 1;
      else if (effect === CLOSING) this.#depth -= 1;
      else this.#isInString = true;
      if (this.#isInString || this.#depth <= 0) return at + 1;
    }
    return chunk.length;
  }

  /** Reads up to the end of the string. */
  #string(chunk: Uint8Array, start: number): number {
    let at = start;
    if (this.#isEscaped) {
      at += 1;
      this.#isEscaped = false;
    }
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) {
        this.#isInString = false;
        return at + 1;
      }
    }
    // The last byte was a backslash if that led beyond the chunk.
    this.#isEscaped = at > chunk.length;
    return chunk.length;
  }
}
