import type { Time } from '../../src/odata/time.js';

/** A clock that stands still but for the waits, which take no time and are written down. */
export class FakeTime implements Time {
  readonly waits: number[] = [];
  #ms = 0;

  readonly now = () => new Date(Date.UTC(2026, 0, 1) + this.#ms);
  readonly clock = () => this.#ms;
  readonly random = () => 0.5;
  readonly sleep = (ms: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    this.waits.push(ms);
    this.#ms += ms;
    return Promise.resolve();
  };

  /** Lets time pass. */
  pass(ms: number): void {
    this.#ms += ms;
  }
}
