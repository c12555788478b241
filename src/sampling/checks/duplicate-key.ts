import { evaluated, notApplicable, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, findingOf, whatBlocks } from './check-context.js';

/** `sampling/duplicate-key`: no page has one key with two contents. */
export function duplicateKey(context: CheckContext, sequence: SequenceState): Outcome {
  const { duplicates, expandedDuplicates, received, planned } = sequence;
  const seen = duplicates ?? expandedDuplicates;
  if (seen !== undefined) {
    const where =
      duplicates === undefined ? `in the expansion ${planned.expansion} of one page` : 'in one page';
    const more = seen.times === 1 ? '' : ` (${seen.times} such records in all)`;
    const message = `Two records with ${seen.what} have different contents ${where}${more}. Make the key unique.`;
    return evaluated(
      findingOf(context, 'sampling/duplicate-key', sequence, { message, exchange: seen.exchange }),
    );
  }
  const { keyFields } = context.state.resourceOf(sequence).planned;
  if (keyFields.length === 0) return notApplicable('the metadata declares no key');
  const blocked = whatBlocks(context, sequence);
  if (blocked !== undefined) return notEvaluated(blocked);
  return received === 0 ? notApplicable('no records came') : evaluated();
}
