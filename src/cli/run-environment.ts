import type { EventListener } from '../core/events.js';
import { sleep } from '../odata/sleep.js';
import type { RunEnvironment } from '../run/environment.js';
import type { Terminal } from './terminal.js';

/** The world of this process as conductors see it. */
export function runEnvironment(
  { tool, signal, variables: variablesOf }: Terminal,
  onEvent: EventListener,
): RunEnvironment {
  return {
    tool,
    time: { now: () => new Date(), clock: () => performance.now(), sleep, random: Math.random },
    onEvent,
    signal,
    variables: variablesOf(),
  };
}
