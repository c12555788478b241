import type { EventListener } from '../core/events.js';
import type { Time } from '../odata/time.js';

/** A run's place among those that talk to their servers: while it only computes, another may have it. */
export interface NetworkPlace {
  /** Gives the place up; does nothing without one. */
  leave(): void;
  /** Waits for a place; passes at once when the run has one. Rejects when the run is interrupted. */
  enter(): Promise<void>;
}

/** What a conductor needs of the world outside: nothing below the command line reads it by itself. */
export interface RunEnvironment {
  readonly tool: { readonly name: string; readonly version: string };
  /** Its clock counts from the start of the process. */
  readonly time: Time;
  readonly onEvent: EventListener;
  /** Aborted when a person interrupts the run. */
  readonly signal: AbortSignal;
  /** Absent for a run that is alone. */
  readonly network?: NetworkPlace;
  /** The environment variables, those of `.env` included. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}
