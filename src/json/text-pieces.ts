import { type InputPlace, placeAfter } from './input-place.js';
import type { JsonFault } from './json-fault.js';
import type { Shape } from './shape.js';
import type { Tokenizer } from './tokenizer.js';

/** A JSON text put together from pieces of an input, which knows where each of its bytes stands there. */
export class TextPieces {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #starts: number[] = [];
  readonly #places: InputPlace[] = [];
  /** The place that was asked for last: places are mostly asked for from front to back. */
  #asked: { readonly offset: number; readonly piece: number; readonly place: InputPlace } | undefined;

  /** The text. It is overwritten when more is put together. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  /** How many pieces there are. */
  get count(): number {
    return this.#places.length;
  }

  /** A piece by itself, without what separates it from the next: where it begins in the text, and its bytes. */
  piece(index: number): { readonly start: number; readonly bytes: Uint8Array } {
    const start = this.#starts[index] ?? this.#length;
    const next = this.#starts[index + 1] ?? this.#length;
    return { start, bytes: this.#bytes.subarray(start, Math.max(start, next - 1)) };
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
    this.#starts.length = 0;
    this.#places.length = 0;
    this.#asked = undefined;
  }

  /** Says that what is appended next stands at a place of the input. */
  begin(place: InputPlace): void {
    this.#starts.push(this.#length);
    this.#places.push(place);
  }

  /** Appends bytes from `start` to before `end`. */
  append(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.#bytes.set(bytes.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /** Appends a byte. */
  add(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  /** Where a byte of the text stands in the input. */
  placeOf(offset: number): InputPlace {
    const piece = this.#pieceAt(offset);
    const start = this.#starts[piece];
    const place = this.#places[piece];
    if (start === undefined || place === undefined) throw new RangeError(`no piece at ${offset}`);
    const asked = this.#asked;
    const found =
      asked?.piece === piece && asked.offset <= offset
        ? placeAfter(asked.place, this.#bytes, asked.offset, offset)
        : placeAfter(place, this.#bytes, start, offset);
    this.#asked = { offset, piece, place: found };
    return found;
  }

  /** Writes the text on a tokenizer's tape. What is wrong is told by its place in the input. */
  tokenize(tokenizer: Tokenizer, shape?: Shape): JsonFault | undefined {
    const fault = tokenizer.tokenize(this.bytes, shape);
    return fault === undefined ? undefined : { ...fault, ...this.placeOf(fault.offset) };
  }

  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
