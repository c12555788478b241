import type { InputPlace } from './input-place.js';
import type { JsonFault } from './json-fault.js';
import type { TextPieces } from './text-pieces.js';

/**
 * The members of a payload's top-level object that are annotations, by name: the content of strings, the JSON text of
 * other values. Of a name that comes twice, the first.
 */
export type Annotations = ReadonlyMap<string, string>;

interface OfDocument {
  /** The number of the document in its input, from 0: of NDJSON each line that is not blank is one. */
  readonly document: number;
}

/** The input begins with a byte order mark, which was passed over. */
export interface ByteOrderMark {
  readonly kind: 'byte order mark';
}

/** A list `value` begins: what stands before it. Annotations may also follow it, see {@link PayloadEnd}. */
export interface PayloadHead extends OfDocument {
  readonly kind: 'head';
  /** Where the document begins. */
  readonly place: InputPlace;
  readonly annotations: Annotations;
}

/** Records of a list `value`. Good until the next part is asked for. */
export interface RecordBatch extends OfDocument {
  readonly kind: 'records';
  /** How many there are. */
  readonly records: number;
  /** A JSON array of them, made of pieces of the input. */
  readonly text: TextPieces;
}

/** A document that is one record, or at least no object with a list `value`. Good until the next part is asked for. */
export interface SingleRecord extends OfDocument {
  readonly kind: 'record';
  /** The document, its annotations and all. Whether it is JSON shows when it is read. */
  readonly text: TextPieces;
}

/** A document with a list `value` ends, and is JSON as far as the list's records are. */
export interface PayloadEnd extends OfDocument {
  readonly kind: 'end';
  /** All of them, whether they stand before or after the list. */
  readonly annotations: Annotations;
  /** Names of the top-level object that come twice, and where: the place of the first character in the quotes. */
  readonly duplicateKeys: readonly { readonly name: string; readonly place: InputPlace }[];
  /** Names of the top-level object that are neither annotations nor that of the list, those that come first. */
  readonly strangers: readonly string[];
}

/** A document is no JSON. Nothing more comes of it; of NDJSON the next line does. */
export interface PayloadFault extends OfDocument {
  readonly kind: 'fault';
  readonly fault: JsonFault;
}

/** A part of an input that holds payloads. */
export type PayloadPart =
  | ByteOrderMark
  | PayloadHead
  | RecordBatch
  | SingleRecord
  | PayloadEnd
  | PayloadFault;
