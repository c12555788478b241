import { CertifyError } from '../core/errors.js';
import type { RunEvent } from '../core/events.js';
import { EXIT } from '../core/verdict.js';
import type { Results } from '../reports/results.js';
import type { RecipientEnd, ServerJob } from '../run/batch.js';
import { runDd } from '../run/dd.js';
import { recipientName } from '../run/recipient-name.js';
import { toRunError } from '../run/run-error.js';
import type { RecipientMessage } from './recipient-process.js';
import { runEnvironment } from './run-environment.js';
import { processTerminal } from './terminal.js';

const EVENT_EVERY = 200;

/** Assesses the one recipient that the process which started this one sends, and tells how it ended. */
export function recipientWorker(): void {
  process.once('message', async (job: ServerJob) => {
    const end = await assess(job);
    tell({ type: 'end', end }, () => process.disconnect());
  });
}

async function assess(job: ServerJob): Promise<RecipientEnd> {
  const onEvent = (event: RunEvent) => {
    if (event.type !== 'step progressed' || event.done % EVENT_EVERY === 0) tell({ type: 'event', event });
  };
  try {
    return endOf(job, await runDd(job, runEnvironment(processTerminal(), onEvent)));
  } catch (error) {
    if (!(error instanceof CertifyError)) throw error;
    return { ...endOf(job), runError: toRunError(error) };
  }
}

function endOf(job: ServerJob, results?: Results): RecipientEnd {
  const count = (severity: string) =>
    results?.findings.filter((finding) => finding.severity === severity).length ?? 0;
  return {
    name: recipientName(job.input.recipient),
    folder: job.out,
    verdict: results?.verdict ?? 'incomplete',
    exitCode: results?.exitCode ?? EXIT.incomplete,
    errors: count('error'),
    warnings: count('warning'),
    notEvaluated: results?.checks.filter(({ verdict }) => verdict === 'not evaluated').length ?? 0,
    ...(results?.runError === undefined ? {} : { runError: results.runError }),
  };
}

function tell(message: RecipientMessage, sent?: () => void): void {
  process.send?.(message, undefined, undefined, () => sent?.());
}
