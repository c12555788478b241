import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './byte.js';
import type { ChunkPlaces } from './chunk-places.js';
import type { JsonFault } from './json-fault.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import { isBlank, JsonText, skipBlanks } from './json-text.js';
import { unexpected } from './misplaced.js';
import { TextPieces } from './text-pieces.js';
import { ValueScanner } from './value-scanner.js';

/** Where a list is. */
type State = 'before record' | 'in record' | 'in scalar' | 'after record' | 'complete' | 'failed';

/** Takes the list of records apart that comes in chunks: an array, from behind its opening bracket on. */
export class RecordList {
  /** The record read last, or as far as it has come. */
  readonly record = new TextPieces();
  readonly #scanner = new ValueScanner();
  readonly #places: ChunkPlaces;
  #state: State = 'complete';
  #isAfterComma = false;
  #hasRecord = false;
  #fault: JsonFault | undefined;

  constructor(places: ChunkPlaces) {
    this.#places = places;
  }

  begin(): void {
    this.#state = 'before record';
    this.#isAfterComma = false;
    this.#hasRecord = false;
    this.#fault = undefined;
  }

  /** Whether the closing bracket has come: the next byte to be read. */
  get isComplete(): boolean {
    return this.#state === 'complete';
  }

  /** Whether a record is open. */
  get isInRecord(): boolean {
    return this.#state === 'in record' || this.#state === 'in scalar';
  }

  /** What is wrong with what stands between the records. */
  get fault(): JsonFault | undefined {
    return this.#fault;
  }

  /** Whether a record has just become complete; true once for each. */
  takesRecord(): boolean {
    const has = this.#hasRecord;
    this.#hasRecord = false;
    return has;
  }

  /** Reads a step further in a chunk. Returns how far. */
  read(chunk: Uint8Array, at: number): number {
    if (this.#state === 'in record') return this.#inRecord(chunk, at, this.#scanner.scan(chunk, at));
    if (this.#state === 'in scalar') return this.#inRecord(chunk, at, endOfScalar(chunk, at));
    const next = skipBlanks(chunk, at);
    if (next === chunk.length) return next;
    return this.#state === 'before record' ? this.#beforeRecord(chunk, next) : this.#afterRecord(chunk, next);
  }

  #beforeRecord(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] as number;
    if (byte === CLOSE_BRACKET && !this.#isAfterComma) return this.#end(at);
    if (isEndOfScalar(byte)) return this.#fail(chunk, at, noRecord);
    this.record.clear();
    this.record.begin(this.#places.at(chunk, at));
    this.#scanner.begin();
    this.#state = byte === QUOTE || byte === OPEN_BRACKET || byte === OPEN_BRACE ? 'in record' : 'in scalar';
    return at;
  }

  /** @param end where the record ends, or -1 when it goes on in the next chunk */
  #inRecord(chunk: Uint8Array, at: number, end: number): number {
    const stop = end < 0 ? chunk.length : end;
    this.record.append(chunk, at, stop);
    if (end < 0) return stop;
    this.#state = 'after record';
    this.#hasRecord = true;
    return stop;
  }

  #afterRecord(chunk: Uint8Array, at: number): number {
    if (chunk[at] === CLOSE_BRACKET) return this.#end(at);
    if (chunk[at] !== COMMA) return this.#fail(chunk, at, noEndOfItem);
    this.#isAfterComma = true;
    this.#state = 'before record';
    return at + 1;
  }

  #end(at: number): number {
    this.#state = 'complete';
    return at;
  }

  #fail(chunk: Uint8Array, at: number, say: (text: JsonText, at: number) => JsonSyntaxError): number {
    const text = new JsonText();
    text.open(chunk);
    const { reason, message } = say(text, at);
    this.#fault = { reason, message, ...this.#places.at(chunk, at) };
    this.#state = 'failed';
    return at;
  }
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
