import { createFinding } from '../../core/create-finding.js';
import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { ResourceState } from '../replication/sampling-state.js';
import { type CheckContext, whatBlocksResource } from './check-context.js';

/** `sampling/empty-resource`: a resource has records. */
export function emptyResource(context: CheckContext, resource: ResourceState): Outcome {
  const { name } = resource.planned;
  if ((context.totals.get(name)?.records ?? 0) > 0) return evaluated();
  const blocked = whatBlocksResource(context, resource);
  if (blocked !== undefined) return notEvaluated(blocked);
  return evaluated(
    createFinding(context.policy, 'sampling/empty-resource', {
      subject: { resource: name },
      message: `${name} is declared and served, but no record came, so that nothing can be said of its payloads. If it is not meant to be empty, check which records these credentials may see.`,
    }),
  );
}
