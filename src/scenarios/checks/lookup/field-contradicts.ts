import { createFinding } from '../../../core/create-finding.js';
import type { Finding } from '../../../core/finding.js';
import { evaluated, notEvaluated, type Outcome } from '../../../core/outcome.js';
import type { Assessment } from '../../assessment.js';
import { memberOf } from '../../declared-member.js';
import type { FieldEvidence } from '../../lookup-evidence.js';

/** `lookup/field-contradicts`: rows of the Field Resource describe what the metadata declares. */
export function fieldContradicts(assessment: Assessment, { rows, failure }: FieldEvidence): Outcome {
  if (failure !== undefined) return notEvaluated(`the rows of the Field Resource did not come: ${failure}`);
  return evaluated(rows.map((row) => contradiction(assessment, row)));
}

function contradiction(
  assessment: Assessment,
  { ResourceName: resourceName, FieldName: fieldName, FieldKey: key }: Readonly<Record<string, unknown>>,
): Finding | undefined {
  if (typeof resourceName !== 'string' || typeof fieldName !== 'string') return undefined;
  const resource = assessment.resources.get(resourceName);
  if (memberOf(resource, fieldName) !== undefined) return undefined;
  const missing =
    resource === undefined ? `no resource "${resourceName}"` : `no "${fieldName}" in ${resourceName}`;
  return createFinding(assessment.policy, 'lookup/field-contradicts', {
    subject: { resource: resourceName, field: fieldName },
    message: `A row of the Field Resource${typeof key === 'string' ? ` (FieldKey ${key})` : ''} describes ${resourceName}.${fieldName}, but the metadata declares ${missing}. Correct the row, or declare the field.`,
    expected: 'a declared field',
    found: missing,
  });
}
