import type { FindingDetails } from '../../core/create-finding.js';
import { createFinding } from '../../core/create-finding.js';
import type { Finding } from '../../core/finding.js';
import type { RuleId } from '../../core/rules.js';
import type { SeverityPolicy } from '../../core/severity.js';
import type { Subject } from '../../core/subject.js';
import type { PlannedSequence } from '../plan/sampling-plan.js';
import type { ModelTotals } from '../records/model-totals.js';
import { sequenceName } from '../replication/labels.js';
import { isDead, type ResourceState, type SamplingState } from '../replication/sampling-state.js';
import type { SequenceState } from '../replication/sequence-state.js';

/** What the checks of a run look at, when it has ended. */
export interface CheckContext {
  readonly state: SamplingState;
  readonly policy: SeverityPolicy;
  /** Of the records of each resource by itself. */
  readonly totals: ReadonlyMap<string, ModelTotals>;
  /** Why the run stopped before its end, as part of a sentence. */
  readonly stopped?: string | undefined;
}

/** The subject of a sequence: the strategy is its element. */
export function subjectOf({ resource, expansion, strategy }: PlannedSequence): Subject {
  return { resource, ...(expansion === undefined ? {} : { expansion }), element: strategy };
}

/** A finding about a sequence. */
export function findingOf(
  { policy }: CheckContext,
  rule: RuleId,
  { planned }: SequenceState,
  details: Omit<FindingDetails, 'subject'>,
): Finding | undefined {
  return createFinding(policy, rule, { subject: subjectOf(planned), ...details });
}

/** Why the faults of a sequence are found for its resource as a whole, or nothing when they are not. */
export function foundForResource({ state }: CheckContext, sequence: SequenceState): string | undefined {
  const resource = state.resourceOf(sequence);
  return isDead(resource) ? deadReason(resource) : undefined;
}

/** Why a sequence did not come to an end of its own, or nothing when it did. */
export function whatBlocks(context: CheckContext, sequence: SequenceState): string | undefined {
  const { state, stopped } = context;
  const ofResource = foundForResource(context, sequence);
  if (ofResource !== undefined) return ofResource;
  if (sequence.failure !== undefined) {
    return `${sequence.failure.rule} of ${sequenceName(sequence.planned)} blocks it`;
  }
  if (sequence.end !== undefined) return undefined;
  if (sequence.blocked !== undefined) return sequence.blocked;
  if (state.isGone) return `${goneFinding(state)} blocks it: the server was gone`;
  return stopped ?? 'it was not sampled to its end';
}

/** The same of a resource: of the first of its sequences that did not come to its end. */
export function whatBlocksResource(context: CheckContext, { sequences }: ResourceState): string | undefined {
  return sequences.map((sequence) => whatBlocks(context, sequence)).find((reason) => reason !== undefined);
}

/** Why the count of a resource was not asked for. */
export function whyNotCounted(context: CheckContext, resource: ResourceState): string {
  return whatBlocksResource(context, resource) ?? 'its count was not asked for';
}

/** The finding that ended a sequence before all of it could be seen, or nothing. */
export function cutShort({ end }: SequenceState): string | undefined {
  if (end?.kind === 'loop') return 'sampling/next-link-loop blocks it';
  if (end?.kind === 'foreign link') return 'sampling/foreign-next-link blocks it';
  return end?.kind === 'unusable link' ? 'sampling/invalid-response blocks it' : undefined;
}

function deadReason({ planned: { name }, count }: ResourceState): string {
  return `${count?.failure?.rule} of ${name} blocks it: neither a count nor a page of it came`;
}

/** The finding that says that the server is gone. */
function goneFinding(state: SamplingState): string {
  const failed = state.sequences.filter(({ failure }) => failure?.isUnconnected === true).at(-1);
  const resource = failed && state.resourceOf(failed);
  if (failed !== undefined && resource !== undefined && !isDead(resource)) {
    return `sampling/http-error of ${sequenceName(failed.planned)}`;
  }
  const dead = state.resources.filter(({ count }) => count?.failure?.isUnconnected === true).at(-1);
  return `sampling/http-error of ${dead?.planned.name ?? 'the server'}`;
}
