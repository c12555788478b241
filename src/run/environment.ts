import type { EventListener } from '../core/events.js';
import type { Time } from '../odata/time.js';

/** What a conductor needs of the world outside: nothing below the command line reads it by itself. */
export interface RunEnvironment {
  readonly tool: { readonly name: string; readonly version: string };
  /** Its clock counts from the start of the process. */
  readonly time: Time;
  readonly onEvent: EventListener;
  /** Aborted when a person interrupts the run. */
  readonly signal: AbortSignal;
  /** The environment variables, those of `.env` included. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}
