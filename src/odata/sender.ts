import type { WireResult } from './sending.js';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The id of the exchange, where the request was given one. */
  readonly id?: string;
}

/** Sends single requests: no retry, no redirect, no credentials of its own. */
export interface Sender {
  /** @throws InterruptedError when the run is interrupted */
  send(request: WireRequest): Promise<WireResult>;
  /** Closes all connections at once. */
  close(): Promise<void>;
}
