import { compareInstants, type Instant, type Timestamp } from '../records/instant.js';
import type { PageFacts, Progress } from './page-facts.js';
import { IDLE_PAGES } from './sequence.js';

/** Where a walk stands: the condition of its next request, and how many records of that query it passes over. */
export interface Place {
  /** Nothing for the first request of a walk that begins without one. */
  readonly condition: string | undefined;
  readonly skip: number;
}

/** How a walk goes. */
export interface WalkOptions {
  /** The condition to begin with. */
  readonly from?: string;
  /** The condition that goes on at a timestamp, that timestamp included; without it only `$skip` goes on. */
  readonly onFrom?: (timestamp: Timestamp) => string;
}

/**
 * How many records before the place that it has reached a page begins, inside of one timestamp: a record that is
 * changed meanwhile leaves its place, and those behind it move up.
 */
const OVERLAP = 10;

/**
 * A walk along timestamps. Each request asks for the last timestamp seen and what lies beyond, so that no record is
 * lost that shares it; a timestamp that fills a whole page is walked through with `$skip`.
 */
export class TimestampWalk {
  #place: Place;
  #instant: Instant | undefined;
  #idle = 0;
  #hasEnded = false;

  constructor(private readonly options: WalkOptions) {
    this.#place = { condition: options.from, skip: 0 };
  }

  get place(): Place {
    return this.#place;
  }

  /** Nothing new comes any more. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The walk ended because page after page brought nothing new, though records are missing. */
  get isIdle(): boolean {
    return this.#idle >= IDLE_PAGES;
  }

  take(page: PageFacts, progress: Progress): void {
    this.#idle = page.fresh === 0 ? this.#idle + 1 : 0;
    // A page with nothing new is the end, unless the server promises more: it may have been cut short within records of
    // one timestamp that had come before.
    const bringsNothing = page.fresh === 0 && !isShort(progress);
    this.#hasEnded = page.records === 0 || this.isIdle || bringsNothing;
    if (!this.#hasEnded) this.#place = this.#after(page);
  }

  #after(page: PageFacts): Place {
    const { last, isOneTimestamp, records } = page;
    const { condition, skip } = this.#place;
    const { onFrom } = this.options;
    if (onFrom === undefined || last === undefined || this.#isAt(last)) {
      return { condition, skip: skip + beyond(records) };
    }
    this.#instant = last.instant;
    return { condition: onFrom(last), skip: isOneTimestamp ? beyond(records) : 0 };
  }

  #isAt({ instant }: Timestamp): boolean {
    return this.#instant !== undefined && compareInstants(instant, this.#instant) === 0;
  }
}

/** True when the server promises more records than have come. */
export function isShort({ distinct, promised }: Progress): boolean {
  return promised !== undefined && distinct < promised;
}

function beyond(records: number): number {
  return records - Math.min(OVERLAP, Math.floor(records / 3));
}
