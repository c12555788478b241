import type { ExchangeTimings } from './exchange.js';
import type { FailureReason } from './failure-reason.js';

/**
 * The headers of an answer by their names in lower case; several of one name are joined by comma and blank (RFC 9110,
 * 5.3). The object has no prototype, whatever the server calls its headers.
 */
export type HttpHeaders = Readonly<Record<string, string>>;

/** An answer of the server, of any status but those that `HttpFailure` stands for. */
export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly statusText: string;
  readonly headers: HttpHeaders;
  /** The body after decompression. */
  readonly body: Uint8Array;
  /** Where the answer came from, redirects followed. Not redacted: relative links resolve against it. */
  readonly url: string;
  /** When the request was made, ISO 8601. */
  readonly startedAt: string;
  readonly timings: ExchangeTimings;
  /** The size of the body as it came, in bytes. */
  readonly wireBytes: number;
  /** The id of the exchange in the log. */
  readonly exchange: string;
}

/** A request that failed after all its retries. */
export interface HttpFailure {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** The status, where one came. */
  readonly status?: number;
  /** What happened, where and what to do. Redacted. */
  readonly message: string;
  /** What was asked for. Redacted. */
  readonly url: string;
  /** The id of the last exchange in the log. */
  readonly exchange: string;
}

/** What became of a request: data, so that a failed request is a finding and not the end of a run. */
export type HttpAnswer = HttpResponse | HttpFailure;
