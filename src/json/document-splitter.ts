import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './byte.js';
import { ByteOrderMark } from './byte-order-mark.js';
import { ChunkPlaces } from './chunk-places.js';
import { Envelope } from './envelope.js';
import { INPUT_START } from './input-place.js';
import type { JsonFault, JsonFaultReason } from './json-fault.js';
import { skipBlanks } from './json-text.js';
import type { PayloadPart } from './payload-part.js';
import { RecordBatcher } from './record-batcher.js';
import { RecordList } from './record-list.js';
import type { TextPieces } from './text-pieces.js';
import { Tokenizer } from './tokenizer.js';
import { ValueScanner } from './value-scanner.js';

/** How much of an input is held at a time. */
export interface SplitterLimits {
  /** So many bytes of records make a batch. */
  readonly batchBytes: number;
  /** A record of more bytes is a fault, and so is what stands around the records. */
  readonly recordBytes: number;
}

export const DEFAULT_SPLITTER_LIMITS: SplitterLimits = { batchBytes: 2 ** 20, recordBytes: 2 ** 25 };

/** Where a document is. */
type State =
  /** At the very beginning of the input. */
  | 'mark'
  | 'start'
  /** Among the members of the top-level object. */
  | 'members'
  /** In a string, array or object that is no record. */
  | 'nested'
  /** In the list of records. */
  | 'records'
  | 'complete'
  /** In a document that is no object. */
  | 'other'
  | 'failed';

/** What is looked at of a document that is incomplete. */
const MOST_VALUES = 2 ** 20;
const RECORDS_NAME = '"value"';
const UNICODE_ESCAPE = '\\u';
const MARK_BYTES = 3;

/**
 * Takes JSON documents apart that come in chunks: each is one record, or an object whose list `value` holds records, which
 * come out in batches. Holds a batch, a record and what stands around the records, and nothing else. It finds where
 * records begin and end; whether they are JSON shows when a batch is read.
 */
export class DocumentSplitter {
  readonly #limits: SplitterLimits;
  readonly #places = new ChunkPlaces();
  readonly #mark = new ByteOrderMark();
  readonly #envelope = new Envelope();
  readonly #scanner = new ValueScanner();
  readonly #list = new RecordList(this.#places);
  readonly #batcher: RecordBatcher;
  readonly #tokenizer = new Tokenizer({ values: MOST_VALUES });
  readonly #parts: PayloadPart[] = [];
  #document = 0;
  #state: State = 'mark';
  #isListed = false;

  constructor(limits: Partial<SplitterLimits> = {}) {
    this.#limits = { ...DEFAULT_SPLITTER_LIMITS, ...limits };
    this.#batcher = new RecordBatcher(this.#limits.batchBytes);
  }

  /** How many documents have ended. */
  get documents(): number {
    return this.#document;
  }

  /** Whether nothing but blanks has come of the document. */
  get isBlank(): boolean {
    return this.#state === 'start' || (this.#state === 'mark' && !this.#mark.isBegun);
  }

