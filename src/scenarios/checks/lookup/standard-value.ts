import { createFinding } from '../../../core/create-finding.js';
import type { Finding } from '../../../core/finding.js';
import { evaluated, notApplicable, type Outcome } from '../../../core/outcome.js';
import type { LookupRow } from '../../../metadata/lookup-rows.js';
import type { Assessment } from '../../assessment.js';
import type { LookupEvidence } from '../../lookup-evidence.js';

/** `lookup/standard-value`: a row that bears a standard value of its lookup carries StandardLookupValue. */
export function standardValue(assessment: Assessment, evidence: LookupEvidence, lookup: string): Outcome {
  const values = assessment.dictionary.lookup(lookup)?.values;
  const rows = evidence.rows.byLookupName.get(lookup) ?? [];
  if (values === undefined || rows.length === 0) return notApplicable(`"${lookup}" has no standard values`);
  const standardOf = new Map(
    values.flatMap(({ standardValue, legacyODataValue }) => [
      [legacyODataValue, standardValue],
      [standardValue, standardValue],
    ]),
  );
  return evaluated(rows.map((row) => withoutStandardValue(assessment, lookup, row, standardOf)));
}

function withoutStandardValue(
  assessment: Assessment,
  lookup: string,
  row: LookupRow,
  standardOf: ReadonlyMap<string, string>,
): Finding | undefined {
  if (row.standardLookupValue !== undefined) return undefined;
  const names = [row.lookupValue, row.legacyODataValue].filter((name) => name !== undefined);
  const name = names.find((candidate) => standardOf.has(candidate));
  const standard = name === undefined ? undefined : standardOf.get(name);
  if (name === undefined || standard === undefined) return undefined;
  return createFinding(assessment.policy, 'lookup/standard-value', {
    subject: { lookup, value: row.lookupValue ?? name },
    message: `The row "${name}" of ${lookup}${row.lookupKey === undefined ? '' : ` (LookupKey ${row.lookupKey})`} is the standard value "${standard}", but has no StandardLookupValue. Set it to "${standard}".`,
    expected: standard,
    found: 'null',
  });
}
