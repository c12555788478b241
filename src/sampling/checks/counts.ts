import type { SequenceState } from '../replication/sequence-state.js';
import type { CheckContext } from './check-context.js';

/** What the server counts, at the start of a sequence and at its end. */
export interface Counts {
  readonly atStart: number;
  readonly atEnd?: number;
  /** Says for a message that the count was another at the end; empty where it was the same. */
  readonly drift: string;
}

/** Why a sequence cannot be held against a count, or nothing when it can. */
export function missingCount({ state }: CheckContext, sequence: SequenceState): string | undefined {
  const start = state.countFor(sequence) ?? state.resourceOf(sequence).count;
  if (start === undefined) return 'its count was not asked for';
  const { resource } = sequence.planned;
  if (start.failure !== undefined) return `${start.failure.rule} of the count of ${resource} blocks it`;
  if (start.count === undefined) return 'the answer to $count=true has no @odata.count';
  const { failure } = sequence.countAtEnd ?? {};
  return failure && `${failure.rule} of the count at its end blocks it`;
}

/** The counts of a sequence that has some. */
export function countsOf({ state }: CheckContext, sequence: SequenceState): Counts {
  const atStart = state.countFor(sequence)?.count ?? 0;
  const atEnd = sequence.countAtEnd?.count;
  const hasDrifted = atEnd !== undefined && atEnd !== atStart;
  return {
    atStart,
    ...(atEnd === undefined ? {} : { atEnd }),
    drift: hasDrifted ? ` (the count was ${atStart} at the start and ${atEnd} at the end)` : '',
  };
}
