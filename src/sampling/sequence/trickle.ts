import type { PageFacts, Progress } from './page-facts.js';
import { isShort } from './timestamp-walk.js';

/** Pages in succession that bring next to nothing. */
const MOST_PAGES = 10;
/** Of the records that a page may have, so much is next to nothing. */
const SMALL_PART = 0.01;

/**
 * Notices that what comes has come into being while it was asked for: a server that gets a record each second has a new one
 * for each request, for ever.
 */
export class Trickle {
  readonly #few: number;
  #pages = 0;

  constructor(pageSize: number) {
    this.#few = Math.max(1, Math.floor(pageSize * SMALL_PART));
  }

  /** Takes one more page. True when all that was promised is there, and page after page brings next to nothing. */
  take({ fresh }: PageFacts, progress: Progress): boolean {
    this.#pages = fresh <= this.#few && !isShort(progress) ? this.#pages + 1 : 0;
    return this.#pages >= MOST_PAGES;
  }
}
