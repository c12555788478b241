import type { PageFacts, Progress } from './page-facts.js';

/** A request for a page. */
export interface PageRequest {
  /** Below the service root, or the whole address of a next link. */
  readonly uri: string;
  /** `$top`: the most records that the page may have. */
  readonly top?: number;
  /** `odata.maxpagesize`: how many records the page is wished to have. */
  readonly maxPageSize?: number;
}

/**
 * How a sequence came to its end by itself.
 *
 * - `complete`: the server has no more; `limit`: enough records have come.
 * - `idle`: page after page brings nothing new, though none of them is empty.
 * - `loop`: a next link was followed before (`seen`), or ten in succession brought nothing new (`idle`).
 * - `foreign link`: the next link leads to another origin.
 */
export type SequenceEnd =
  | { readonly kind: 'complete' | 'limit' | 'idle' }
  | { readonly kind: 'loop'; readonly how: 'seen' | 'idle'; readonly link: string }
  | { readonly kind: 'foreign link' | 'unusable link'; readonly link: string };

/** What comes next: a request, or the end. */
export type Next = { readonly ask: PageRequest } | { readonly end: SequenceEnd };

/**
 * The requests of one strategy for one resource and expansion. Sequences know pages, not the network: the same facts
 * in the same order lead to the same requests, which is how a run is taken up again.
 */
export interface Sequence {
  readonly next: Next;
  /** Takes the page that came for `next`. */
  take(page: PageFacts, progress: Progress): void;
}

/** Pages in succession without a new record after which a sequence goes nowhere. */
export const IDLE_PAGES = 10;

export const COMPLETE: Next = { end: { kind: 'complete' } };
export const LIMIT_REACHED: Next = { end: { kind: 'limit' } };
export const IDLE: Next = { end: { kind: 'idle' } };
