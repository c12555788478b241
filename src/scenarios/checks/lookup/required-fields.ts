import { createFinding } from '../../../core/create-finding.js';
import type { Finding } from '../../../core/finding.js';
import { evaluated, notApplicable, type Outcome } from '../../../core/outcome.js';
import type { LookupRow } from '../../../metadata/lookup-rows.js';
import type { Assessment } from '../../assessment.js';
import type { LookupEvidence } from '../../lookup-evidence.js';

/** The fields that every row of the Lookup Resource has (RCP-40, section 2.2, Resource Definition). */
export const REQUIRED_FIELDS = ['LookupKey', 'LookupName', 'LookupValue', 'ModificationTimestamp'] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

const SHOWN = 5;

/** `lookup/required-fields`: the field is declared, and non-null in each row. */
export function requiredField(
  assessment: Assessment,
  evidence: LookupEvidence,
  field: RequiredField,
): Outcome {
  const resource = assessment.resources.get('Lookup');
  const isDeclared = resource === undefined || resource.properties.has(field);
  const { rows } = evidence.rows;
  const empty = rows.filter(({ raw }) => isNull(raw[field]));
  // A file may hold only some columns of the rows: one that no row has says nothing about the server.
  if (
    evidence.replication === undefined &&
    rows.length > 0 &&
    rows.every(({ raw }) => !Object.hasOwn(raw, field))
  ) {
    return isDeclared
      ? notApplicable(`the lookup file has no column ${field}`)
      : evaluated(undeclared(assessment, field));
  }
  return evaluated(
    isDeclared ? undefined : undeclared(assessment, field),
    isDeclared && empty.length > 0 ? emptyRows(assessment, field, empty) : undefined,
  );
}

function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}

function undeclared(assessment: Assessment, field: string): Finding | undefined {
  const position = assessment.resources.get('Lookup')?.type;
  return createFinding(assessment.policy, 'lookup/required-fields', {
    subject: { resource: 'Lookup', field },
    message: `The metadata declares no ${field} in Lookup, but the Lookup Resource needs it. Declare it, and serve it in every row.`,
    expected: `a property ${field}`,
    found: 'none',
    ...(position === undefined
      ? {}
      : { location: { file: assessment.file, line: position.line, column: position.column } }),
  });
}

function emptyRows(assessment: Assessment, field: string, rows: readonly LookupRow[]): Finding | undefined {
  const shown = rows.slice(0, SHOWN).map(describeRow).join(', ');
  const more = rows.length > SHOWN ? ` and ${rows.length - SHOWN} more` : '';
  return createFinding(assessment.policy, 'lookup/required-fields', {
    subject: { resource: 'Lookup', field, value: 'null' },
    message: `${field} is null in ${rows.length} of the Lookup rows, but it is required in each: ${shown}${more}. Give them a value.`,
    expected: 'a value in each row',
    found: `null in ${rows.length} rows`,
  });
}

function describeRow({ lookupKey, lookupName, lookupValue, row }: LookupRow): string {
  if (lookupKey !== undefined) return `LookupKey ${lookupKey}`;
  return `row ${row} (${lookupName ?? 'no LookupName'}, ${lookupValue ?? 'no LookupValue'})`;
}
