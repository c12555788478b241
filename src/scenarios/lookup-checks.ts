import { notEvaluated, type Outcome, onPartOfIt } from '../core/outcome.js';
import type { RuleId } from '../core/rules.js';
import type { Subject } from '../core/subject.js';
import type { Assessment } from './assessment.js';
import { fieldContradicts } from './checks/lookup/field-contradicts.js';
import { countSupported, replicationCount } from './checks/lookup/replication.js';
import { REQUIRED_FIELDS, requiredField } from './checks/lookup/required-fields.js';
import { resourceMissing } from './checks/lookup/resource-missing.js';
import { standardValue } from './checks/lookup/standard-value.js';
import { timestampQuery } from './checks/lookup/timestamp-query.js';
import { lookupNamesInUse, nameInUse } from './checks/name-in-use.js';
import type { FieldEvidence, LookupEvidence, ReplicationEvidence } from './lookup-evidence.js';

/** One check of the Lookup Resource, ready to be made. */
export interface LookupCheck {
  readonly rule: RuleId;
  readonly subject: Subject;
  readonly judge: () => Outcome;
}

/** The reason of checks that need every row, when replication broke off. */
export const NOT_ALL_ROWS = 'lookup/replication-count blocks it: not all rows came';

const LOOKUP: Subject = { resource: 'Lookup' };

/**
 * The checks of the Lookup Resource that the evidence allows: those of the rows whatever they came from, those of
 * replication only when a server was asked. Rows that did not all come leave what needs all of them not evaluated.
 */
export function lookupChecks(assessment: Assessment, evidence: LookupEvidence): readonly LookupCheck[] {
  const { replication } = evidence;
  const ofAllRows = (judge: () => Outcome) => () =>
    replication?.failure === undefined ? judge() : onPartOfIt(judge(), NOT_ALL_ROWS);
  return [
    ...(replication === undefined ? [] : replicationChecks(assessment, replication)),
    ...REQUIRED_FIELDS.map((field) => ({
      rule: 'lookup/required-fields' as const,
      subject: { ...LOOKUP, field },
      judge: ofAllRows(() => requiredField(assessment, evidence, field)),
    })),
    ...[...evidence.rows.byLookupName.keys()].map((lookup) => ({
      rule: 'lookup/standard-value' as const,
      subject: { lookup },
      judge: ofAllRows(() => standardValue(assessment, evidence, lookup)),
    })),
    ...lookupNamesInUse(assessment).map((use) => ({
      rule: 'lookup/name-in-use' as const,
      subject: { lookup: use.lookup },
      judge: () =>
        replication?.failure === undefined
          ? nameInUse(assessment, evidence.rows, use)
          : notEvaluated(NOT_ALL_ROWS),
    })),
    ...(evidence.fields === undefined ? [] : [fieldCheck(assessment, evidence.fields)]),
  ];
}

/** The check that holds without any row: fields that point to the Lookup Resource have one. */
export function resourceCheck(assessment: Assessment): LookupCheck {
  return { rule: 'lookup/resource-missing', subject: LOOKUP, judge: () => resourceMissing(assessment) };
}

function fieldCheck(assessment: Assessment, fields: FieldEvidence): LookupCheck {
  return {
    rule: 'lookup/field-contradicts',
    subject: { resource: 'Field' },
    judge: () => fieldContradicts(assessment, fields),
  };
}

function replicationChecks(assessment: Assessment, replication: ReplicationEvidence): readonly LookupCheck[] {
  return [
    { rule: 'lookup/count-supported', subject: LOOKUP, judge: () => countSupported(assessment, replication) },
    {
      rule: 'lookup/replication-count',
      subject: LOOKUP,
      judge: () => replicationCount(assessment, replication),
    },
    { rule: 'lookup/timestamp-query', subject: LOOKUP, judge: () => timestampQuery(assessment, replication) },
  ];
}
