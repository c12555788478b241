import { setTimeout } from 'node:timers/promises';

// What a timer can hold at most, some 24 days: beyond it Node would not wait at all.
const LONGEST_MS = 2 ** 31 - 1;

/** Waits for so many milliseconds. Rejects with an `AbortError` as soon as the signal is aborted. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(Math.min(ms, LONGEST_MS), undefined, { signal });
}
