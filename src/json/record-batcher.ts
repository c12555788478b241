import { CLOSE_BRACKET, COMMA, OPEN_BRACKET } from './byte.js';
import type { RecordBatch } from './payload-part.js';
import { TextPieces } from './text-pieces.js';

/** Gathers records to batches. */
export class RecordBatcher {
  readonly #text = new TextPieces();
  #isHandedOut = false;

  constructor(
    /** So many bytes make a batch. */
    private readonly enough: number,
  ) {}

  /** Whether there is enough for a batch. */
  get isFull(): boolean {
    return !this.#isHandedOut && this.#text.length >= this.enough;
  }

  get isEmpty(): boolean {
    return this.#isHandedOut || this.#text.count === 0;
  }

  /** Adds a record that is one piece. What was handed out is overwritten. */
  add(record: TextPieces): void {
    if (this.#isHandedOut) this.#text.clear();
    this.#isHandedOut = false;
    this.#text.add(this.#text.count === 0 ? OPEN_BRACKET : COMMA);
    this.#text.begin(record.placeOf(0));
    this.#text.append(record.bytes, 0, record.length);
  }

  /** Hands out what was gathered. */
  take(document: number): RecordBatch {
    this.#text.add(CLOSE_BRACKET);
    this.#isHandedOut = true;
    return { kind: 'records', document, records: this.#text.count, text: this.#text };
  }
}