  /**
   * Reads on in a chunk.
   *
   * @param start how far it was read before
   * @returns how far it is read now: to its end, or to where a part is ready to be taken
   */
  read(chunk: Uint8Array, start: number): number {
    let at = start;
    while (at < chunk.length && this.#parts.length === 0) at = this.#step(chunk, at);
    if (at === chunk.length) this.#places.endChunk(chunk);
    return at;
  }

  /**
   * Takes a whole document that is not begun yet, if it can be seen at once that it has no list of records.
   *
   * @returns whether it was taken; it has ended then
   */
  readWhole(document: Uint8Array): boolean {
    if (this.#state !== 'start' || document.length > this.#limits.recordBytes) return false;
    const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
    // A name may be written with escapes.
    if (bytes.includes(RECORDS_NAME) || bytes.includes(UNICODE_ESCAPE)) return false;
    const start = skipBlanks(bytes, 0);
    if (start === bytes.length) return false;
    const { text } = this.#envelope;
    this.#envelope.clear();
    text.begin(this.#places.at(bytes, start));
    text.append(bytes, start, bytes.length);
    this.#places.endChunk(bytes);
    this.#state = 'other';
    this.end();
    return true;
  }

  /** The next part that is ready. Good until more is read. */
  take(): PayloadPart | undefined {
    return this.#parts.shift();
  }

  /** Ends the document; more parts may be ready then. What is read next is another document. */
  end(): void {
    if (this.isBlank) this.#fail('empty', 'it is empty');
    else if (this.#state === 'mark') this.#failInMark();
    else if (this.#state === 'complete' && this.#isListed) this.#endListed();
    else if (this.#state === 'complete' || this.#state === 'other') this.#endSingle();
    else if (this.#state !== 'failed') this.#breakOff('cut short', 'the text ends before it is complete');
    this.#document += 1;
    this.#state = 'start';
    this.#isListed = false;
  }

  /** Passes over what stands between two documents, from an offset to the end. */
  passOver(bytes: Uint8Array, start: number): void {
    this.#places.endChunk(bytes.subarray(start));
  }

  #step(chunk: Uint8Array, at: number): number {
    switch (this.#state) {
      case 'mark':
        return this.#readMark(chunk, at);
      case 'start':
        return this.#start(chunk, at);
      case 'members':
        return this.#members(chunk, at);
      case 'nested':
        return this.#nested(chunk, at);
      case 'records':
        return this.#records(chunk, at);
      case 'complete':
        return this.#complete(chunk, at);
      case 'other':
        return this.#other(chunk, at);
      case 'failed':
        return chunk.length;
    }
  }

  #readMark(chunk: Uint8Array, at: number): number {
    const found = this.#mark.take(chunk[at] as number);
    if (found === 'part') return at + 1;
    this.#state = 'start';
    if (found === 'broken') this.#failInMark();
    if (found !== 'mark') return at;
    this.#parts.push({ kind: 'byte order mark' });
    // Editors do not count it as a character.
    this.#places.beginAt({ ...INPUT_START, offset: MARK_BYTES }, at + 1);
    return at + 1;
  }

  #start(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next === chunk.length) return next;
    this.#envelope.clear();
    this.#envelope.text.begin(this.#places.at(chunk, next));
    if (chunk[next] !== OPEN_BRACE) {
      this.#state = 'other';
      return next;
    }
    this.#envelope.add(OPEN_BRACE);
    this.#state = 'members';
    return next + 1;
  }

  #members(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] as number;
    if (byte === OPEN_BRACKET && this.#envelope.expectsRecords) return this.#beginList(at);
    if (byte === QUOTE || byte === OPEN_BRACKET || byte === OPEN_BRACE) {
      this.#envelope.beginNested(byte);
      this.#scanner.begin();
      this.#state = 'nested';
      return at;
    }
    this.#envelope.add(byte);
    if (byte === CLOSE_BRACE) this.#state = 'complete';
    this.#isWithinLimit(this.#envelope.text);
    return at + 1;
  }

  #nested(chunk: Uint8Array, at: number): number {
    const end = this.#scanner.scan(chunk, at);
    const stop = end < 0 ? chunk.length : end;
    this.#envelope.text.append(chunk, at, stop);
    if (end >= 0) {
      this.#envelope.endNested();
      this.#state = 'members';
    }
    this.#isWithinLimit(this.#envelope.text);
    return stop;
  }

  #other(chunk: Uint8Array, at: number): number {
    this.#envelope.text.append(chunk, at, chunk.length);
    this.#isWithinLimit(this.#envelope.text);
    return chunk.length;
  }

  #beginList(at: number): number {
    this.#envelope.add(OPEN_BRACKET);
    if (!this.#isListed) {
      const annotations = this.#envelope.annotationsBefore();
      const place = this.#envelope.text.placeOf(0);
      this.#parts.push({ kind: 'head', document: this.#document, place, annotations });
    }
    this.#isListed = true;
    this.#list.begin();
    this.#state = 'records';
    return at + 1;
  }

  #records(chunk: Uint8Array, at: number): number {
    const list = this.#list;
    const next = list.read(chunk, at);
    if (list.fault !== undefined) this.#failWith(list.fault);
    else if (list.isComplete) return this.#endList(chunk, next);
    else if (this.#isWithinLimit(list.record) && list.takesRecord()) {
      this.#batcher.add(list.record);
      if (this.#batcher.isFull) this.#flush();
    }
    return next;
  }

  #endList(chunk: Uint8Array, at: number): number {
    this.#flush();
    this.#envelope.text.begin(this.#places.at(chunk, at));
    this.#envelope.add(CLOSE_BRACKET);
    this.#state = 'members';
    return at + 1;
  }

  #complete(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next < chunk.length) {
      this.#places.at(chunk, next);
      this.#fail('trailing content', 'something follows after the end of the value');
    }
    return next;
  }

  #endSingle(): void {
    this.#parts.push({ kind: 'record', document: this.#document, text: this.#envelope.text });
  }

  #endListed(): void {
    const summary = this.#envelope.summary();
    if ('reason' in summary) this.#failWith(summary);
    else this.#parts.push({ kind: 'end', document: this.#document, ...summary });
  }

  /** Fails if not. */
  #isWithinLimit(text: TextPieces): boolean {
    const { recordBytes } = this.#limits;
    if (text.length <= recordBytes) return true;
    this.#breakOff('too large', `${this.#describe(text)} has more than ${recordBytes} bytes`);
    return false;
  }

  /** A list may still be to come where there is none yet. */
  #describe(text: TextPieces): string {
    if (text === this.#list.record) return 'a record';
    return this.#isListed ? 'what stands around the records' : 'what is no list "value" of records';
  }

  /** Ends a document that is incomplete: with what is wrong in what is there of it, if anything is. */
  #breakOff(reason: JsonFaultReason, message: string): void {
    const isInRecord = this.#state === 'records' && (this.#list.isInRecord || reason === 'too large');
    const text = isInRecord ? this.#list.record : this.#envelope.text;
    const fault = text.tokenize(this.#tokenizer);
    const isSyntax = fault?.reason === 'syntax' || fault?.reason === 'invalid utf-8';
    const place = reason === 'too large' ? text.placeOf(0) : this.#places.last;
    this.#failWith(isSyntax ? fault : { reason, message, ...place });
  }

  #failInMark(): void {
    this.#failWith({ reason: 'invalid utf-8', message: 'it has bytes that are no UTF-8', ...INPUT_START });
  }

  #fail(reason: JsonFaultReason, message: string): void {
    this.#failWith({ reason, message, ...this.#places.last });
  }

  #failWith(fault: JsonFault): void {
    this.#flush();
    this.#parts.push({ kind: 'fault', document: this.#document, fault });
    this.#state = 'failed';
  }

  #flush(): void {
    if (!this.#batcher.isEmpty) this.#parts.push(this.#batcher.take(this.#document));
  }
}
