import type { ScenarioRun } from './scenario-run.js';

// Cucumber hands its world nothing but JSON parameters: a run travels as the key under which it is kept here.
const runs = new Map<string, ScenarioRun>();
let started = 0;

/** The key of the run that plain `cucumber-js` opens for itself. */
export const PLAIN_RUN = 'plain';

/** Keeps a run for the worlds of its scenarios and returns its key. */
export function openRun(run: ScenarioRun, key = `run-${++started}`): string {
  runs.set(key, run);
  return key;
}

/** Forgets a run. */
export function closeRun(key: string): void {
  runs.delete(key);
}

/** The run kept under a key, if any. */
export function activeRun(key: string): ScenarioRun | undefined {
  return runs.get(key);
}
