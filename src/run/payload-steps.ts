import type { DdJob } from '../config/dd-job.js';
import type { Redactor } from '../core/redaction.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import { Exemptions } from '../schema/exemptions.js';
import type { RunEnvironment } from './environment.js';
import type { ServerAccess } from './opened-input.js';
import { PayloadValidation } from './payload-validation.js';
import type { ResultFolder } from './result-folder.js';
import { samplingStep } from './sampling-step.js';
import type { Steps } from './steps.js';
import { validationStep } from './validation-step.js';

interface PayloadSteps {
  readonly steps: Steps;
  readonly job: DdJob;
  readonly server: ServerAccess;
  readonly assessment: Assessment | undefined;
  /** Why there is no assessment. */
  readonly blocked: string;
  /** Absent: the standard ones. */
  readonly exemptions: Exemptions | undefined;
  readonly lookups: LookupEvidence | undefined;
  readonly folder: ResultFolder;
  readonly redactor: Redactor;
  readonly environment: RunEnvironment;
  readonly startedAt: Date;
}

/** Samples the server, and judges each page on the way where the validation step is chosen. */
export async function payloadSteps({ steps, lookups, startedAt, ...given }: PayloadSteps): Promise<void> {
  const { job, assessment, blocked, folder } = given;
  const { exemptions = Exemptions.ofVersion(job.version) } = given;
  const validation =
    assessment !== undefined && steps.isScored('validation')
      ? new PayloadValidation(assessment, exemptions, job.failFast === true)
      : undefined;
  const stage = validation && (() => validation.openStage());
  const sampling = await steps.run('sampling', (books) => samplingStep({ ...given, books, stage }));
  await steps.run('validation', (books) =>
    validationStep({
      books,
      validation,
      assessment,
      blocked: assessment === undefined ? blocked : (steps.runError?.message ?? 'nothing was sampled'),
      sampling: sampling?.context,
      lookups,
      folder,
      startedAt,
    }),
  );
}
