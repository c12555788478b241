import type { Ledger } from '../core/ledger.js';
import { notEvaluated, runCheck } from '../core/outcome.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Assessment } from '../scenarios/assessment.js';
import { lookupNamesInUse, nameInUse } from '../scenarios/checks/name-in-use.js';
import { WITHOUT_ROWS } from '../scenarios/declared-values.js';
import type { ResultFolder } from './result-folder.js';
import type { StepEnd } from './steps.js';

/** Keeps the rows of the Lookup Resource with the results and holds the lookup names in use against them. */
export async function lookupsStep(
  books: Ledger,
  assessment: Assessment | undefined,
  lookups: LookupRows | undefined,
  folder: ResultFolder,
  startedAt: Date,
): Promise<StepEnd> {
  if (lookups === undefined) {
    books.leaveOut(WITHOUT_ROWS.what, WITHOUT_ROWS.reason);
    return { outOfScope: true };
  }
  await folder.writeJson(RESULT_FILES.lookups, {
    description: 'Lookup Resource rows',
    version: assessment?.dictionary.dictionary.version,
    generatedOn: startedAt.toISOString(),
    lookups: lookups.rows.map(({ raw }) => raw),
  });
  if (assessment === undefined) {
    books.record('lookups', 'lookup/name-in-use', {}, notEvaluated('the metadata yields no model'));
    return {};
  }
  for (const use of lookupNamesInUse(assessment)) {
    const outcome = runCheck(() => nameInUse(assessment, use));
    books.record('lookups', 'lookup/name-in-use', { lookup: use.lookup }, outcome);
  }
  return {};
}
