import type { Timestamp } from './instant.js';

/** Records of a page that have one key and different contents. */
export interface Duplicates {
  readonly count: number;
  /** The key of the first, as a text for people; absent where there is none. */
  readonly key?: string;
}

/** What a page says of an expansion. */
export interface ExpansionFacts {
  /** The resource whose records hold it. */
  readonly parent: string;
  /** The navigation property, as a path where a complex value holds it. */
  readonly path: string;
  /** The resource that it leads to. */
  readonly resource: string;
  /** How many records came. */
  readonly records: number;
  /** Records of one key and different contents. */
  readonly duplicates: number;
}

/** What a page says, for whoever decides on the next request. */
export interface PageFacts {
  /** How many records the page has. */
  readonly records: number;
  /** How many were looked at: all, unless the sequence came to its limit before. */
  readonly taken: number;
  /** How many the sequence had not seen before. */
  readonly fresh: number;
  /** How many no sequence had seen before: these were counted. */
  readonly firstInModel: number;
  /** How many have another content than when they were seen first. */
  readonly changed: number;
  readonly duplicates: Duplicates;
  /** Of those that were looked at: null, empty or absent timestamps. */
  readonly withoutTimestamp: number;
  /** Timestamps that are none. */
  readonly unreadableTimestamps: number;
  /** The timestamps of the first and the last record that has one. */
  readonly first?: Timestamp;
  readonly last?: Timestamp;
  /** The earliest and the latest. */
  readonly lowest?: Timestamp;
  readonly highest?: Timestamp;
  /** How many records at the page's end share the last record's instant. Without a timestamp is an instant here. */
  readonly tiesAtEnd: number;
  /** Whether all records share one instant. False for a page without records. */
  readonly isOneTimestamp: boolean;
  /** All records that expansions hold, at any depth. */
  readonly expandedRecords: number;
  readonly expansions: readonly ExpansionFacts[];
}
