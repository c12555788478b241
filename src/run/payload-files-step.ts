import type { PayloadSource } from '../common-format/input/payload-source.js';
import { createFinding } from '../core/create-finding.js';
import type { Ledger } from '../core/ledger.js';
import { evaluated, notEvaluated, type Outcome, onPartOfIt, outOfScope } from '../core/outcome.js';
import type { SeverityPolicy } from '../core/severity.js';
import { count } from '../reports/count.js';
import type { RunError } from '../reports/results.js';
import type { PayloadAssessment } from '../schema/payload-assessment.js';
import type { RunEnvironment } from './environment.js';
import type { PayloadFileValidator } from './payload-file-validator.js';
import type { PayloadFiles } from './payload-files.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';
import { tellStrangers } from './tell-strangers.js';

const STOPPED = 'stopped by --fail-fast';
const WITHOUT_ROWS = outOfScope(
  'values of annotated strings',
  'the schema was generated without the rows of the Lookup Resource',
);

interface PayloadFilesStep {
  readonly books: Ledger;
  readonly files: PayloadFiles;
  readonly validator: PayloadFileValidator;
  readonly assessment: PayloadAssessment;
  readonly policy: SeverityPolicy;
  readonly environment: RunEnvironment;
}

/** Reads the files one after the other and books the checks, also of what was read before something stopped it. */
export async function payloadFilesStep(step: PayloadFilesStep): Promise<StepEnd> {
  const { files, validator, environment } = step;
  const read = new Set<PayloadSource>();
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

function tell({ files, validator: { faults }, assessment, environment }: PayloadFilesStep): void {
  const notice = (message: string) => environment.onEvent({ type: 'notice', message });
  notice(`Read ${count(assessment.records, 'record')} in ${count(files.files.length, 'file')}.`);
  if (files.passedOver.length > 0) notice(`Passed over, as no payload files: ${files.passedOver.join(', ')}`);
  for (const path of faults.withByteOrderMark)
    notice(`${path} begins with a byte order mark, which was passed over.`);
  for (const [path, names] of faults.strangers) tellStrangers(path, names, environment);
}

/** @param ended why not all files were read to their ends */
function book(step: PayloadFilesStep, read: ReadonlySet<PayloadSource>, ended: string | undefined): void {
  const { books, validator, assessment, files } = step;
  for (const file of files.files) {
    const blocked = read.has(file) ? undefined : ended;
    books.record('validation', 'payload/json', { element: file.path }, outcomeOf(file, step, blocked));
  }
  for (const { path, reason } of files.unreadable) {
    books.record('validation', 'payload/json', { element: path }, notEvaluated(reason));
  }
  const { broken, partlyRead } = validator.faults;
  const byFault = new Map([
    ...broken.map(
      ({ resource, location }) => [resource, `payload/json blocks it: ${location.file} is broken`] as const,
    ),
    ...partlyRead.map(({ resource, path, reason }) => [resource, `${path}: ${reason}`] as const),
  ]);
  const coverage = {
    blocked: (resource: string) => ended ?? byFault.get(resource),
    withoutRows: WITHOUT_ROWS,
  };
  for (const { rule, subject, outcome } of assessment.outcomes(coverage)) {
    books.record('validation', rule, subject, outcome);
  }
}

/** Whether a file is JSON, as far as it was read. */
function outcomeOf(file: PayloadSource, step: PayloadFilesStep, ended: string | undefined): Outcome {
  const outcome = evaluated(brokenFindings(file, step));
  const partly = step.validator.faults.partlyRead.find(({ path }) => path === file.path);
  const blocked = partly?.reason ?? ended;
  return blocked === undefined ? outcome : onPartOfIt(outcome, blocked);
}

/** Each line of NDJSON is a document of its own, and may be broken on its own. */
function brokenFindings({ path, format }: PayloadSource, { validator, policy }: PayloadFilesStep) {
  const { broken, brokenCount } = validator.faults;
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
  validator: {
    faults: { unnamed, unnamedCount },
  },
  assessment,
  books,
}: PayloadFilesStep): RunError | undefined {
  const [first] = unnamed;
  if (first !== undefined) {
    const more = unnamedCount === 1 ? '' : ` (and ${unnamedCount - 1} more)`;
    return {
      kind: 'configuration',
      message: `${first}${more}. Name the resource in @odata.context or @reso.context, or with --resource.`,
    };
  }
  const { checks, findings } = books.counts();
  if (assessment.records > 0 || findings.error > 0 || checks['not evaluated'] > 0) return undefined;
  return {
    kind: 'configuration',
    message: 'The payloads hold no record, so nothing was tested. Give payloads with records.',
  };
}
