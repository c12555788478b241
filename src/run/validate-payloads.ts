import { createFinding } from '../core/create-finding.js';
import { Ledger } from '../core/ledger.js';
import { evaluated, onPartOfIt, outOfScope } from '../core/outcome.js';
import { Redactor } from '../core/redaction.js';
import type { Profile, SeverityPolicy } from '../core/severity.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { count } from '../reports/count.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results, RunError } from '../reports/results.js';
import { PayloadAssessment } from '../schema/payload-assessment.js';
import { readSchema } from '../schema/read/read-schema.js';
import { closeBooks } from './close-books.js';
import type { RunEnvironment } from './environment.js';
import { PayloadFileValidator } from './payload-file-validator.js';
import { findPayloadFiles, type PayloadFile, type PayloadFiles } from './payload-files.js';
import { exemptionsOf } from './read-exemptions.js';
import { readInputFile } from './read-file.js';
import { openResultFolder } from './result-folder.js';
import { toRunError } from './run-error.js';
import { type StepEnd, Steps } from './steps.js';
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
  /** A file of exempt fields, in place of the standard ones. */
  readonly exemptions?: string;
  readonly failFast: boolean;
  readonly profile: Profile;
  readonly out: string;
}

const STOPPED = 'stopped by --fail-fast';
const WITHOUT_ROWS = outOfScope(
  'values of annotated strings',
  'the schema was generated without the rows of the Lookup Resource',
);

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
  const definitions = readSchema(await readInputFile(job.schema, '--schema'), job.schema);
  const { version } = definitions;
  const { sha256 } = await loadDictionary(GENERATED_FOLDER, version);
  const exemptions = await exemptionsOf(job.exemptions, version);
  const files = await findPayloadFiles(job.paths, job.schema);
  const policy: SeverityPolicy = { profile: job.profile, version, strict: true };
  const folder = await openResultFolder(job.out, startedAt, new Redactor());

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
    validateFiles({ books, files, validator, assessment, policy, environment }),
  );
  const errors = assessment.schemaErrors(startedAt.toISOString());
  if (errors !== undefined) await folder.writeJson(RESULT_FILES.schemaErrors, errors);
  const results = closeBooks({
    job: { version, profile: job.profile, strict: true },
    input: { described: { payloads: job.paths, schema: job.schema } },
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

interface ValidationOfFiles {
  readonly books: Ledger;
  readonly files: PayloadFiles;
  readonly validator: PayloadFileValidator;
  readonly assessment: PayloadAssessment;
  readonly policy: SeverityPolicy;
  readonly environment: RunEnvironment;
}

/** Reads the files one after the other and books the checks, also of what was read before something stopped it. */
async function validateFiles(step: ValidationOfFiles): Promise<StepEnd> {
  const { files, validator, environment } = step;
  const read = new Set<PayloadFile>();
  let stopped: RunError | undefined;
  try {
    for (const file of files.files) {
      await validator.validate(file);
      if (validator.hasStopped) break;
      read.add(file);
      const progress = { done: read.size, total: files.files.length };
      environment.onEvent({ type: 'step progressed', step: 'validation', ...progress });
    }
  } catch (error) {
    stopped = toRunError(error);
  }
  tell(step);
  book(step, read, stopped?.message ?? (validator.hasStopped ? STOPPED : undefined));
  const runError = stopped ?? notJudged(step);
  return runError === undefined ? {} : { runError };
}

function tell({ files, validator, assessment, environment }: ValidationOfFiles): void {
  const notice = (message: string) => environment.onEvent({ type: 'notice', message });
  notice(`Read ${count(assessment.records, 'record')} in ${count(files.files.length, 'file')}.`);
  if (files.passedOver.length > 0) notice(`Passed over, as no payload files: ${files.passedOver.join(', ')}`);
  for (const path of validator.withByteOrderMark)
    notice(`${path} begins with a byte order mark, which was passed over.`);
}

/** @param ended why not all files were read to their ends */
function book(step: ValidationOfFiles, read: ReadonlySet<PayloadFile>, ended: string | undefined): void {
  const { books, validator, assessment, files } = step;
  for (const file of files.files) {
    const outcome = evaluated(...brokenFindings(file, step));
    const isRead = read.has(file) || ended === undefined;
    const about = { element: file.path };
    books.record('validation', 'payload/json', about, isRead ? outcome : onPartOfIt(outcome, ended));
  }
  const byFault = new Map(
    validator.broken.map(({ resource, location }) => [
      resource,
      `payload/json blocks it: ${location.file} is broken`,
    ]),
  );
  const coverage = {
    blocked: (resource: string) => ended ?? byFault.get(resource),
    withoutRows: WITHOUT_ROWS,
  };
  for (const { rule, subject, outcome } of assessment.outcomes(coverage)) {
    books.record('validation', rule, subject, outcome);
  }
}

/** Each line of NDJSON is a document of its own, and may be broken on its own. */
function brokenFindings({ path, format }: PayloadFile, { validator, policy }: ValidationOfFiles) {
  const { broken, brokenCount } = validator;
  const more = brokenCount - broken.length;
  return broken
    .filter(({ location }) => location.file === path)
    .map(({ location, message, document }, index, all) => {
      const isLast = more > 0 && index === all.length - 1;
      const rest = isLast ? ` (${more} more are not told)` : '';
      return createFinding(policy, 'payload/json', {
        subject: { element: format === 'json' ? path : `${path}, document ${document + 1}` },
        message: `It is no JSON: ${message}${rest}. Write it with a JSON library.`,
        location,
      });
    });
}

/** What keeps a run without errors from being a pass: payloads of unknown resources, or none at all. */
function notJudged({
  validator: { unnamed, unnamedCount },
  assessment,
  books,
}: ValidationOfFiles): RunError | undefined {
  const [first] = unnamed;
  if (first !== undefined) {
    const more = unnamedCount === 1 ? '' : ` (and ${unnamedCount - 1} more)`;
    return {
      kind: 'configuration',
      message: `${first}${more}. Name the resource in @odata.context or @reso.context, or with --resource.`,
    };
  }
  if (assessment.records > 0 || books.counts().findings.error > 0) return undefined;
  return {
    kind: 'configuration',
    message: 'The payloads hold no record, so nothing was tested. Give payloads with records.',
  };
}
