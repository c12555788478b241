import { join } from 'node:path';
import type { DdJob } from '../config/dd-job.js';
import type { Ledger } from '../core/ledger.js';
import { notEvaluated } from '../core/outcome.js';
import type { Redactor } from '../core/redaction.js';
import { parseServiceRoot } from '../odata/service-address.js';
import { RESULT_FOLDERS } from '../reports/result-files.js';
import type { RunError } from '../reports/results.js';
import type { SamplingPlan } from '../sampling/plan/sampling-plan.js';
import type { PageStage } from '../sampling/replication/page-taker.js';
import { sampleServer } from '../sampling/sample-server.js';
import type { Assessment } from '../scenarios/assessment.js';
import { closeSampling, type SamplingStepEnd } from './close-sampling.js';
import type { RunEnvironment } from './environment.js';
import type { ServerAccess } from './opened-input.js';
import type { ResultFolder } from './result-folder.js';
import { askedFor, planOf, reportOf } from './sampling-request.js';

interface SamplingStep {
  readonly books: Ledger;
  readonly job: DdJob;
  readonly server: ServerAccess;
  readonly assessment: Assessment | undefined;
  /** Why there is no assessment. */
  readonly blocked: string;
  readonly folder: ResultFolder;
  readonly redactor: Redactor;
  readonly environment: RunEnvironment;
  /** Judges the records besides; absent: they are only counted. */
  readonly stage: (() => PageStage) | undefined;
}

const DOCUMENT = { element: 'Edmx' };

/**
 * Samples the server: fetches the records of what the metadata declares, counts what is in them, judges how they came,
 * and writes the availability reports. A run that stops on the way does so with what is known until then.
 */
export async function samplingStep(step: SamplingStep): Promise<SamplingStepEnd> {
  const { books, server, assessment, folder, redactor, environment } = step;
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
    return await closeSampling({ books, assessment, folder, environment }, server, end);
  } finally {
    end.checkpoint.close();
  }
}

function nothingToSample({ leftOut }: SamplingPlan): RunError {
  const declared = leftOut.length === 0 ? 'It declares none at all.' : '';
  return {
    kind: 'configuration',
    message:
      `There is nothing to sample: the metadata declares no chosen entity set with records. ${declared}`.trim(),
  };
}

function announce({ onEvent }: RunEnvironment, folder: string): void {
  const message = `The records of the server, people's data among them, are written to ${folder}. Only you can read them there.`;
  onEvent({ type: 'notice', message });
}
