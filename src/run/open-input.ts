import type { DdJob, ServerInput } from '../config/dd-job.js';
import { Redactor } from '../core/redaction.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { ExchangeLog } from '../odata/exchange-log.js';
import type { HttpClient } from '../odata/http-client.js';
import { type DdInput, fileInput } from './dd-input.js';
import type { RunEnvironment } from './environment.js';

/** A server with the client that talks to it. */
export interface ServerAccess {
  readonly input: ServerInput;
  readonly client: HttpClient;
  readonly log: ExchangeLog;
}

/** What a job assesses, opened. */
export interface OpenInput {
  readonly input: DdInput;
  /** Absent when files are assessed. */
  readonly server?: ServerAccess;
  /** Takes the secrets of the run out of whatever is written. */
  readonly redactor: Redactor;
  /** The exchanges so far, where they are asked for. */
  readonly har?: () => unknown;
  readonly close: () => Promise<void>;
}

/**
 * Opens what a job assesses. Files are read at once; a server is asked only by the steps.
 *
 * @throws ConfigurationError for files that cannot be used
 */
export async function openInput(
  { input, out }: DdJob,
  policy: SeverityPolicy,
  environment: RunEnvironment,
): Promise<OpenInput> {
  if (input.kind === 'files') {
    const { kind: _kind, ...files } = input;
    return {
      input: await fileInput(files, policy),
      redactor: new Redactor(),
      close: () => Promise.resolve(),
    };
  }
  // Runs on files, the quickest there are, do without the HTTP client.
  const { openServer } = await import('./open-server.js');
  return openServer(input, out, policy, environment);
}
