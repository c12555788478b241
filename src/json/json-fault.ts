import type { InputPlace } from './input-place.js';

/** Why bytes are not the JSON that is asked for. */
export type JsonFaultReason =
  /** There is nothing, or nothing but blanks. */
  | 'empty'
  /** It stops before it is complete. */
  | 'cut short'
  /** A character that cannot stand where it does (RFC 8259). */
  | 'syntax'
  /** It is complete, and then something follows. */
  | 'trailing content'
  /** It begins with a byte order mark (RFC 8259, section 8.1). */
  | 'byte order mark'
  /** Bytes that are no UTF-8. */
  | 'invalid utf-8'
  /** Arrays and objects within each other beyond the bound. */
  | 'too deep'
  /** More values than the bound. */
  | 'too many values'
  /** A record, or what stands around the records, of more bytes than the bound. */
  | 'too large';

/** What is wrong with a text as JSON, and where. */
export interface JsonFault extends InputPlace {
  readonly reason: JsonFaultReason;
  /** What is wrong, as the end of a sentence: `a comma stands before the closing bracket`. */
  readonly message: string;
}
