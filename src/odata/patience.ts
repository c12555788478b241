import { patienceWait, RETRIES, retryWait } from './backoff.js';
import type { Ended } from './exchanger.js';
import type { FailureReason } from './failure-reason.js';
import type { HttpResponse } from './http-answer.js';
import type { Politeness } from './politeness.js';
import { parseHttpDate, parseRetryAfter } from './retry-after.js';
import type { Time } from './time.js';

/** What to do after an exchange. */
export type NextStep =
  | { readonly kind: 'done'; readonly response: HttpResponse }
  | {
      readonly kind: 'retry';
      readonly reason: FailureReason;
      readonly retry: number;
      readonly waitMs: number;
    }
  | { readonly kind: 'wait'; readonly status: number; readonly waitMs: number }
  | {
      readonly kind: 'give up';
      readonly reason: FailureReason;
      readonly detail: string;
      readonly tries: number;
    };

const SERVER_ERRORS: readonly number[] = [500, 502, 504];
const ASKS_FOR_PATIENCE: readonly number[] = [429, 503];

/**
 * How long one request is tried. Faults that may pass and 500, 502, 504: five times more. 429 and 503: for as long as
 * the limit allows, to this request and to its origin.
 */
export class Patience {
  #retries = 0;
  #waits = 0;
  #waitedMs = 0;

  constructor(
    private readonly origin: string,
    private readonly rateLimitWaitMs: number,
    private readonly politeness: Politeness,
    private readonly time: Time,
  ) {}

  after(ended: Ended): NextStep {
    if (ended.kind === 'fault') {
      return this.#retry(ended.fault.reason, ended.fault.detail, ended.fault.isTransient);
    }
    const { status, statusText, headers } = ended.response;
    const said = `the server answered ${`${status} ${statusText}`.trim()}`;
    if (ASKS_FOR_PATIENCE.includes(status)) return this.#wait(status, said, headers);
    this.politeness.answered(this.origin);
    return SERVER_ERRORS.includes(status)
      ? this.#retry('server error', said, true)
      : { kind: 'done', response: ended.response };
  }

  #retry(reason: FailureReason, detail: string, isTransient: boolean): NextStep {
    if (!isTransient || this.#retries === RETRIES) {
      return { kind: 'give up', reason, detail, tries: isTransient ? this.#retries + 1 : 1 };
    }
    const waitMs = retryWait(this.#retries, this.time.random());
    this.#retries += 1;
    return { kind: 'retry', reason, retry: this.#retries, waitMs };
  }

  #wait(status: number, said: string, headers: Readonly<Record<string, string>>): NextStep {
    const asked = parseRetryAfter(headers['retry-after'], this.#now(headers['date']));
    const wanted = this.#wanted(asked);
    const rest = this.rateLimitWaitMs - Math.max(this.#waitedMs, this.politeness.heldMs(this.origin));
    if (rest <= 0 || (asked !== undefined && wanted > rest)) {
      return { kind: 'give up', reason: 'rate limited', detail: `${said}${this.#excuse(asked)}`, tries: 1 };
    }
    const waitMs = Math.min(wanted, rest);
    this.#waitedMs += waitMs;
    return { kind: 'wait', status, waitMs };
  }

  /** When another request has just been told to wait, this one waits with it instead of longer. */
  #wanted(asked: number | undefined): number {
    const held = this.politeness.remainingHold(this.origin);
    if (asked === undefined && held > 0) return held;
    const wanted = patienceWait(asked, this.#waits);
    if (asked === undefined) this.#waits += 1;
    return wanted;
  }

  #excuse(asked: number | undefined): string {
    const waitedMs = Math.max(this.#waitedMs, this.politeness.heldMs(this.origin));
    const waited = `after a wait of ${seconds(waitedMs)}`;
    if (asked === undefined) return ` ${waited}`;
    return ` and asks to wait ${seconds(asked)}, ${waited}; at most ${seconds(this.rateLimitWaitMs)} are allowed`;
  }

  /** The server's own time where it tells it: dates in its headers are by its clock. */
  #now(date: string | undefined): Date {
    return (date === undefined ? undefined : parseHttpDate(date)) ?? this.time.now();
  }
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
