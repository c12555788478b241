import { REDACTED } from '../../core/redaction.js';
import type { Books } from '../records/books.js';
import type { RecordModel } from '../records/record-model.js';
import type { PageStage } from '../replication/page-taker.js';
import type { SamplingState } from '../replication/sampling-state.js';
import { shownUri } from '../replication/shown-uri.js';
import type { ReadJournal } from './checkpoint.js';
import type { Entry, PageEntry } from './entries.js';
import { readJournal } from './journal-reader.js';

/** What grows while a run goes on, and is made again from its journal. */
export interface Progress {
  readonly state: SamplingState;
  readonly books: Books;
  readonly stage?: PageStage | undefined;
}

/** What replaying needs besides. */
export interface ReplayContext {
  readonly models: ReadonlyMap<string, RecordModel>;
  readonly serviceRoot: URL;
  readonly redact: (text: string) => string;
  /** Hears each entry after it was done again. */
  readonly onEntry: (entry: Entry) => void;
}

const LOST_LINK =
  'the next link held a secret, which no checkpoint keeps: run again without --resume to sample the rest';

/**
 * Does again what the entries of a journal say, the first one left out.
 *
 * @throws Error when they do not belong to this progress
 */
export function replayJournal(path: string, progress: Progress, context: ReplayContext): ReadJournal {
  const pages: { sequence: number; offset: number }[] = [];
  let length = 0;
  for (const { json, bytes, offset, end } of readJournal(path)) {
    const entry = json as Entry;
    if (entry.kind === 'page') {
      pages.push({ sequence: entry.sequence, offset });
      replayPage(entry, bytes, progress, context);
    }
    if (entry.kind !== 'begin') progress.state.note(entry);
    context.onEntry(entry);
    length = end;
  }
  for (const sequence of progress.state.sequences) {
    const { next } = sequence.requests;
    if ('ask' in next && next.ask.uri.includes(REDACTED)) sequence.blocked = LOST_LINK;
  }
  return { pages, length };
}

function replayPage(
  { sequence: index, page, deltaBytes }: PageEntry,
  bytes: Uint8Array,
  { state, books, stage }: Progress,
  { models, serviceRoot, redact }: ReplayContext,
): void {
  const sequence = state.sequenceAt(index);
  const { next } = sequence.requests;
  if (!('ask' in next) || shownUri(next.ask.uri, serviceRoot, redact) !== page.uri) {
    throw new Error(`page ${page.number} of sequence ${index} was asked for in another way`);
  }
  books.replay(bytes.subarray(0, deltaBytes), sequence.sightings);
  const model = models.get(sequence.planned.resource);
  if (model !== undefined) stage?.replay(model, bytes.subarray(deltaBytes));
}
