const FIRST_RETRY_MS = 500;
const FIRST_PATIENCE_MS = 30_000;
// A server that says "at once" and refuses again would be asked without a pause.
const LEAST_PATIENCE_MS = 1000;
const JITTER = 0.5;

/** How often a request is asked again after a fault that may pass. */
export const RETRIES = 5;

/** The wait before a retry (the first is 0) in milliseconds: 0.5 s, doubling, a quarter more or less by chance. */
export function retryWait(retry: number, random: number): number {
  return FIRST_RETRY_MS * 2 ** retry * (1 - JITTER / 2 + JITTER * random);
}

/** The wait after a 429 or 503: what `Retry-After` says, else 30 s, doubling with each such answer (the first is 0). */
export function patienceWait(retryAfterMs: number | undefined, time: number): number {
  return retryAfterMs === undefined
    ? FIRST_PATIENCE_MS * 2 ** time
    : Math.max(LEAST_PATIENCE_MS, retryAfterMs);
}
