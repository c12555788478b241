import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { ConfigurationError } from '../../core/errors.js';
import { Checkpoint } from './checkpoint.js';
import { type BeginEntry, type Entry, JOURNAL_FORMAT } from './entries.js';
import { readJournal } from './journal-reader.js';
import { type Progress, type ReplayContext, replayJournal } from './replay-journal.js';

/** A checkpoint that a run goes on with, or begins. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly progress: Progress;
  /** The run is the one that began earlier. */
  readonly isResumed: boolean;
  /** What is to be said of it. */
  readonly notice?: string;
}

/** What a checkpoint is opened with. */
export interface CheckpointRequest {
  readonly path: string;
  readonly begin: BeginEntry;
  readonly resume: boolean;
  /** Progress at its beginning. */
  readonly start: () => Progress;
  readonly context: ReplayContext;
}

/** The first entry of a journal, or nothing when there is no journal that can be read. */
export function readBegin(path: string): BeginEntry | undefined {
  if (!existsSync(path)) return undefined;
  for (const { json } of readJournal(path)) {
    const entry = json as Entry;
    return entry.kind === 'begin' ? entry : undefined;
  }
  return undefined;
}

/**
 * Opens the checkpoint of a run: under `resume` the one that an earlier process left, with all that it knew; else a
 * new one. A checkpoint of other metadata or of another version of the tool cannot be gone on with: the run then
 * begins afresh, and says so.
 *
 * @throws ConfigurationError when the checkpoint is of a run that was asked for something else, or cannot be written
 */
export function openCheckpoint(request: CheckpointRequest): OpenedCheckpoint {
  const { path, begin, resume, start } = request;
  if (!resume) return afresh(request);
  const earlier = readBegin(path);
  if (earlier === undefined) return afresh(request, `There is no checkpoint in ${path}.`);
  requireSameRequest(path, earlier, begin);
  const difference = differenceOf(earlier, begin);
  if (difference !== undefined) return afresh(request, difference);
  const progress = start();
  try {
    const read = replayJournal(path, progress, request.context);
    const checkpoint = Checkpoint.behind(path, earlier, read);
    if (progress.state.isGone) {
      checkpoint.keep({ kind: 'again' });
      progress.state.note({ kind: 'again' });
    }
    return { checkpoint, progress, isResumed: true, notice: resumedNotice(progress, earlier) };
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return afresh(request, `The checkpoint in ${path} cannot be used: ${reason}.`);
  }
}

function afresh({ path, begin, start }: CheckpointRequest, why?: string): OpenedCheckpoint {
  const checkpoint = Checkpoint.afresh(path, begin);
  return {
    checkpoint,
    progress: start(),
    isResumed: false,
    ...(why === undefined ? {} : { notice: `${why} Sampling starts afresh.` }),
  };
}

/** Going on with other options would mix two runs; beginning afresh would throw away what was fetched. */
function requireSameRequest(path: string, earlier: BeginEntry, now: BeginEntry): void {
  const [was, is] = [earlier, now].map(({ serviceRoot, asked }) => ({ ...asked, '--url': serviceRoot }));
  const options = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
  const other = options.filter((option) => !isDeepStrictEqual(plain(was, option), plain(is, option)));
  if (other.length === 0) return;
  throw new ConfigurationError(`The checkpoint is of a run with another ${other.join(', ')}.`, {
    where: path,
    advice: 'Give the same options as then, or leave out --resume to start afresh.',
  });
}

/** A value as it is after a way through JSON. */
function plain(values: Readonly<Record<string, unknown>> | undefined, option: string): unknown {
  const text = JSON.stringify(values?.[option]) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

/** Why a run cannot go on with an earlier one that was asked for the same. */
function differenceOf(earlier: BeginEntry, now: BeginEntry): string | undefined {
  if (earlier.format !== JOURNAL_FORMAT || earlier.tool !== now.tool) {
    return `The checkpoint was written by ${earlier.tool}, this is ${now.tool}.`;
  }
  const isSamePlan = isDeepStrictEqual(plain({ ...earlier }, 'plan'), plain({ ...now }, 'plan'));
  return earlier.fingerprint === now.fingerprint && isSamePlan
    ? undefined
    : 'The metadata has changed since the checkpoint was written.';
}

function resumedNotice({ state }: Progress, { startedAt }: BeginEntry): string {
  const pages = state.sequences.reduce((sum, sequence) => sum + sequence.pages, 0);
  if (state.endedAt !== undefined) {
    return `The run of ${startedAt} had come to its end at ${state.endedAt}: nothing is sampled again. Leave out --resume for a new run.`;
  }
  return `Sampling goes on with the run of ${startedAt}: ${pages} pages are there.`;
}
