import type { CountEntry, Entry } from '../checkpoint/entries.js';
import type { PlannedResource, SamplingPlan } from '../plan/sampling-plan.js';
import { createSequence } from '../sequence/create-sequence.js';
import { SequenceState } from './sequence-state.js';

/** What a run knows of one resource. */
export interface ResourceState {
  readonly planned: PlannedResource;
  readonly sequences: readonly SequenceState[];
  /** The answer to the request for its count. */
  count: CountEntry | undefined;
  /** The same under the condition of `NextLinkWithFilter`. */
  filteredCount: CountEntry | undefined;
}

/**
 * What a run knows, but for its records: what the entries of its journal say, one after the other. So a run that is
 * taken up again knows what it knew before.
 */
export class SamplingState {
  readonly resources: readonly ResourceState[];
  readonly sequences: readonly SequenceState[];
  /** The server was gone when the run stopped. */
  isGone = false;
  /** When all had come to its end, ISO 8601. */
  endedAt: string | undefined;

  constructor(
    readonly plan: SamplingPlan,
    serviceRoot: URL,
  ) {
    const planned = new Map(plan.resources.map((resource) => [resource.name, resource]));
    this.sequences = plan.sequences.flatMap((sequence, index) => {
      const resource = planned.get(sequence.resource);
      if (resource === undefined) return [];
      return [new SequenceState(index, sequence, createSequence(plan, sequence, resource, serviceRoot))];
    });
    this.resources = plan.resources.map((resource) => ({
      planned: resource,
      sequences: this.sequences.filter((sequence) => sequence.planned.resource === resource.name),
      count: undefined,
      filteredCount: undefined,
    }));
  }

  /** Takes an entry; of a page, after the books have taken its records. */
  note(entry: Entry): void {
    if (entry.kind === 'page') {
      const sequence = this.sequenceAt(entry.sequence);
      sequence.take(entry.page, this.expected(sequence));
    } else if (entry.kind === 'failure') this.sequenceAt(entry.sequence).failure = entry.failure;
    else if (entry.kind === 'count') this.#noteCount(entry);
    else if (entry.kind === 'gone') this.isGone = true;
    else if (entry.kind === 'again') this.#tryAgain();
    else if (entry.kind === 'end') this.endedAt = entry.endedAt;
  }

  /** Forgets that the server was gone, and what failed because of that. */
  #tryAgain(): void {
    if (!this.isGone) return;
    this.isGone = false;
    for (const sequence of this.sequences) {
      if (sequence.failure?.isUnconnected === true) sequence.failure = undefined;
      if (sequence.countAtEnd?.failure?.isUnconnected === true) sequence.countAtEnd = undefined;
    }
    for (const resource of this.resources) {
      if (resource.sequences.some(({ pages }) => pages > 0)) continue;
      if (resource.count?.failure?.isUnconnected === true) resource.count = undefined;
      if (resource.filteredCount?.failure?.isUnconnected === true) resource.filteredCount = undefined;
    }
  }

  sequenceAt(index: number): SequenceState {
    const sequence = this.sequences[index];
    if (sequence === undefined) throw new RangeError(`there is no sequence ${index}`);
    return sequence;
  }

  resourceOf({ planned }: SequenceState): ResourceState {
    const resource = this.resources.find(({ planned: { name } }) => name === planned.resource);
    if (resource === undefined) throw new RangeError(`${planned.resource} is not in the plan`);
    return resource;
  }

  /** The count that a sequence is held against. */
  countFor(sequence: SequenceState): CountEntry | undefined {
    const { count, filteredCount } = this.resourceOf(sequence);
    return isFiltered(sequence) ? filteredCount : count;
  }

  /** How many distinct records a sequence has to bring, where the server gives a count. */
  expected(sequence: SequenceState): number | undefined {
    const { count } = this.countFor(sequence) ?? {};
    return count === undefined ? undefined : Math.min(count, this.plan.limit);
  }

  /** True when a count that does not fit what came has to be asked for again. */
  needsCountAtEnd(sequence: SequenceState): boolean {
    const { end, countAtEnd, distinct } = sequence;
    const expected = this.expected(sequence);
    return end !== undefined && countAtEnd === undefined && expected !== undefined && distinct !== expected;
  }

  #noteCount(entry: CountEntry): void {
    if (entry.sequence !== undefined) {
      this.sequenceAt(entry.sequence).countAtEnd = entry;
      return;
    }
    const resource = this.resources.find(({ planned }) => planned.name === entry.resource);
    if (resource === undefined) throw new RangeError(`${entry.resource} is not in the plan`);
    if (entry.isFiltered) resource.filteredCount = entry;
    else resource.count = entry;
  }
}

/** True for a sequence that has a condition of its own, which its count must have too. */
export function isFiltered({ planned }: SequenceState): boolean {
  return planned.strategy === 'NextLinkWithFilter';
}

/** Statuses by which a server refuses what one request asks for; another may be answered. */
const REFUSES_THE_QUERY: readonly (number | undefined)[] = [400, 405, 406, 414, 422, 501];

/** A resource of which neither a count nor a page comes: the other sequences would wait for the same in vain. */
export function isDead({ count, sequences }: ResourceState): boolean {
  const [first] = sequences;
  const isSameFault = count?.failure !== undefined && count.failure.rule === first?.failure?.rule;
  return isSameFault && first?.pages === 0 && !REFUSES_THE_QUERY.includes(first.failure?.status);
}
