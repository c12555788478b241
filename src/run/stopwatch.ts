import type { Timing } from '../reports/results.js';

/** Measures where the time of a run goes. */
export class Stopwatch {
  readonly #timings: Timing[] = [];
  readonly #startedAt: number;

  constructor(private readonly clock: () => number) {
    this.#startedAt = clock();
  }

  /** Runs a part and books its wall time, also when it throws. */
  async time<T>(what: string, part: () => T | Promise<T>): Promise<T> {
    const before = this.clock();
    try {
      return await part();
    } finally {
      this.#timings.push({ what, ms: round(this.clock() - before) });
    }
  }

  /** What came before the run, its parts in the order in which they ended, and all of it. */
  get timings(): readonly Timing[] {
    return [
      { what: 'start-up', ms: round(this.#startedAt) },
      ...this.#timings,
      { what: 'whole run', ms: round(this.clock()) },
    ];
  }

  /** The time of a part in milliseconds; 0 when it never ran. */
  of(what: string): number {
    return this.#timings.filter((timing) => timing.what === what).reduce((sum, { ms }) => sum + ms, 0);
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
