import { evaluated, notApplicable, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, findingOf, whatBlocks } from './check-context.js';

/** `sampling/page-too-large`: no page has more records than `$top` asks for. */
export function pageTooLarge(context: CheckContext, sequence: SequenceState): Outcome {
  const { tooLarge, received } = sequence;
  if (tooLarge !== undefined) {
    const { times, what, exchange } = tooLarge;
    const more = times === 1 ? '' : `, and ${times - 1} more pages are too large`;
    const message = `A page ${what}${more}. Return at most as many records as $top says.`;
    return evaluated(findingOf(context, 'sampling/page-too-large', sequence, { message, exchange }));
  }
  const blocked = whatBlocks(context, sequence);
  if (blocked !== undefined) return notEvaluated(blocked);
  return received === 0 ? notApplicable('no records came') : evaluated();
}
