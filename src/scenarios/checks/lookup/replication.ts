import { createFinding, type FindingDetails } from '../../../core/create-finding.js';
import type { Finding } from '../../../core/finding.js';
import { evaluated, notEvaluated, type Outcome } from '../../../core/outcome.js';
import type { RuleId } from '../../../core/rules.js';
import type { Assessment } from '../../assessment.js';
import type { CountEvidence, ReplicationEvidence } from '../../lookup-evidence.js';

const SHOWN_KEYS = 5;
const LOOKUP = { resource: 'Lookup' } as const;

/** `lookup/count-supported`: `$count=true` is answered with `@odata.count`; that `$top=0` does too is a warning. */
export function countSupported(assessment: Assessment, { count, failure }: ReplicationEvidence): Outcome {
  if (count.atStart === undefined && failure !== undefined) {
    return notEvaluated('lookup/replication-count blocks it: the Lookup Resource cannot be fetched');
  }
  if (count.atStart === undefined) {
    return evaluated(
      finding(assessment, 'lookup/count-supported', count.exchange, {
        subject: LOOKUP,
        message:
          'The Lookup Resource answers $count=true without @odata.count. Answer with the number of rows there.',
        expected: '@odata.count',
        found: 'none',
      }),
    );
  }
  if (count.withTopZero) return evaluated();
  return evaluated(
    finding(assessment, 'lookup/count-supported', count.exchange, {
      subject: { ...LOOKUP, element: '$top=0' },
      severity: 'warning',
      message:
        'The Lookup Resource gives no @odata.count when $top=0 asks for the count alone. Answer $count=true whatever $top says.',
      expected: '@odata.count with $top=0',
      found: 'none',
    }),
  );
}

/** `lookup/replication-count`: as many rows can be fetched as the count promises, and no key comes twice. */
export function replicationCount(assessment: Assessment, replication: ReplicationEvidence): Outcome {
  const { count, failure, repeatedKeys } = replication;
  if (failure !== undefined) {
    return evaluated(
      finding(assessment, 'lookup/replication-count', failure.exchange, {
        subject: LOOKUP,
        message: `Replication of the Lookup Resource broke off after ${replication.fetched} rows: ${failure.message}`,
        expected: rowsPromised(count),
        found: `${replication.fetched} rows`,
      }),
    );
  }
  const repeated = repeatedKeys.length > 0 ? repeatedFinding(assessment, replication) : undefined;
  if (count.atStart === undefined) {
    return repeated === undefined
      ? notEvaluated('lookup/count-supported blocks it: there is no count to compare with')
      : evaluated(repeated);
  }
  return evaluated(repeated, repeated === undefined ? countFinding(assessment, replication) : undefined);
}

function countFinding(assessment: Assessment, { count, fetched }: ReplicationEvidence): Finding | undefined {
  const { atStart, atEnd } = count;
  const hasDrifted = atEnd !== undefined && atEnd !== atStart;
  if (fetched === atStart && !hasDrifted) return undefined;
  if (hasDrifted && isBetween(fetched, atStart ?? 0, atEnd)) {
    return finding(assessment, 'lookup/replication-count', count.exchange, {
      subject: { ...LOOKUP, element: 'drift' },
      severity: 'info',
      message: `The count of Lookup rows changed from ${atStart} to ${atEnd} while they were fetched; ${fetched} came, which fits. Nothing must change.`,
      expected: rowsPromised(count),
      found: `${fetched} rows`,
    });
  }
  const drift = hasDrifted ? ` (the count changed from ${atStart} to ${atEnd} meanwhile)` : '';
  const [what, why] =
    fetched < (atStart ?? 0)
      ? ['fewer', 'Serve every row that is counted, in a stable order']
      : ['more', 'Count every row that is served'];
  return finding(assessment, 'lookup/replication-count', count.exchange, {
    subject: LOOKUP,
    message: `${fetched} Lookup rows could be fetched with $top and $skip, ${what} than the ${atStart} that @odata.count promises${drift}. ${why}.`,
    expected: rowsPromised(count),
    found: `${fetched} rows`,
  });
}

function repeatedFinding(assessment: Assessment, replication: ReplicationEvidence): Finding | undefined {
  const { repeatedKeys, fetched, count } = replication;
  const shown = repeatedKeys.slice(0, SHOWN_KEYS).join(', ');
  const more = repeatedKeys.length > SHOWN_KEYS ? ` and ${repeatedKeys.length - SHOWN_KEYS} more` : '';
  return finding(assessment, 'lookup/replication-count', count.exchange, {
    subject: { ...LOOKUP, field: 'LookupKey' },
    message: `${repeatedKeys.length} LookupKeys came more than once among ${fetched} rows: ${shown}${more}. Keys must be unique, and paging must not repeat rows.`,
    expected: 'each key once',
    found: shown,
  });
}

function rowsPromised({ atStart }: CountEvidence): string {
  return atStart === undefined ? 'all rows' : `${atStart} rows`;
}

function isBetween(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b);
}

/** A finding that the exchange of a request shows. */
export function finding(
  assessment: Assessment,
  rule: RuleId,
  exchange: string | undefined,
  details: FindingDetails,
): Finding | undefined {
  return createFinding(assessment.policy, rule, {
    ...details,
    ...(exchange === undefined ? {} : { exchange }),
  });
}
