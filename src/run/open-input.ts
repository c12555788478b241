import type { DdJob } from '../config/dd-job.js';
import { Redactor } from '../core/redaction.js';
import type { SeverityPolicy } from '../core/severity.js';
import type { ReadOptions } from '../metadata/check-document.js';
import { fileInput } from './dd-input.js';
import type { RunEnvironment } from './environment.js';
import type { OpenedInput } from './opened-input.js';

/**
 * Opens what a job assesses. Files are read at once; a server is asked only by the steps.
 *
 * @throws ConfigurationError for files that cannot be used
 */
export async function openInput(
  { input, out }: Pick<DdJob, 'input'> & Partial<Pick<DdJob, 'out'>>,
  policy: SeverityPolicy,
  options: ReadOptions,
  environment: RunEnvironment,
): Promise<OpenedInput> {
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
  return openServer(input, out, policy, options, environment);
}
