import { createFinding } from '../../core/create-finding.js';
import { evaluated, notApplicable, notEvaluated, type Outcome } from '../../core/outcome.js';
import { TIMESTAMP_FIELD } from '../plan/sampling-plan.js';
import type { ResourceState } from '../replication/sampling-state.js';
import { type CheckContext, whatBlocksResource } from './check-context.js';

/** `sampling/no-timestamp`: a resource has the field that it is replicated by, and its records have a value in it. */
export function noTimestamp(context: CheckContext, resource: ResourceState): Outcome {
  const { name, withoutTimestamp } = resource.planned;
  const subject = { resource: name, field: TIMESTAMP_FIELD };
  const finding = (message: string) =>
    evaluated(createFinding(context.policy, 'sampling/no-timestamp', { subject, message }));
  if (withoutTimestamp !== undefined) {
    return finding(
      `${name} cannot be replicated by ${TIMESTAMP_FIELD}, because the metadata ${withoutTimestamp}: it was sampled by next links. Declare it as Edm.DateTimeOffset.`,
    );
  }
  const { records = 0, undated = 0 } = context.totals.get(name) ?? {};
  if (undated > 0) {
    return finding(
      `${undated} of ${records} records have no ${TIMESTAMP_FIELD}, or one that is no timestamp: they were counted, but replication by timestamps misses them. Fill it for every record.`,
    );
  }
  const blocked = whatBlocksResource(context, resource);
  if (blocked !== undefined) return notEvaluated(blocked);
  return records === 0 ? notApplicable('no records came') : evaluated();
}
