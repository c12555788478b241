import type { FailureReason } from './failure-reason.js';

/** How long the parts of an exchange took, in milliseconds. */
export interface ExchangeTimings {
  /** Until the request left: the connection, or next to nothing on one that was open. Absent when it never left. */
  readonly connect?: number;
  /** From the request's first byte out to the answer's head in. */
  readonly wait: number;
  /** From the head to the body's last byte. */
  readonly receive: number;
  /** The sum. The response time of the availability report is `wait + receive`. */
  readonly total: number;
}

/** A header as it was sent or received; a name may come more than once. */
export interface ExchangeHeader {
  readonly name: string;
  readonly value: string;
}

/** One request as it went over the wire, and what came back. Everything in it is redacted. */
export interface Exchange {
  /** What findings refer to: `exchange-1` and so on, in the order of recording. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly ExchangeHeader[];
  readonly status?: number;
  readonly statusText?: string;
  readonly responseHeaders?: readonly ExchangeHeader[];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly timings: ExchangeTimings;
  /** The size of the body as it came. */
  readonly wireBytes: number;
  /** The size of the body after decompression. */
  readonly decodedBytes: number;
  /** The first characters of the body, for exchanges that failed; none of a body with records. */
  readonly bodySample?: string;
  readonly failure?: { readonly reason: FailureReason | 'status'; readonly message: string };
}
