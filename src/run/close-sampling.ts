import type { Ledger } from '../core/ledger.js';
import { runCheck } from '../core/outcome.js';
import type { RunError } from '../reports/results.js';
import type { CheckContext } from '../sampling/checks/check-context.js';
import { samplingChecks } from '../sampling/checks/sampling-checks.js';
import type { SamplingEnd } from '../sampling/sample-server.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { RunEnvironment } from './environment.js';
import type { ServerAccess } from './opened-input.js';
import type { ResultFolder } from './result-folder.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';
import { writeAvailability } from './write-availability.js';

/** What the sampling leaves to the validation. */
export interface SamplingStepEnd extends StepEnd {
  /** Absent when nothing was sampled. */
  readonly context?: CheckContext;
}

interface Closing {
  readonly books: Ledger;
  readonly assessment: Assessment;
  readonly folder: ResultFolder;
  readonly environment: RunEnvironment;
}

const STOPPED = 'stopped by --fail-fast';
const HOW_TO_GO_ON = 'Run the same command with --resume to go on with the sampling.';

/** Books the checks and writes the reports of a sampling that has ended, one way or another. */
export async function closeSampling(
  { books, assessment, folder, environment }: Closing,
  { input }: ServerAccess,
  end: SamplingEnd,
): Promise<SamplingStepEnd> {
  const { state, checkpoint } = end;
  const runError = end.error === undefined ? undefined : stoppedBy(end.error);
  const totals = end.books.totals();
  const context: CheckContext = {
    state,
    policy: assessment.policy,
    totals: new Map(
      totals.filter(({ parent }) => parent === undefined).map((model) => [model.resource, model]),
    ),
    stopped: runError?.message ?? (end.stage?.isOver === true ? STOPPED : undefined),
  };
  for (const { rule, subject, judge } of samplingChecks(state)) {
    books.record(
      'sampling',
      rule,
      subject,
      runCheck(() => judge(context)),
    );
  }
  tellDrift(end, environment);
  await writeAvailability({ folder, end, totals, context, input, generatedOn: environment.time.now() });
  if (runError !== undefined) return { context, runError };
  if (end.stage?.isOver === true) return { context };
  if (state.isGone) {
    environment.onEvent({ type: 'notice', message: `The server was gone. ${HOW_TO_GO_ON}` });
    return { context };
  }
  if (state.endedAt === undefined) {
    checkpoint.keep({ kind: 'end', endedAt: environment.time.now().toISOString() });
  }
  const isEmpty = totals.every(({ records }) => records === 0);
  const isUntold = isEmpty && books.counts('sampling').findings.error === 0;
  return isUntold ? { context, runError: NO_RECORDS } : { context };
}

const NO_RECORDS: RunError = {
  kind: 'server',
  message:
    'No record came of any resource, so nothing was sampled. Check which records these credentials may see, and the filter if there is one.',
};

function stoppedBy(error: unknown): RunError {
  const { kind, message } = toRunError(error);
  const canGoOn = kind === 'interrupted' || kind === 'authentication' || kind === 'unreachable';
  return { kind, message: canGoOn ? `${message} ${HOW_TO_GO_ON}` : message };
}

/** A count that changed while paging is allowed for, and told. */
function tellDrift({ state }: SamplingEnd, { onEvent }: RunEnvironment): void {
  for (const sequence of state.sequences) {
    const [start, end] = [state.countFor(sequence)?.count, sequence.countAtEnd?.count];
    if (start === undefined || end === undefined || start === end) continue;
    const { resource, strategy } = sequence.planned;
    onEvent({
      type: 'notice',
      message: `${resource} ${strategy}: the count changed from ${start} to ${end} while paging, which is allowed for.`,
    });
  }
}
