import type { Ledger } from '../core/ledger.js';
import { notEvaluated, runCheck } from '../core/outcome.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Assessment } from '../scenarios/assessment.js';
import { type LookupCheck, lookupChecks, NOT_ALL_ROWS, resourceCheck } from '../scenarios/lookup-checks.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import { WITHOUT_ROWS } from '../variations/no-values.js';
import type { DdInput } from './dd-input.js';
import type { ResultFolder } from './result-folder.js';
import { toRunError } from './run-error.js';
import type { StepEnd } from './steps.js';

interface LookupsStep {
  readonly books: Ledger;
  readonly input: DdInput;
  readonly assessment: Assessment | undefined;
  readonly folder: ResultFolder;
  readonly startedAt: Date;
}

/** What the lookups step leaves to the scenarios. */
export interface LookupsEnd extends StepEnd {
  readonly evidence?: LookupEvidence;
  readonly checks: readonly LookupCheck[];
  /** Why the rows are not all there, though they should be. */
  readonly rowsBlocked?: string;
}

const LOOKUP = { resource: 'Lookup' };

/** Gets the rows of the Lookup Resource, keeps them with the results and judges them. */
export async function lookupsStep({
  books,
  input,
  assessment,
  folder,
  startedAt,
}: LookupsStep): Promise<LookupsEnd> {
  if (assessment === undefined) {
    if (!input.hasLookups) return leaveOut(books);
    books.record('lookups', 'lookup/name-in-use', LOOKUP, notEvaluated('the metadata yields no model'));
    return { checks: [] };
  }
  const evidence = await input.lookups(assessment).catch((error: unknown) => {
    books.record('lookups', 'lookup/replication-count', LOOKUP, notEvaluated(toRunError(error).message));
    throw error;
  });
  const checks = [
    ...(input.isServer ? [resourceCheck(assessment)] : []),
    ...(evidence === undefined ? [] : lookupChecks(assessment, evidence)),
  ];
  for (const { rule, subject, judge } of checks) books.record('lookups', rule, subject, runCheck(judge));
  if (evidence === undefined) {
    // On a server without annotations there is nothing that rows could say; with them, rows are what is missing.
    return input.isServer ? { checks, rowsBlocked: 'lookup/resource-missing blocks it' } : leaveOut(books);
  }
  await folder.writeJson(RESULT_FILES.lookups, {
    description: 'RESO Lookup Resource',
    version: assessment.dictionary.dictionary.version,
    generatedOn: startedAt.toISOString(),
    lookups: evidence.rows.rows.map(({ raw }) => raw),
  });
  const isWhole = evidence.replication?.failure === undefined;
  return { evidence, checks, ...(isWhole ? {} : { rowsBlocked: NOT_ALL_ROWS }) };
}

function leaveOut(books: Ledger): LookupsEnd {
  books.leaveOut(WITHOUT_ROWS.what, WITHOUT_ROWS.reason);
  return { checks: [], outOfScope: true };
}
