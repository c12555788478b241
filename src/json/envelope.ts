import { COLON, COMMA, QUOTE } from './byte.js';
import type { InputPlace } from './input-place.js';
import type { JsonFault } from './json-fault.js';
import { NodeFlag, NodeKind } from './node-kind.js';
import type { Annotations, PayloadEnd } from './payload-part.js';
import { keyOf, textOf } from './text-of.js';
import { TextPieces } from './text-pieces.js';
import { Tokenizer } from './tokenizer.js';

/** Of names that should not be there so many are told. */
const MOST_NAMES = 100;
/** What stands around records is little. */
const MOST_VALUES = 2 ** 20;
const LIST = Buffer.from(']}');
/** The member that holds the records (OData JSON Format 4.01, section 12; RCP-25, section 3.4.2). */
const RECORDS = 'value';

/** What stands around the records of a document: its top-level object, the list of records empty. */
export class Envelope {
  readonly text = new TextPieces();
  readonly #tokenizer = new Tokenizer({ values: MOST_VALUES });
  /** The string read last, with its quotes, as offsets into the text. */
  #string = { start: 0, end: 0 };
  #key = { start: 0, end: 0 };
  #stringStart = -1;

  clear(): void {
    this.text.clear();
    this.#forgetKey();
  }

  /** Adds a byte that belongs to no string. */
  add(byte: number): void {
    if (byte === COLON) this.#key = this.#string;
    else if (byte === COMMA) this.#forgetKey();
    this.text.add(byte);
  }

  /** Says that a string, array or object begins with this byte, which is not added yet. */
  beginNested(byte: number): void {
    this.#stringStart = byte === QUOTE ? this.text.length : -1;
  }

  endNested(): void {
    if (this.#stringStart >= 0) this.#string = { start: this.#stringStart, end: this.text.length };
  }

  /** Whether a list that begins now is the list of records. */
  get expectsRecords(): boolean {
    const { start, end } = this.#key;
    if (start === end || this.#tokenizer.tokenize(this.text.bytes.subarray(start, end)) !== undefined)
      return false;
    return textOf(this.#tokenizer.tape, 0) === RECORDS;
  }

  /** The annotations so far, when the list of records has just begun. */
  annotationsBefore(): Annotations {
    const soFar = Buffer.concat([this.text.bytes, LIST]);
    return this.#tokenizer.tokenize(soFar) === undefined ? this.#annotations() : new Map();
  }

  /** What there is to say of it when it is complete; or what is wrong with it. */
  summary(): JsonFault | Pick<PayloadEnd, 'annotations' | 'duplicateKeys' | 'strangers'> {
    const fault = this.text.tokenize(this.#tokenizer);
    if (fault !== undefined) return fault;
    return {
      annotations: this.#annotations(),
      duplicateKeys: this.#duplicateKeys(),
      strangers: this.#strangers(),
    };
  }

  #annotations(): Annotations {
    const annotations = new Map<string, string>();
    for (const member of this.#members()) {
      const name = keyOf(this.#tokenizer.tape, member);
      if (name.includes('@') && !annotations.has(name))
        annotations.set(name, textOf(this.#tokenizer.tape, member));
    }
    return annotations;
  }

  #duplicateKeys(): { name: string; place: InputPlace }[] {
    const { tape } = this.#tokenizer;
    const isDuplicate = (member: number) => tape.hasFlag(member, NodeFlag.duplicateKey);
    return this.#first(MOST_NAMES, isDuplicate).map((member) => ({
      name: keyOf(tape, member),
      place: this.text.placeOf(tape.keyStarts[member] ?? 0),
    }));
  }

  #strangers(): string[] {
    const nameOf = (member: number) => keyOf(this.#tokenizer.tape, member);
    const isStranger = (member: number) => nameOf(member) !== RECORDS && !nameOf(member).includes('@');
    return this.#first(MOST_NAMES, isStranger).map(nameOf);
  }

  #first(most: number, isOne: (member: number) => boolean): readonly number[] {
    const found: number[] = [];
    for (const member of this.#members()) {
      if (isOne(member)) found.push(member);
      if (found.length === most) break;
    }
    return found;
  }

  *#members(): Generator<number> {
    const { tape } = this.#tokenizer;
    if (tape.kind(0) !== NodeKind.object) return;
    for (let member = 1; member < tape.next(0); member = tape.next(member)) yield member;
  }

  #forgetKey(): void {
    this.#string = { start: 0, end: 0 };
    this.#key = { start: 0, end: 0 };
  }
}
