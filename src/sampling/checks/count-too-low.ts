import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, findingOf, whatBlocks } from './check-context.js';
import { countsOf, missingCount } from './counts.js';

/** `sampling/count-too-low`: no more came than is counted, at the start and at the end. */
export function countTooLow(context: CheckContext, sequence: SequenceState): Outcome {
  const blocked = whatBlocks(context, sequence) ?? missingCount(context, sequence);
  if (blocked !== undefined) return notEvaluated(blocked);
  const { atStart, atEnd = atStart, drift } = countsOf(context, sequence);
  const promised = Math.max(atStart, atEnd);
  const { distinct, lastExchange, planned } = sequence;
  if (distinct <= promised) return evaluated();
  return evaluated(
    findingOf(context, 'sampling/count-too-low', sequence, {
      message: `${planned.strategy} brought ${distinct} distinct records, but @odata.count says ${promised}${drift}. Count all records that the request finds.`,
      expected: `${promised} records`,
      found: `${distinct} records`,
      ...(lastExchange === undefined ? {} : { exchange: lastExchange }),
    }),
  );
}
