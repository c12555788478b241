import { createFinding } from '../../core/create-finding.js';
import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import { isDead, type ResourceState } from '../replication/sampling-state.js';
import type { SequenceState } from '../replication/sequence-state.js';
import {
  type CheckContext,
  findingOf,
  foundForResource,
  whatBlocks,
  whyNotCounted,
} from './check-context.js';

/** `sampling/http-error` of a sequence: none of its requests failed for good. */
export function httpError(context: CheckContext, sequence: SequenceState): Outcome {
  const ofResource = foundForResource(context, sequence);
  if (ofResource !== undefined) return notEvaluated(ofResource);
  const failure = [sequence.failure, sequence.countAtEnd?.failure].find(
    (one) => one?.rule === 'sampling/http-error',
  );
  const filtered = context.state.countFor(sequence);
  const ofCount = filtered?.isFiltered === true ? filtered.failure : undefined;
  const shown = failure ?? (ofCount?.rule === 'sampling/http-error' ? ofCount : undefined);
  if (shown !== undefined) {
    const { message, exchange } = shown;
    return evaluated(findingOf(context, 'sampling/http-error', sequence, { message, exchange }));
  }
  const blocked = whatBlocks(context, sequence);
  return blocked === undefined ? evaluated() : notEvaluated(blocked);
}

/** `sampling/http-error` of a resource: the request for its count did not fail for good. */
export function countError(context: CheckContext, resource: ResourceState): Outcome {
  const { planned, count } = resource;
  if (count === undefined) return notEvaluated(whyNotCounted(context, resource));
  if (count.failure === undefined) return evaluated();
  const { rule, exchange } = count.failure;
  const more = isDead(resource) ? ` No page of ${planned.name} came either.` : '';
  const message = `${count.failure.message}${more}`;
  if (rule !== 'sampling/http-error') return notEvaluated(`${rule} of ${planned.name} blocks it`);
  const subject = { resource: planned.name };
  return evaluated(createFinding(context.policy, rule, { subject, message, exchange }));
}
