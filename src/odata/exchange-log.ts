import { REDACTED, type Redactor } from '../core/redaction.js';
import { isSensitiveHeader } from '../core/sensitive-places.js';
import { bodyExcerpt } from './body-excerpt.js';
import type { Exchange, ExchangeHeader } from './exchange.js';

type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An exchange as it happened, with its secrets. */
export interface ExchangeEntry
  extends Omit<Exchange, 'requestHeaders' | 'responseHeaders' | 'bodySample' | 'startedAt'> {
  readonly startedAt: Date;
  readonly requestHeaders: RawHeaders;
  readonly responseHeaders?: RawHeaders;
  /** The decoded body. Only an exchange with a `failure` leaves a sample of it. */
  readonly body?: Uint8Array;
  /** True when `body` is only the beginning. */
  readonly isCut?: boolean;
}

/** How much a log holds. */
export interface LogCapacity {
  /** Failed exchanges, with a sample of the body each. */
  readonly failures: number;
  /** The latest successful exchanges, with their headers. */
  readonly recent: number;
  /** Earlier successful exchanges, without headers. */
  readonly earlier: number;
  /** Characters of a body sample. */
  readonly sample: number;
}

/** What happened in all, kept in the log or not. */
export interface ExchangeCounts {
  readonly exchanges: number;
  readonly failures: number;
  readonly wireBytes: number;
  readonly decodedBytes: number;
  /** Exchanges of which nothing is left but these counts. */
  readonly forgotten: number;
}

const DEFAULT_CAPACITY: LogCapacity = { failures: 2000, recent: 2000, earlier: 50_000, sample: 4096 };

/**
 * What went over the wire in one run, redacted as it is recorded, in a memory that does not grow without end. Failures
 * are kept first.
 */
export class ExchangeLog {
  readonly #capacity: LogCapacity;
  readonly #kept = new Map<string, Exchange>();
  readonly #recent: string[] = [];
  readonly #counts = { exchanges: 0, failures: 0, wireBytes: 0, decodedBytes: 0, forgotten: 0 };
  #ids = 0;
  #keptFailures = 0;
  #earlier = 0;

  constructor(
    private readonly redactor: Redactor,
    capacity: Partial<LogCapacity> = {},
  ) {
    this.#capacity = { ...DEFAULT_CAPACITY, ...capacity };
  }

  /** An id for an exchange that will be recorded. */
  newId(): string {
    this.#ids += 1;
    return `exchange-${this.#ids}`;
  }

  /** Records an exchange that has ended. */
  record(entry: ExchangeEntry): void {
    this.restore(this.#redacted(entry));
  }

  /** Takes in an exchange of an earlier run that this one goes on with. */
  restore(exchange: Exchange): void {
    this.#counts.exchanges += 1;
    this.#counts.wireBytes += exchange.wireBytes;
    this.#counts.decodedBytes += exchange.decodedBytes;
    if (exchange.failure === undefined) this.#keepRecent(exchange);
    else this.#keepFailure(exchange);
  }

  /** The exchange of that id, unless it is forgotten. */
  find(id: string): Exchange | undefined {
    return this.#kept.get(id);
  }

  /** All that is kept, in the order in which it was recorded. */
  get exchanges(): readonly Exchange[] {
    return [...this.#kept.values()];
  }

  get counts(): ExchangeCounts {
    return { ...this.#counts };
  }

  #keepFailure(exchange: Exchange): void {
    this.#counts.failures += 1;
    this.#keptFailures += 1;
    if (this.#keptFailures > this.#capacity.failures) this.#counts.forgotten += 1;
    else this.#kept.set(exchange.id, exchange);
  }

  #keepRecent(exchange: Exchange): void {
    this.#kept.set(exchange.id, exchange);
    this.#recent.push(exchange.id);
    if (this.#recent.length > this.#capacity.recent) this.#age(this.#recent.shift());
  }

  #age(id: string | undefined): void {
    const exchange = id === undefined ? undefined : this.#kept.get(id);
    if (exchange === undefined) return;
    this.#earlier += 1;
    if (this.#earlier > this.#capacity.earlier) {
      this.#kept.delete(exchange.id);
      this.#counts.forgotten += 1;
    } else {
      const { responseHeaders: _dropped, ...rest } = exchange;
      this.#kept.set(exchange.id, { ...rest, requestHeaders: [] });
    }
  }

  #redacted(entry: ExchangeEntry): Exchange {
    const { body, isCut, startedAt, requestHeaders, responseHeaders, failure, ...rest } = entry;
    return {
      ...rest,
      url: this.redactor.redact(rest.url),
      startedAt: startedAt.toISOString(),
      requestHeaders: this.#headers(requestHeaders),
      ...(rest.statusText === undefined ? {} : { statusText: this.redactor.redact(rest.statusText) }),
      ...(responseHeaders === undefined ? {} : { responseHeaders: this.#headers(responseHeaders) }),
      ...(failure === undefined
        ? {}
        : { failure: { ...failure, message: this.redactor.redact(failure.message) } }),
      ...(failure === undefined || body === undefined || body.length === 0
        ? {}
        : { bodySample: bodyExcerpt(this.redactor, body, this.#capacity.sample, isCut) }),
    };
  }

  #headers(headers: RawHeaders): readonly ExchangeHeader[] {
    return Object.entries(headers).flatMap(([name, value = []]) =>
      (typeof value === 'string' ? [value] : value).map((one) => ({
        name: this.redactor.redact(name),
        value: isSensitiveHeader(name) ? REDACTED : this.redactor.redact(one),
      })),
    );
  }
}
