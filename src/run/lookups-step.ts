import type { Ledger } from '../core/ledger.js';
import { notEvaluated, runCheck } from '../core/outcome.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Assessment } from '../scenarios/assessment.js';
import { WITHOUT_ROWS } from '../scenarios/declared-values.js';
import { type LookupCheck, lookupChecks, resourceCheck } from '../scenarios/lookup-checks.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import type { DdInput } from './dd-input.js';
import type { ResultFolder } from './result-folder.js';
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
}

/** Gets the rows of the Lookup Resource, keeps them with the results and judges them. */
export async function lookupsStep({
  books,
  input,
  assessment,
  folder,
  startedAt,
}: LookupsStep): Promise<LookupsEnd> {
  if (assessment === undefined) {
    const reason = 'the metadata yields no model';
    books.record('lookups', 'lookup/name-in-use', { resource: 'Lookup' }, notEvaluated(reason));
    return { checks: [] };
  }
  const evidence = await input.lookups(assessment);
  const checks = [
    ...(input.isServer ? [resourceCheck(assessment)] : []),
    ...(evidence === undefined ? [] : lookupChecks(assessment, evidence)),
  ];
  for (const { rule, subject, judge } of checks) books.record('lookups', rule, subject, runCheck(judge));
  if (evidence === undefined) {
    books.leaveOut(
      WITHOUT_ROWS.what,
      input.isServer ? 'the metadata has no Lookup Resource' : WITHOUT_ROWS.reason,
    );
    return { checks, ...(checks.length === 0 ? { outOfScope: true } : {}) };
  }
  await folder.writeJson(RESULT_FILES.lookups, {
    description: 'RESO Lookup Resource',
    version: assessment.dictionary.dictionary.version,
    generatedOn: startedAt.toISOString(),
    lookups: evidence.rows.rows.map(({ raw }) => raw),
  });
  return { evidence, checks };
}
