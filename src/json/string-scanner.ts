import { BACKSLASH, QUOTE } from './byte.js';
import { ByteHash, SEED_A, SEED_B, stepA, stepB } from './byte-hash.js';
import { badCharacter, EscapedStrings } from './escapes.js';
import type { JsonText } from './json-text.js';
import { NodeFlag } from './node-kind.js';
import { beginningOf, continuationsIn, plainBefore, stopsIn } from './text-words.js';

/** Finds the end of strings and hashes their decoded bytes on the way, four at a time. */
export class StringScanner {
  /** Of the string scanned last: the hash and the length in code points. */
  readonly hash = new ByteHash();
  codePoints = 0;
  /** `NodeFlag` bits: `escaped`, `loneSurrogate`. */
  flags = 0;
  /** The decoded bytes of the string scanned last, if it has escapes. */
  readonly escaped: EscapedStrings;
  readonly #text: JsonText;

  constructor(text: JsonText) {
    this.#text = text;
    this.escaped = new EscapedStrings(text);
  }

  /**
   * Scans a string of valid UTF-8.
   *
   * @param start the byte after the opening quote
   * @returns the offset of the closing quote
   * @throws JsonSyntaxError for what cannot stand in a string
   */
  scan(start: number): number {
    const text = this.#text;
    let a = SEED_A;
    let b = SEED_B;
    let at = start;
    let continuations = 0;
    for (;;) {
      const word = text.wordAt(at);
      const stops = stopsIn(word);
      if (stops !== 0) {
        const plain = plainBefore(stops);
        const end = at + plain;
        if (text.byteAt(end) !== QUOTE) return this.#unusual(start, end);
        const tail = beginningOf(word, plain);
        this.flags = 0;
        this.codePoints = end - start - continuations - continuationsIn(tail);
        this.hash.finish(a, b, tail, end - start);
        return end;
      }
      a = stepA(a, word);
      b = stepB(b, a, word);
      continuations += continuationsIn(word);
      at += 4;
    }
  }

  #unusual(start: number, at: number): number {
    if (this.#text.byteAt(at) !== BACKSLASH) throw badCharacter(this.#text, at);
    const { escaped } = this;
    const end = escaped.read(start);
    this.flags = NodeFlag.escaped | (escaped.hasLoneSurrogate ? NodeFlag.loneSurrogate : 0);
    this.codePoints = escaped.codePoints;
    this.hash.of(escaped.bytes, 0, escaped.length);
    return end;
  }
}
