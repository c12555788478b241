import type { Exchange } from '../../odata/exchange.js';
import type { SamplingPlan } from '../plan/sampling-plan.js';
import type { RequestFailure } from '../replication/request-failure.js';
import type { SampledPage } from '../replication/sampled-page.js';

/** Raise it whenever an entry changes its meaning. */
export const JOURNAL_FORMAT = 1;

/** What the run is. */
export interface BeginEntry {
  readonly kind: 'begin';
  readonly format: number;
  readonly tool: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly serviceRoot: string;
  /** What was asked for, by option: another run must not go on with this one. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** Changes with everything in the metadata that the numbers of the journal depend on. */
  readonly fingerprint: string;
  readonly plan: SamplingPlan;
}

/** The answer to a request for a count. */
export interface CountEntry {
  readonly kind: 'count';
  readonly resource: string;
  /** With the condition of `NextLinkWithFilter`. */
  readonly isFiltered: boolean;
  /** The sequence at whose end it was asked for again; absent at the start. */
  readonly sequence?: number;
  /** Absent when the answer has none. */
  readonly count?: number;
  readonly failure?: RequestFailure;
  /** The exchange that shows the failure. */
  readonly evidence?: Exchange;
}

/** A page of a sequence; the bytes beside it are what it did to the books. */
export interface PageEntry {
  readonly kind: 'page';
  readonly sequence: number;
  readonly page: SampledPage;
  /** How many of the bytes belong to the books; the others are the validation's. */
  readonly deltaBytes: number;
}

/** A request of a sequence that failed for good. */
export interface FailureEntry {
  readonly kind: 'failure';
  readonly sequence: number;
  readonly failure: RequestFailure;
  /** The exchange that shows it. */
  readonly evidence?: Exchange;
}

/** The server was gone, and the run stopped. */
export interface GoneEntry {
  readonly kind: 'gone';
}

/** The run was taken up again: what failed for want of a connection is asked for again. */
export interface AgainEntry {
  readonly kind: 'again';
}

/** All sequences came to their ends, and the reports were written. */
export interface EndEntry {
  readonly kind: 'end';
  /** ISO 8601. */
  readonly endedAt: string;
}

export type Entry = BeginEntry | CountEntry | PageEntry | FailureEntry | GoneEntry | AgainEntry | EndEntry;
