import type { FailureReason } from './failure-reason.js';

/** What a client tells while it works, for a display. URLs are redacted. */
export type HttpEvent =
  | {
      /** The server asked for patience: the next request to the origin leaves in `waitMs`. */
      readonly type: 'rate limited';
      readonly origin: string;
      readonly url: string;
      readonly status: number;
      readonly waitMs: number;
      /** When the wait ends, ISO 8601: for a countdown. */
      readonly until: string;
    }
  | {
      /** A request failed in a way that may pass, and is asked again. */
      readonly type: 'retrying';
      readonly url: string;
      readonly reason: FailureReason;
      /** 1 for the first retry. */
      readonly retry: number;
      readonly waitMs: number;
    };

export type HttpEventListener = (event: HttpEvent) => void;
