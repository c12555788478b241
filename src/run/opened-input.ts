import type { ServerInput } from '../config/dd-job.js';
import type { Redactor } from '../core/redaction.js';
import type { ExchangeLog } from '../odata/exchange-log.js';
import type { HttpClient } from '../odata/http-client.js';
import type { DdInput } from './dd-input.js';

/** A server with the client that talks to it. */
export interface ServerAccess {
  readonly input: ServerInput;
  readonly client: HttpClient;
  readonly log: ExchangeLog;
}

/** What a job assesses, opened. */
export interface OpenedInput {
  readonly input: DdInput;
  /** Absent when files are assessed. */
  readonly server?: ServerAccess;
  /** Takes the secrets of the run out of whatever is written. */
  readonly redactor: Redactor;
  /** The exchanges so far, where they are asked for. */
  readonly har?: () => unknown;
  readonly close: () => Promise<void>;
}
