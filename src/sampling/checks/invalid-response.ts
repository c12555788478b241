import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { ResourceState } from '../replication/sampling-state.js';
import type { SequenceState } from '../replication/sequence-state.js';
import {
  type CheckContext,
  findingOf,
  foundForResource,
  whatBlocks,
  whyNotCounted,
} from './check-context.js';

const RULE = 'sampling/invalid-response';

/** `sampling/invalid-response` of a sequence: all of its pages could be read, and said what they were. */
export function invalidResponse(context: CheckContext, sequence: SequenceState): Outcome {
  const ofResource = foundForResource(context, sequence);
  if (ofResource !== undefined) return notEvaluated(ofResource);
  const finding =
    unreadable(context, sequence) ?? badLink(context, sequence) ?? mislabelled(context, sequence);
  if (finding !== undefined) return evaluated(finding);
  const blocked = whatBlocks(context, sequence);
  return blocked === undefined ? evaluated() : notEvaluated(blocked);
}

/** The same of the answer to the request for a resource's count. */
export function invalidCount(context: CheckContext, resource: ResourceState): Outcome {
  const { planned, count } = resource;
  if (count === undefined) return notEvaluated(whyNotCounted(context, resource));
  if (count.failure === undefined) return evaluated();
  const { rule, message, exchange } = count.failure;
  if (rule !== RULE) return notEvaluated(`${rule} of ${planned.name} blocks it`);
  const subject = { resource: planned.name };
  return evaluated(createFinding(context.policy, rule, { subject, message, exchange }));
}

function unreadable(context: CheckContext, sequence: SequenceState): Finding | undefined {
  const failures = [sequence.failure, sequence.countAtEnd?.failure];
  const failure = failures.find((one) => one?.rule === RULE);
  if (failure === undefined) return undefined;
  const { message, exchange } = failure;
  return findingOf(context, RULE, sequence, { message, exchange });
}

function badLink(context: CheckContext, sequence: SequenceState): Finding | undefined {
  const { end, lastExchange } = sequence;
  if (end?.kind !== 'unusable link') return undefined;
  return findingOf(context, RULE, sequence, {
    message:
      'The next link of a page is no http or https address, so that nobody can follow it. Give the address of the next page.',
    found: end.link,
    ...(lastExchange === undefined ? {} : { exchange: lastExchange }),
  });
}

function mislabelled(context: CheckContext, sequence: SequenceState): Finding | undefined {
  const { complaints } = sequence;
  if (complaints === undefined) return undefined;
  const { times, what, exchange } = complaints;
  return findingOf(context, RULE, sequence, {
    message: `${times === 1 ? 'A page came' : `${times} pages came`} with ${what}. Send every page as JSON alone, with both headers.`,
    exchange,
  });
}
