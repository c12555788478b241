import type { EventListener } from '../core/events.js';

/** What a conductor needs of the world outside: nothing below the command line reads it by itself. */
export interface RunEnvironment {
  readonly tool: { readonly name: string; readonly version: string };
  readonly now: () => Date;
  /** Milliseconds since the process started, by a clock that only goes forward. */
  readonly clock: () => number;
  readonly onEvent: EventListener;
  /** Aborted when a person interrupts the run. */
  readonly signal: AbortSignal;
}
