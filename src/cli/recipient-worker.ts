import { CertifyError } from '../core/errors.js';
import type { RunEvent } from '../core/events.js';
import { EXIT } from '../core/verdict.js';
import { InterruptedError } from '../odata/interrupted-error.js';
import type { Results } from '../reports/results.js';
import type { RecipientEnd, ServerJob } from '../run/batch.js';
import { runDd } from '../run/dd.js';
import type { NetworkPlace } from '../run/environment.js';
import { recipientName } from '../run/recipient-name.js';
import { toRunError } from '../run/run-error.js';
import { ENTERED, type RecipientMessage } from './recipient-process.js';
import { runEnvironment } from './run-environment.js';
import { processTerminal } from './terminal.js';

const EVENT_EVERY = 200;
const SAMPLED_EVERY_MS = 1000;

/** Assesses the one recipient that the process which started this one sends, and tells how it ended. */
export function recipientWorker(): void {
  // Ctrl-C in a terminal reaches this process twice, from the terminal and from the process that started it: the first
  // stops the run, the others must not end the process before its results are written.
  process.on('SIGINT', () => undefined);
  process.once('disconnect', () => process.exit());
  process.once('message', async (job: ServerJob) => {
    const end = await assess(job);
    tell({ type: 'end', end }, () => process.disconnect());
  });
}

async function assess(job: ServerJob): Promise<RecipientEnd> {
  let sampledAt = 0;
  const onEvent = (event: RunEvent) => {
    if (event.type === 'step progressed' && event.done % EVENT_EVERY !== 0) return;
    if (event.type === 'sampled') {
      if (performance.now() - sampledAt < SAMPLED_EVERY_MS) return;
      sampledAt = performance.now();
    }
    tell({ type: 'event', event });
  };
  try {
    const environment = runEnvironment(processTerminal(), onEvent);
    return endOf(job, await runDd(job, { ...environment, network: networkPlace(environment.signal) }));
  } catch (error) {
    if (!(error instanceof CertifyError)) throw error;
    return { ...endOf(job), runError: toRunError(error) };
  }
}

/** The place on the network that the process which started this one keeps for it. */
function networkPlace(signal: AbortSignal): NetworkPlace {
  return {
    leave: () => tell({ type: 'leave' }),
    enter: () => {
      tell({ type: 'enter' });
      return new Promise((entered, interrupted) => {
        process.on('message', (message) => (message === ENTERED ? entered() : undefined));
        signal.addEventListener('abort', () => interrupted(new InterruptedError()), { once: true });
        if (signal.aborted) interrupted(new InterruptedError());
      });
    },
  };
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
