import type { DdJob } from '../config/dd-job.js';
import { Redactor } from '../core/redaction.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { ReadOptions } from '../metadata/check-document.js';
import { type DdInput, fileInput } from './dd-input.js';
import type { RunEnvironment } from './environment.js';

/** What a job assesses, opened. */
export interface OpenInput {
  readonly input: DdInput;
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
  input: DdJob['input'],
  policy: SeverityPolicy,
  options: ReadOptions,
  environment: RunEnvironment,
): Promise<OpenInput> {
  if (input.kind === 'files') {
    const { kind: _kind, ...files } = input;
    return {
      input: await fileInput(files, policy, options),
      redactor: new Redactor(),
      close: () => Promise.resolve(),
    };
  }
  // Runs on files, the quickest there are, do without the HTTP client.
  const { openServer } = await import('./open-server.js');
  return openServer(input, policy, options, environment);
}
