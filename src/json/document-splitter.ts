import { Envelope } from './envelope.js';
import { INPUT_START, type InputPlace, placeAfter } from './input-place.js';
import type { JsonFault, JsonFaultReason } from './json-fault.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import { isBlank, JsonText } from './json-text.js';
import { unexpected } from './misplaced.js';
import type { PayloadPart } from './payload-part.js';
import { RecordBatcher } from './record-batcher.js';
import { TextPieces } from './text-pieces.js';
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

/** What is looked at of a record that is incomplete. */
const MOST_VALUES = 2 ** 20;

/** Where a document is. */
type State =
  /** At the very beginning of the input. */
  | 'mark'
  | 'start'
  /** Among the members of the top-level object. */
  | 'members'
  /** In a string, array or object that is no record. */
  | 'nested'
  | 'before record'
  | 'in record'
  | 'in scalar'
  | 'after record'
  | 'complete'
  /** In a document that is no object. */
  | 'other'
  | 'failed';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const RECORDS_NAME = '"value"';
const UNICODE_ESCAPE = '\\u';
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Takes JSON documents apart that come in chunks: each is one record, or an object whose list `value` holds records, which
 * come out in batches. Holds a batch, a record and what stands around the records, and nothing else. It finds where
 * records begin and end; whether they are JSON shows when a batch is read.
 */
