/** A timestamp of a record. */
export interface Timestamp {
  /** As received: what is sent back to the server. */
  readonly text: string;
  /** The instant that it names, as a text that sorts as the instants do, whatever digits and offset it was given. */
  readonly instant: string;
}

/** What a sequence has to know of a page to go on. */
export interface PageFacts {
  /** The number of records. */
  readonly records: number;
  /** The records that the sequence had not seen before. */
  readonly fresh: number;
  readonly nextLink?: string;
  /** The timestamps of the first and the last record that has one. */
  readonly first?: Timestamp;
  readonly last?: Timestamp;
  /** Every record has the same timestamp, or none has one. */
  readonly isOneTimestamp: boolean;
}

/** How far a sequence has come, the page that it takes included. */
export interface Progress {
  /** Distinct records. */
  readonly distinct: number;
  /** How many the server promises, where it gives a count. */
  readonly promised?: number | undefined;
}
