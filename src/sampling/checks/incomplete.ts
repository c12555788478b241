import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, cutShort, findingOf, whatBlocks } from './check-context.js';
import { countsOf, missingCount } from './counts.js';

/** `sampling/incomplete`: a sequence brought what the count or the limit promises. */
export function incomplete(context: CheckContext, sequence: SequenceState): Outcome {
  const blocked = whatBlocks(context, sequence);
  if (blocked !== undefined) return notEvaluated(blocked);
  if (sequence.end?.kind === 'limit') return evaluated();
  const missing = missingCount(context, sequence);
  if (missing !== undefined) return notEvaluated(missing);
  const { atStart, atEnd = atStart, drift } = countsOf(context, sequence);
  const promised = Math.min(atStart, atEnd, context.state.plan.limit);
  if (sequence.distinct >= promised) return evaluated();
  const cut = cutShort(sequence);
  if (cut !== undefined) return notEvaluated(cut);
  const { strategy } = sequence.planned;
  const { distinct, lastExchange } = sequence;
  return evaluated(
    findingOf(context, 'sampling/incomplete', sequence, {
      message: `${strategy} brought ${distinct} distinct records, but ${promised} are promised: ${promised - distinct} are missing${drift}. ${ADVICE[strategy]}`,
      expected: `${promised} records`,
      found: `${distinct} records`,
      ...(lastExchange === undefined ? {} : { exchange: lastExchange }),
    }),
  );
}

const STABLE_ORDER =
  'Keep one order from page to page, also among records that share a timestamp, and support $skip within them.';
const WHOLE_PAGES =
  'Give each page a next link until the last record has come, and count what the request finds.';
const ADVICE = {
  TimestampDesc: STABLE_ORDER,
  TimestampAsc: STABLE_ORDER,
  NextLink: WHOLE_PAGES,
  NextLinkWithFilter: WHOLE_PAGES,
  TopAndSkip: 'Keep one order from page to page, and let $skip pass over exactly as many records as it says.',
} as const;
