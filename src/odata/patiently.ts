import { InterruptedError } from './interrupted-error.js';

/**
 * Waits for something that rejects when a signal is aborted.
 *
 * @throws InterruptedError then
 */
export async function patiently(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await wait;
  } catch (error) {
    if (signal.aborted) throw new InterruptedError();
    throw error;
  }
}