export class DocumentSplitter {
  readonly #limits: SplitterLimits;
  readonly #scanner = new ValueScanner();
  readonly #envelope = new Envelope();
  readonly #record = new TextPieces();
  readonly #batcher: RecordBatcher;
  readonly #tokenizer = new Tokenizer({ values: MOST_VALUES });
  readonly #parts: PayloadPart[] = [];
  #document = 0;
  #state: State = 'mark';
  #markBytes = 0;
  #isListed = false;
  #isAfterComma = false;
  #place = INPUT_START;
  /** The offset in the chunk that {@link #place} is that of. */
  #placed = 0;

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
    return this.#state === 'start' || (this.#state === 'mark' && this.#markBytes === 0);
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
    if (at === chunk.length) {
      this.#placeAt(chunk, at);
      this.#placed = 0;
    }
    return at;
  }

  /** The next part that is ready. Good until more is read. */
  take(): PayloadPart | undefined {
    return this.#parts.shift();
  }

  /** Ends the document; more parts may be ready then. What is read next is another document. */
  end(): void {
    if (this.isBlank) this.#failWith({ reason: 'empty', message: 'it is empty', ...this.#place });
    else if (this.#state === 'mark') this.#failInMark();
    else if (this.#state === 'complete' && this.#isListed) this.#endListed();
    else if (this.#state === 'complete' || this.#state === 'other') this.#endSingle(this.#envelope.text);
    else if (this.#state !== 'failed') this.#breakOff('cut short', 'the text ends before it is complete');
    this.#document += 1;
    this.#state = 'start';
    this.#isListed = false;
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
    this.#record.clear();
    this.#record.begin(this.#placeAt(bytes, start));
    this.#record.append(bytes, start, bytes.length);
    this.#placeAt(bytes, bytes.length);
    this.#placed = 0;
    this.#endSingle(this.#record);
    this.#document += 1;
    return true;
  }

  #endSingle(text: TextPieces): void {
    this.#parts.push({ kind: 'record', document: this.#document, text });
  }

  #step(chunk: Uint8Array, at: number): number {
    switch (this.#state) {
      case 'mark':
        return this.#mark(chunk, at);
      case 'start':
        return this.#start(chunk, at);
      case 'members':
        return this.#members(chunk, at);
      case 'nested':
        return this.#nested(chunk, at);
      case 'before record':
        return this.#beforeRecord(chunk, at);
      case 'in record':
        return this.#inRecord(chunk, at, this.#scanner.scan(chunk, at));
      case 'in scalar':
        return this.#inRecord(chunk, at, endOfScalar(chunk, at));
      case 'after record':
        return this.#afterRecord(chunk, at);
      case 'complete':
        return this.#complete(chunk, at);
      case 'other':
        return this.#other(chunk, at);
      case 'failed':
        return chunk.length;
    }
  }

  #mark(chunk: Uint8Array, at: number): number {
    if (chunk[at] !== BYTE_ORDER_MARK[this.#markBytes]) {
      this.#state = 'start';
      if (this.#markBytes > 0) this.#failInMark();
      return at;
    }
    this.#markBytes += 1;
    if (this.#markBytes === BYTE_ORDER_MARK.length) {
      this.#parts.push({ kind: 'byte order mark' });
      this.#state = 'start';
      // Editors do not count it as a character.
      this.#place = { ...INPUT_START, offset: BYTE_ORDER_MARK.length };
      this.#placed = at + 1;
    }
    return at + 1;
  }

  #failInMark(): void {
    this.#failWith({ reason: 'invalid utf-8', message: 'it has bytes that are no UTF-8', ...INPUT_START });
  }

  #start(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next === chunk.length) return next;
    this.#envelope.clear();
    this.#envelope.text.begin(this.#placeAt(chunk, next));
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
    this.#limit(this.#envelope.text);
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
    this.#limit(this.#envelope.text);
    return stop;
  }

  #other(chunk: Uint8Array, at: number): number {
    this.#envelope.text.append(chunk, at, chunk.length);
    this.#limit(this.#envelope.text);
    return chunk.length;
  }

  #beginList(at: number): number {
    this.#envelope.add(OPEN_BRACKET);
    if (!this.#isListed) {
      const annotations = this.#envelope.annotationsBefore();
      this.#parts.push({ kind: 'head', document: this.#document, annotations });
    }
    this.#isListed = true;
    this.#isAfterComma = false;
    this.#state = 'before record';
    return at + 1;
  }

  #beforeRecord(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next === chunk.length) return next;
    const byte = chunk[next] as number;
    if (byte === CLOSE_BRACKET && !this.#isAfterComma) return this.#endList(chunk, next);
    if (isEndOfScalar(byte)) return this.#misplaced(chunk, next, noRecord);
    this.#record.clear();
    this.#record.begin(this.#placeAt(chunk, next));
    this.#scanner.begin();
    this.#state = byte === QUOTE || byte === OPEN_BRACKET || byte === OPEN_BRACE ? 'in record' : 'in scalar';
    return next;
  }

  /** @param end where the record ends, or -1 when it goes on in the next chunk */
  #inRecord(chunk: Uint8Array, at: number, end: number): number {
    const stop = end < 0 ? chunk.length : end;
    this.#record.append(chunk, at, stop);
    this.#limit(this.#record);
    if (end < 0 || this.#state === 'failed') return stop;
    this.#batcher.add(this.#record);
    this.#state = 'after record';
    if (this.#batcher.isFull) this.#parts.push(this.#batcher.take(this.#document));
    return stop;
  }

  #afterRecord(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next === chunk.length) return next;
    if (chunk[next] === CLOSE_BRACKET) return this.#endList(chunk, next);
    if (chunk[next] !== COMMA) return this.#misplaced(chunk, next, noEndOfItem);
    this.#isAfterComma = true;
    this.#state = 'before record';
    return next + 1;
  }

  #endList(chunk: Uint8Array, at: number): number {
    this.#flush();
    this.#envelope.text.begin(this.#placeAt(chunk, at));
    this.#envelope.add(CLOSE_BRACKET);
    this.#state = 'members';
    return at + 1;
  }

  #complete(chunk: Uint8Array, at: number): number {
    const next = skipBlanks(chunk, at);
    if (next < chunk.length) {
      const message = 'something follows after the end of the value';
      this.#failWith({ reason: 'trailing content', message, ...this.#placeAt(chunk, next) });
    }
    return next;
  }

  #endListed(): void {
    const summary = this.#envelope.summary();
    if ('reason' in summary) this.#parts.push({ kind: 'fault', document: this.#document, fault: summary });
    else this.#parts.push({ kind: 'end', document: this.#document, ...summary });
  }

  #limit(text: TextPieces): void {
    const { recordBytes } = this.#limits;
    if (text.length <= recordBytes) return;
    const what = text === this.#record ? 'a record' : 'what stands around the records';
    this.#breakOff('too large', `${what} has more than ${recordBytes} bytes`);
  }

  /** Ends a document that is incomplete: with what is wrong in what is there of it, if anything is. */
  #breakOff(reason: JsonFaultReason, message: string): void {
    const isInRecord = this.#state === 'in record' || this.#state === 'in scalar';
    const text = isInRecord ? this.#record : this.#envelope.text;
    const fault = text.tokenize(this.#tokenizer);
    const isSyntax = fault?.reason === 'syntax' || fault?.reason === 'invalid utf-8';
    if (isSyntax) this.#failWith(fault);
    else this.#failWith({ reason, message, ...(reason === 'too large' ? text.placeOf(0) : this.#place) });
  }

  #misplaced(chunk: Uint8Array, at: number, say: (text: JsonText, at: number) => JsonSyntaxError): number {
    const text = new JsonText();
    text.open(chunk);
    const { reason, message } = say(text, at);
    this.#failWith({ reason, message, ...this.#placeAt(chunk, at) });
    return at;
  }

  #failWith(fault: JsonFault): void {
    this.#flush();
    this.#parts.push({ kind: 'fault', document: this.#document, fault });
    this.#state = 'failed';
  }

  #flush(): void {
    if (!this.#batcher.isEmpty) this.#parts.push(this.#batcher.take(this.#document));
  }

  #placeAt(chunk: Uint8Array, at: number): InputPlace {
    this.#place = placeAfter(this.#place, chunk, this.#placed, at);
    this.#placed = at;
    return this.#place;
  }
}

function skipBlanks(chunk: Uint8Array, at: number): number {
  let next = at;
  while (next < chunk.length && isBlank(chunk[next] as number)) next += 1;
  return next;
}

/** Where a number or literal ends, or -1 when it may go on in the next chunk. */
function endOfScalar(chunk: Uint8Array, at: number): number {
  for (let next = at; next < chunk.length; next++) {
    if (isEndOfScalar(chunk[next] as number)) return next;
  }
  return -1;
}

function isEndOfScalar(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || isBlank(byte);
}

function noRecord(text: JsonText, at: number): JsonSyntaxError {
  if (text.byteAt(at) !== CLOSE_BRACKET) return unexpected(text, at, 'a value');
  return new JsonSyntaxError('syntax', 'a comma stands before the closing bracket', at);
}

function noEndOfItem(text: JsonText, at: number): JsonSyntaxError {
  return unexpected(text, at, 'a comma or a closing bracket');
}
