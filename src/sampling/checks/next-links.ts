import { evaluated, notEvaluated, type Outcome } from '../../core/outcome.js';
import type { SequenceState } from '../replication/sequence-state.js';
import { type CheckContext, cutShort, findingOf, whatBlocks } from './check-context.js';

/** `sampling/next-link-loop`: the next links of a sequence lead to an end. */
export function nextLinkLoop(context: CheckContext, sequence: SequenceState): Outcome {
  const { end, pages, lastExchange } = sequence;
  if (end?.kind !== 'loop') return withoutFault(context, sequence);
  const how =
    end.how === 'seen'
      ? 'leads to a page that was there before'
      : 'and the nine before it bring no new record, though each is another';
  return evaluated(
    findingOf(context, 'sampling/next-link-loop', sequence, {
      message: `The next link of page ${pages} ${how}: paging never ends. Give each page the link to the page after it, and the last page none.`,
      found: end.link,
      ...(lastExchange === undefined ? {} : { exchange: lastExchange }),
    }),
  );
}

/** `sampling/foreign-next-link`: the next links of a sequence stay within the origin of the service root. */
export function foreignNextLink(context: CheckContext, sequence: SequenceState): Outcome {
  const { end, pages, lastExchange } = sequence;
  if (end?.kind !== 'foreign link') return withoutFault(context, sequence);
  return evaluated(
    findingOf(context, 'sampling/foreign-next-link', sequence, {
      message: `The next link of page ${pages} leads to another origin than that of the service root, to which no credentials are sent: the pages behind it cannot be fetched. Make links from the address that clients use.`,
      found: end.link,
      ...(lastExchange === undefined ? {} : { exchange: lastExchange }),
    }),
  );
}

function withoutFault(context: CheckContext, sequence: SequenceState): Outcome {
  const blocked = whatBlocks(context, sequence) ?? cutShort(sequence);
  return blocked === undefined ? evaluated() : notEvaluated(blocked);
}
