/** How long and how much a client takes from a server. Times in milliseconds, sizes in bytes. */
export interface HttpLimits {
  /** Until a connection stands, TLS included. */
  readonly connectMs: number;
  /** From the request to the answer's head. */
  readonly headersMs: number;
  /** Without a byte of the body. */
  readonly bodyIdleMs: number;
  /** One exchange as a whole. */
  readonly exchangeMs: number;
  /** The body after decompression. */
  readonly bodyBytes: number;
  /** The answer's head. */
  readonly headerBytes: number;
  /** All the waiting for one request, or for one origin without an answer, because of 429 and 503. */
  readonly rateLimitWaitMs: number;
}

const MINUTE = 60_000;
const MIB = 2 ** 20;

export const DEFAULT_LIMITS: HttpLimits = {
  connectMs: 10_000,
  headersMs: MINUTE,
  bodyIdleMs: MINUTE,
  exchangeMs: 10 * MINUTE,
  bodyBytes: 64 * MIB,
  headerBytes: 64 * 1024,
  rateLimitWaitMs: 60 * MINUTE,
};
