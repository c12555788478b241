import { evaluated, notApplicable, notEvaluated, type Outcome } from '../../../core/outcome.js';
import type { Assessment } from '../../assessment.js';
import type { ReplicationEvidence, TimestampQueryEvidence } from '../../lookup-evidence.js';
import { finding } from './replication.js';

/** `lookup/timestamp-query`: a filter on ModificationTimestamp works, and its count fits what it returns. */
export function timestampQuery(assessment: Assessment, replication: ReplicationEvidence): Outcome {
  const { timestampQuery: seen, failure } = replication;
  if (failure !== undefined) return notEvaluated('lookup/replication-count blocks it: not all rows came');
  if (seen === undefined) return notApplicable('no row has a ModificationTimestamp to ask for');
  const fault = faultOf(seen) ?? countFaultOf(seen, replication);
  if (fault === undefined) return evaluated();
  return evaluated(
    finding(assessment, 'lookup/timestamp-query', seen.exchange, {
      subject: { resource: 'Lookup', field: 'ModificationTimestamp' },
      message: `${fault} Consumers fetch what changed by this filter: support it together with $top, $skip and $count.`,
      expected: `${seen.expected} rows`,
      found: seen.failure ?? `${seen.returned ?? 0} rows, count ${seen.count ?? 'none'}`,
    }),
  );
}

function faultOf({
  query,
  expected,
  returned = 0,
  older = 0,
  failure,
}: TimestampQueryEvidence): string | undefined {
  if (failure !== undefined) return `The query ${query} failed: ${failure}`;
  if (older > 0) return `The query ${query} returned ${older} rows that are older than it asks for.`;
  if (returned >= expected) return undefined;
  return `The query ${query} returned ${returned} rows, but ${expected} are as new as it asks for.`;
}

/** A count that is missing, wrong or on the move without the filter too has been found there: one fault, one finding. */
function countFaultOf(
  { query, count, returned = 0 }: TimestampQueryEvidence,
  { count: whole, fetched }: ReplicationEvidence,
): string | undefined {
  const isSound = whole.atStart === fetched && whole.atEnd === fetched;
  if (!isSound || count === returned) return undefined;
  return count === undefined
    ? `The query ${query} was answered without @odata.count.`
    : `The query ${query} counts ${count} rows, but ${returned} came.`;
}
