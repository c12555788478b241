/** The world's clocks, waiting and chance, handed in so that tests need not wait. */
export interface Time {
  /** The time of day. */
  readonly now: () => Date;
  /** Milliseconds by a clock that only goes forward. */
  readonly clock: () => number;
  /** Waits; rejects at once when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}
