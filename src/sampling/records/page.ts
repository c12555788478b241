import type { JsonFault } from '../../json/json-fault.js';
import type { Tape } from '../../json/tape.js';
import type { RecordModel } from './record-model.js';

/** A page of records that has been read. It is good until its reader reads the next. */
export interface Page {
  readonly kind: 'page';
  readonly model: RecordModel;
  readonly tape: Tape;
  /** The nodes of its records. */
  readonly records: Int32Array;
  /** A byte order mark stood before its JSON. */
  readonly hasByteOrderMark?: true;
  /** `@odata.count`, where it is a whole number, or the text of one (IEEE754Compatible). */
  readonly count?: number;
  /** `@odata.nextLink`, unless it is empty. */
  readonly nextLink?: string;
  /** `@odata.context`. */
  readonly context?: string;
}

/** Bytes that are no page of records. */
export interface PageFault {
  readonly kind: 'fault';
  /** What is wrong, as the end of a sentence, with line and column where there are some. */
  readonly message: string;
  /** Where it is no JSON: what is wrong with it. */
  readonly json?: JsonFault;
}
