import { pageUri, type QueryBase } from '../plan/page-query.js';
import type { Timestamp } from '../records/instant.js';
import { NextLinks } from './next-link.js';
import { followed } from './next-link-sequence.js';
import type { PageFacts, Progress } from './page-facts.js';
import { COMPLETE, IDLE, LIMIT_REACHED, type Next, type PageRequest, type Sequence } from './sequence.js';
import { isShort, TimestampWalk } from './timestamp-walk.js';
import { Trickle } from './trickle.js';

/** What a sequence by timestamps needs to begin. */
export interface TimestampStart {
  readonly base: QueryBase;
  /** The name of the timestamp field. */
  readonly field: string;
  /** False when the metadata rules out records without a timestamp: they are then asked for only if some are missing. */
  readonly isNullable: boolean;
  readonly direction: 'asc' | 'desc';
  readonly pageSize: number;
  readonly limit: number;
  readonly serviceRoot: URL;
}

type Leg = 'along' | 'without timestamp' | 'newer';

/**
 * Replication by the timestamp of the last change, in three legs: along the timestamps; the records that have none;
 * and, when it went from the newest to the oldest, once more what has become newer than the first timestamp meanwhile; but
 * it does not follow a server that gets new records all the time.
 */
export class TimestampSequence implements Sequence {
  readonly #start: TimestampStart;
  readonly #links: NextLinks;
  readonly #legs: Leg[];
  readonly #trickle: Trickle;
  #leg: Leg = 'along';
  #walk: TimestampWalk;
  #newest: Timestamp | undefined;
  #wasIdle = false;
  #hasUndated = false;
  /** Empty pages in succession, each with a next link. */
  #emptyPages = 0;
  #next: Next;

  constructor(start: TimestampStart) {
    const { field, direction, pageSize, serviceRoot } = start;
    this.#start = start;
    this.#links = new NextLinks(serviceRoot);
    this.#trickle = new Trickle(pageSize);
    this.#legs = ['without timestamp', ...(direction === 'desc' ? (['newer'] as const) : [])];
    const operator = direction === 'desc' ? 'le' : 'ge';
    this.#walk = new TimestampWalk({ onFrom: ({ text }) => `${field} ${operator} ${text}` });
    this.#next = { ask: this.#request() };
  }

  get next(): Next {
    return this.#next;
  }

  take(page: PageFacts, progress: Progress): void {
    if (this.#leg === 'along') this.#newest ??= page.first;
    this.#hasUndated ||= page.withoutTimestamp > 0;
    this.#next = this.#after(page, progress);
  }

  #after(page: PageFacts, progress: Progress): Next {
    if (progress.distinct >= this.#start.limit) return LIMIT_REACHED;
    if (page.records === 0 && page.nextLink !== undefined && 'ask' in this.#next) {
      this.#emptyPages += 1;
      return followed(this.#links, page.nextLink, this.#next.ask, { idle: this.#emptyPages });
    }
    this.#emptyPages = 0;
    this.#walk.take(page, progress);
    const onlyTrickles = this.#leg === 'newer' && this.#trickle.take(page, progress);
    return this.#walk.hasEnded || onlyTrickles ? this.#onNextLeg(progress) : { ask: this.#request() };
  }

  #onNextLeg(progress: Progress): Next {
    this.#wasIdle ||= this.#walk.isIdle;
    const leg = this.#legs.shift();
    if (leg === undefined) return this.#wasIdle ? IDLE : COMPLETE;
    const walk = this.#walkOf(leg, progress);
    if (walk === undefined) return this.#onNextLeg(progress);
    this.#leg = leg;
    this.#walk = walk;
    return { ask: this.#request() };
  }

  #walkOf(leg: Leg, progress: Progress): TimestampWalk | undefined {
    const { field, isNullable } = this.#start;
    if (leg === 'without timestamp') {
      const isAsked = isNullable || this.#hasUndated || isShort(progress);
      return isAsked ? new TimestampWalk({ from: `${field} eq null` }) : undefined;
    }
    if (this.#newest === undefined) return undefined;
    return new TimestampWalk({
      from: `${field} gt ${this.#newest.text}`,
      onFrom: ({ text }) => `${field} ge ${text}`,
    });
  }

  #request(): PageRequest {
    const { base, field, direction, pageSize: top } = this.#start;
    const { condition, skip } = this.#walk.place;
    const orders = { along: direction, newer: 'asc', 'without timestamp': undefined } as const;
    const order = orders[this.#leg];
    const uri = pageUri(base, {
      conditions: condition === undefined ? [] : [condition],
      orderby: order === undefined ? undefined : `${field} ${order}`,
      top,
      skip,
    });
    this.#links.note(uri);
    return { uri, top };
  }
}
