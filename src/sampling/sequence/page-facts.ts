import type { PageFacts as RecordFacts } from '../records/page-facts.js';

/** What a sequence has to know of a page to go on. */
export interface PageFacts
  extends Pick<RecordFacts, 'records' | 'fresh' | 'withoutTimestamp' | 'first' | 'last' | 'isOneTimestamp'> {
  readonly nextLink?: string;
}

/** How far a sequence has come, the page that it takes included. */
export interface Progress {
  /** Distinct records. */
  readonly distinct: number;
  /** How many the server promises, where it gives a count. */
  readonly promised?: number | undefined;
}
