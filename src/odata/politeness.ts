import type { Time } from './time.js';

/** What is known of one origin. Times are those of the injected clock, in milliseconds. */
interface OriginState {
  /** No request starts before. */
  freeAt: number;
  /** The server asked for patience until then. */
  heldUntil: number;
  /** How long it has been held, all told, since it last gave a real answer. */
  heldMs: number;
}

/**
 * The pause between requests to one origin, and the patience that an origin has asked for. Shared by all clients of a
 * run: two recipients of a batch on one host do not get around it.
 */
export class Politeness {
  readonly #origins = new Map<string, OriginState>();

  /** `delayMs`: no request starts sooner than so long after the start or the end of the one before. */
  constructor(
    private readonly delayMs: number,
    private readonly time: Pick<Time, 'clock' | 'sleep'>,
  ) {}

  /** Waits for the turn of a request. Rejects when the signal is aborted. */
  async turn(origin: string, signal: AbortSignal): Promise<void> {
    const state = this.#of(origin);
    // The place in the queue is taken before the wait, so that those who wait leave one by one.
    const now = this.time.clock();
    const start = Math.max(now, state.freeAt, state.heldUntil);
    state.freeAt = start + this.delayMs;
    let held = state.heldUntil;
    if (start > now) await this.time.sleep(start - now, signal);
    while (state.heldUntil > held) {
      held = state.heldUntil;
      const rest = held - this.time.clock();
      if (rest > 0) await this.time.sleep(rest, signal);
    }
  }

  /** Says that an exchange has ended. */
  ended(origin: string): void {
    const state = this.#of(origin);
    state.freeAt = Math.max(state.freeAt, this.time.clock() + this.delayMs);
  }

  /** Says that an origin gave an answer that does not ask for patience. */
  answered(origin: string): void {
    this.#of(origin).heldMs = 0;
  }

  /** Holds back all requests to an origin for so long from now. Returns by how much that is longer than before. */
  hold(origin: string, ms: number): number {
    const state = this.#of(origin);
    const now = this.time.clock();
    const added = Math.max(0, now + ms - Math.max(now, state.heldUntil));
    state.heldUntil = Math.max(state.heldUntil, now + ms);
    state.heldMs += added;
    return added;
  }

  /** How long an origin is still held. */
  remainingHold(origin: string): number {
    return Math.max(0, this.#of(origin).heldUntil - this.time.clock());
  }

  /** How long an origin has been held since it last answered. */
  heldMs(origin: string): number {
    return this.#of(origin).heldMs;
  }

  #of(origin: string): OriginState {
    const known = this.#origins.get(origin);
    if (known !== undefined) return known;
    const state = { freeAt: 0, heldUntil: 0, heldMs: 0 };
    this.#origins.set(origin, state);
    return state;
  }
}
