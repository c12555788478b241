import { join } from 'node:path';
import type { DdJob, ServerInput } from '../config/dd-job.js';
import type { Ledger } from '../core/ledger.js';
import { notEvaluated, runCheck } from '../core/outcome.js';
import type { Redactor } from '../core/redaction.js';
import { metadataReport } from '../metadata/metadata-report.js';
import { parseServiceRoot } from '../odata/service-address.js';
import { RESULT_FOLDERS } from '../reports/result-files.js';
import type { RunError } from '../reports/results.js';
import { readBegin } from '../sampling/checkpoint/open-checkpoint.js';
import type { CheckContext } from '../sampling/checks/check-context.js';
import { samplingChecks } from '../sampling/checks/sampling-checks.js';
import { planSampling } from '../sampling/plan/plan-sampling.js';
import type { SamplingPlan } from '../sampling/plan/sampling-plan.js';
import type { PageStage } from '../sampling/replication/page-taker.js';
import { journalPath, type SamplingEnd, sampleServer } from '../sampling/sample-server.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { RunEnvironment } from './environment.js';
import type { ServerAccess } from './open-input.js';
import type { ResultFolder } from './result-folder.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';
import { writeAvailability } from './write-availability.js';

interface SamplingStep {
  readonly books: Ledger;
  readonly job: DdJob;
  /** Absent when files are assessed. */
  readonly server: ServerAccess | undefined;
  readonly assessment: Assessment | undefined;
  /** Why there is no assessment. */
  readonly blocked: string;
  readonly folder: ResultFolder;
  readonly redactor: Redactor;
  readonly environment: RunEnvironment;
  /** Judges the records besides; absent: they are only counted. */
  readonly stage: (() => PageStage) | undefined;
}

/** What the sampling leaves to the validation. */
export interface SamplingStepEnd extends StepEnd {
  /** Absent when nothing was sampled. */
  readonly context?: CheckContext;
}

const DOCUMENT = { element: 'Edmx' };
const STOPPED = 'stopped by --fail-fast';
const HOW_TO_GO_ON = 'Run the same command with --resume to go on with the sampling.';

/**
 * Samples the server: fetches the records of what the metadata declares, counts what is in them, judges how they came,
 * and writes the availability reports. A run that stops on the way does so with what is known until then.
 */
export async function samplingStep(step: SamplingStep): Promise<SamplingStepEnd> {
  const { books, server, assessment, folder, redactor, environment } = step;
  if (server === undefined) {
    books.leaveOut('sampling', 'a file holds no records');
    return { outOfScope: true };
  }
  if (assessment === undefined) {
    books.record('sampling', 'sampling/http-error', DOCUMENT, notEvaluated(step.blocked));
    return {};
  }
  await environment.network?.enter();
  const checkpoint = join(folder.path, RESULT_FOLDERS.checkpoint);
  const plan = planOf(step, server.input, assessment, checkpoint);
  for (const { what, reason } of plan.leftOut) books.leaveOut(what, reason);
  if (plan.sequences.length === 0) return { runError: nothingToSample(plan) };
  const { saveRecords } = server.input.sampling;
  if (saveRecords !== undefined) announce(environment, saveRecords);
  const end = await sampleServer({
    client: server.client,
    log: server.log,
    redactor,
    serviceRoot: parseServiceRoot(server.input.recipient.serviceRootUri),
    report: reportOf(assessment),
    plan,
    asked: askedFor(step.job, server.input, step.stage !== undefined),
    folder: checkpoint,
    resume: server.input.manners.resume,
    concurrency: server.input.manners.concurrency,
    saveRecords,
    stage: step.stage,
    tool: `${environment.tool.name} ${environment.tool.version}`,
    time: environment.time,
    onEvent: environment.onEvent,
  });
  try {
    return await closeSampling(step, server, end);
  } finally {
    end.checkpoint.close();
  }
}

/** Books the checks and writes the reports of a sampling that has ended, one way or another. */
async function closeSampling(
  { books, assessment, folder, environment }: SamplingStep,
  { input }: ServerAccess,
  end: SamplingEnd,
): Promise<SamplingStepEnd> {
  const { state, checkpoint } = end;
  const runError = end.error === undefined ? undefined : stoppedBy(end.error);
  const totals = end.books.totals();
  const context: CheckContext = {
    state,
    policy: (assessment as Assessment).policy,
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

function nothingToSample({ leftOut }: SamplingPlan): RunError {
  const declared = leftOut.length === 0 ? 'It declares none at all.' : '';
  return {
    kind: 'configuration',
    message:
      `There is nothing to sample: the metadata declares no chosen entity set with records. ${declared}`.trim(),
  };
}

function stoppedBy(error: unknown): RunError {
  const { kind, message } = toRunError(error);
  const canGoOn = kind === 'interrupted' || kind === 'authentication' || kind === 'unreachable';
  return { kind, message: canGoOn ? `${message} ${HOW_TO_GO_ON}` : message };
}

function planOf(
  { job, environment }: SamplingStep,
  { sampling, manners, recipient, replay }: ServerInput,
  { model, resources }: Assessment,
  checkpoint: string,
): SamplingPlan {
  const earlier = manners.resume ? readBegin(journalPath(checkpoint)) : replay;
  return planSampling({
    model,
    resources,
    version: job.version,
    options: sampling,
    within: job.resources,
    originatingSystemName: recipient.originatingSystemName,
    originatingSystemId: recipient.originatingSystemId,
    pageSize: manners.pageSize,
    // A run that goes on, or is replayed, after New Year asks for the same three years.
    now: earlier === undefined ? environment.time.now() : new Date(earlier.startedAt),
  });
}

/** What distinguishes this run from others on the same server, by option. */
function askedFor(
  { version, resources }: DdJob,
  { sampling, manners, recipient }: ServerInput,
  isValidated: boolean,
): Readonly<Record<string, unknown>> {
  const { limit, strategies, expand, filter, orderby, saveRecords } = sampling;
  return {
    '--dd-version': version,
    '--limit': limit,
    '--page-size': manners.pageSize,
    '--resource': [resources, sampling.resources],
    '--strategy': strategies,
    '--expand': expand,
    '--filter': filter,
    '--orderby': orderby,
    '--save-records': saveRecords,
    validation: isValidated,
    'originating system': [recipient.originatingSystemName, recipient.originatingSystemId],
  };
}

function reportOf({ model, dictionary, lookups, rowsBlocked }: Assessment) {
  return metadataReport({
    model,
    standardNames: new Set(dictionary.resourceNames),
    version: dictionary.dictionary.version,
    generatedOn: '',
    ...(lookups === undefined || rowsBlocked !== undefined ? {} : { lookups }),
  });
}

function announce({ onEvent }: RunEnvironment, folder: string): void {
  const message = `The records of the server, people's data among them, are written to ${folder}. Only you can read them there.`;
  onEvent({ type: 'notice', message });
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
