import type { Tape } from '../../json/tape.js';
import { timestampAt } from './date-range.js';
import { compareInstants, type Instant, type Timestamp } from './instant.js';
import type { PageFacts } from './page-facts.js';
import { Dating } from './record-visitor.js';

type TimestampFacts = Pick<
  PageFacts,
  | 'withoutTimestamp'
  | 'unreadableTimestamps'
  | 'first'
  | 'last'
  | 'lowest'
  | 'highest'
  | 'tiesAtEnd'
  | 'isOneTimestamp'
>;

/** A record without timestamp, among instants. */
const UNDATED: Instant = { seconds: Number.NaN, picoseconds: 0 };

/** The timestamps of a page's records in their order. */
export class TimestampTally {
  #records = 0;
  #undated = 0;
  #unreadable = 0;
  #first: Timestamp | undefined;
  #lowest: Timestamp | undefined;
  #highest: Timestamp | undefined;
  #last: Timestamp | undefined;
  #previous: Instant | undefined;
  #ties = 0;

  /** Takes the next record in. */
  add(dating: Dating, tape: Tape, node: number, instant: Instant): void {
    this.#records += 1;
    if (dating === Dating.undated) this.#undated += 1;
    if (dating === Dating.unreadable) this.#unreadable += 1;
    const isTie =
      this.#previous !== undefined && isSame(this.#previous, dating === Dating.dated ? instant : UNDATED);
    this.#ties = isTie ? this.#ties + 1 : 1;
    if (dating !== Dating.dated) this.#previous = UNDATED;
    else if (!isTie || this.#last === undefined) this.#date(timestampAt(tape, node, instant));
  }

  get facts(): TimestampFacts {
    return {
      withoutTimestamp: this.#undated,
      unreadableTimestamps: this.#unreadable,
      ...(this.#first === undefined ? {} : { first: this.#first }),
      ...(this.#last === undefined ? {} : { last: this.#last }),
      ...(this.#lowest === undefined ? {} : { lowest: this.#lowest }),
      ...(this.#highest === undefined ? {} : { highest: this.#highest }),
      tiesAtEnd: this.#ties,
      isOneTimestamp: this.#records > 0 && this.#ties === this.#records,
    };
  }

  #date(timestamp: Timestamp): void {
    const { instant } = timestamp;
    this.#previous = instant;
    this.#first ??= timestamp;
    this.#last = timestamp;
    if (this.#lowest === undefined || compareInstants(instant, this.#lowest.instant) < 0)
      this.#lowest = timestamp;
    if (this.#highest === undefined || compareInstants(instant, this.#highest.instant) > 0)
      this.#highest = timestamp;
  }
}

function isSame(one: Instant, other: Instant): boolean {
  return Object.is(one.seconds, other.seconds) && one.picoseconds === other.picoseconds;
}
