import type { LookupRows } from '../metadata/lookup-rows.js';

/** What was seen of the count of rows. */
export interface CountEvidence {
  /** `@odata.count` as asked before the rows; absent when the server gave none. */
  readonly atStart?: number;
  /** The same after them. */
  readonly atEnd?: number;
  /** True when the count came with `$top=0` too. */
  readonly withTopZero: boolean;
  /** The id of the exchange that shows it. */
  readonly exchange?: string;
}

/** What was seen of a query for rows changed since a time. */
export interface TimestampQueryEvidence {
  /** The path and query that was asked. */
  readonly query: string;
  /** Rows that should come, by what replication saw. */
  readonly expected: number;
  readonly count?: number;
  readonly returned?: number;
  /** Rows that are older than asked for. */
  readonly older?: number;
  /** Why there is no answer to judge: status and message. */
  readonly failure?: string;
  readonly exchange?: string;
}

/** What replicating the Lookup Resource showed. */
export interface ReplicationEvidence {
  readonly count: CountEvidence;
  /** Rows received, repeated ones included. */
  readonly fetched: number;
  /** Keys that came more than once. */
  readonly repeatedKeys: readonly string[];
  /** Why paging ended before its end: what failed. */
  readonly failure?: { readonly message: string; readonly exchange?: string };
  readonly timestampQuery?: TimestampQueryEvidence;
}

/** The rows of the Field Resource, or why they did not come. */
export interface FieldEvidence {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly failure?: string;
}

/** The rows of the Lookup Resource, and how they came: from a file, or from a server with what that showed. */
export interface LookupEvidence {
  readonly rows: LookupRows;
  readonly replication?: ReplicationEvidence;
  /** Absent when the metadata has no Field Resource. */
  readonly fields?: FieldEvidence;
}
