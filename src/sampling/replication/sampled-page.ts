import type { PageFacts } from '../records/page-facts.js';

/** What is known of the response that brought a page. */
export interface ResponseFacts {
  /** When the request's first byte went out, and when the body's last byte came in, ISO 8601. */
  readonly startedAt: string;
  readonly stoppedAt: string;
  /** From the request's first byte out to the body's last byte in. */
  readonly ms: number;
  /** The body after decompression. */
  readonly bytes: number;
  /** The body as it came. */
  readonly wireBytes: number;
  /** The id of the exchange. */
  readonly exchange: string;
}

/** A page as it stays behind in the journal: all but its records. */
export interface SampledPage {
  /** From 1, within its sequence. */
  readonly number: number;
  /** What was asked for, below the service root where it lies there. Redacted. */
  readonly uri: string;
  /** `$top` of the request. */
  readonly top?: number;
  readonly facts: PageFacts;
  /** Redacted. */
  readonly nextLink?: string;
  /** What is wrong with it, though it can be read. */
  readonly complaint?: string;
  readonly response: ResponseFacts;
  /** The length of the sequence's record file with this page in it. */
  readonly saved?: number;
}
