import { Ledger } from '../core/ledger.js';
import { Redactor } from '../core/redaction.js';
import type { Profile, SeverityPolicy } from '../core/severity.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { PayloadAssessment } from '../schema/payload-assessment.js';
import { readSchema } from '../schema/read/read-schema.js';
import { closeBooks } from './close-books.js';
import type { RunEnvironment } from './environment.js';
import { PayloadFileValidator } from './payload-file-validator.js';
import { findPayloadFiles } from './payload-files.js';
import { payloadFilesStep } from './payload-files-step.js';
import { exemptionsOf } from './read-exemptions.js';
import { readInputFile } from './read-file.js';
import { openResultFolder } from './result-folder.js';
import { Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';

/** Payload files to hold against a schema. */
export interface ValidatePayloadsJob {
  /** A `schema.json` that `schema generate` wrote. */
  readonly schema: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** The resource of payloads that name none. */
  readonly resource?: string;
  /** The payloads are as servers send them with `IEEE754Compatible=true`. */
  readonly isIeee754Compatible: boolean;
  /** A file of exempt fields, in place of those of the schema. */
  readonly exemptions?: string;
  readonly failFast: boolean;
  readonly profile: Profile;
  readonly out: string;
}

/**
 * Validates payload files against a schema and writes the results. Returns what `results.json` holds.
 *
 * @throws ConfigurationError, before anything is written, for a schema, exemptions or paths that cannot be used
 */
export async function runValidatePayloads(
  job: ValidatePayloadsJob,
  environment: RunEnvironment,
): Promise<Results> {
  const { time, onEvent } = environment;
  const startedAt = time.now();
  const stopwatch = new Stopwatch(time.clock);
  const schema = await readInputFile(job.schema, '--schema');
  const { definitions, exemptions: ofSchema } = readSchema(schema, job.schema);
  const { version } = definitions;
  const { sha256 } = await loadDictionary(GENERATED_FOLDER, version);
  const exemptions = job.exemptions === undefined ? ofSchema : await exemptionsOf(job.exemptions, version);
  const files = await findPayloadFiles(job.paths, job.schema);
  const policy: SeverityPolicy = { profile: job.profile, version, strict: true };
  const folder = await openResultFolder(job.out, startedAt, new Redactor());
  // What payloads were judged by stays with the results, also where it lay in the folder of an earlier run.
  await folder.write(RESULT_FILES.schema, schema);

  const ledger = new Ledger();
  const steps = new Steps({ steps: ['validation'], reason: () => '' }, ledger, stopwatch, onEvent);
  const assessment = new PayloadAssessment({ definitions, policy, exemptions });
  const validator = new PayloadFileValidator({
    assessment,
    definitions,
    resource: job.resource,
    isIeee754Compatible: job.isIeee754Compatible,
    failFast: job.failFast,
    signal: environment.signal,
  });
  await steps.run('validation', (books) =>
    payloadFilesStep({ books, files, validator, assessment, policy, environment }),
  );
  const errors = assessment.schemaErrors(startedAt.toISOString());
  if (errors !== undefined) await folder.writeJson(RESULT_FILES.schemaErrors, errors);
  const results = closeBooks({
    job: { version, profile: job.profile, strict: true },
    input: { payloads: job.paths, schema: job.schema },
    environment,
    ledger,
    steps,
    stopwatch,
    sha256,
    startedAt,
  });
  await folder.writeJson(RESULT_FILES.results, results);
  return results;
}
