import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { archiveFiles, newArchive } from '../core/archive-files.js';
import { ConfigurationError } from '../core/errors.js';
import type { Redactor } from '../core/redaction.js';
import { writeWhole } from '../core/write-whole.js';
import { isResultFile, RESULT_FILES, RESULT_FOLDERS } from '../reports/result-files.js';

/** The folder that a run writes into. */
export interface ResultFolder {
  readonly path: string;
  /** Writes a file whole or not at all. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  writeJson(name: string, value: unknown): Promise<void>;
  /** Writes a text that comes in pieces, whole or not at all. Nothing is redacted. */
  writePieces(name: string, pieces: Iterable<string>): Promise<void>;
  /** Takes a finished file in under its final name. Nothing in it is looked at. */
  adopt(from: string, name: string): Promise<void>;
}

/**
 * Makes the folder ready for a run, so that nothing of another run lies beside a `results.json`: result files of an
 * earlier run move to `archived/<UTC timestamp>` inside it, other files stay where they are. A folder called
 * `current`, that of a recipient, moves whole to `archived/<UTC timestamp>` beside it.
 *
 * Under `resume` all stays where it is, since the run goes on, unless it holds the results of a run that left no
 * checkpoint: there is nothing to go on with.
 *
 * @throws ConfigurationError when the folder cannot be made or written to
 */
export async function openResultFolder(
  given: string,
  startedAt: Date,
  redactor: Redactor,
  resume = false,
): Promise<ResultFolder> {
  let path = given;
  try {
    // Where the current folder was deleted, making a relative one never ends.
    path = resolve(given);
    if (!(resume && (await isUnfinished(path)))) await archive(path, startedAt);
    await mkdir(path, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`The result folder cannot be used: ${reason}.`, {
      where: given,
      advice: 'Choose another folder with --out.',
      cause,
    });
  }
  return keepResultFolder(path, redactor);
}

/** The folder of a run as it is, to add to what the run left there. */
export function keepResultFolder(path: string, redactor: Redactor): ResultFolder {
  return {
    path,
    write: (name, content) => writeWhole(join(path, name), redacted(content, redactor)),
    writeJson: (name, value) =>
      writeWhole(join(path, name), toJson(redactor.isEmpty ? value : redactor.redactJson(value))),
    writePieces: (name, pieces) => writeWhole(join(path, name), pieces),
    adopt: (from, name) => rename(from, join(path, name)),
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The content without secrets; it stays what it was, to the byte, unless there is one in it. */
function redacted(content: string | Uint8Array, redactor: Redactor): string | Uint8Array {
  if (redactor.isEmpty) return content;
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  return redactor.holdsSecret(text) ? redactor.redact(text) : content;
}

async function archive(path: string, startedAt: Date): Promise<void> {
  if (basename(path) === 'current') await archiveWhole(path, startedAt);
  await mkdir(path, { recursive: true });
  await archiveFiles(path, isResultFile, startedAt);
}

/** True for the folder of a run that can be gone on with: it left a checkpoint, or no results yet. */
async function isUnfinished(path: string): Promise<boolean> {
  const names = await readdir(path).catch(noneIfAbsent);
  return names.includes(RESULT_FOLDERS.checkpoint) || !names.includes(RESULT_FILES.results);
}

async function archiveWhole(path: string, startedAt: Date): Promise<void> {
  const names = await readdir(path).catch(noneIfAbsent);
  if (names.length === 0) return;
  await rename(path, await newArchive(dirname(path), startedAt));
}

function noneIfAbsent(cause: unknown): readonly string[] {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
  throw cause;
}
