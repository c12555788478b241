import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { archiveFiles } from '../../core/archive-files.js';
import { ConfigurationError } from '../../core/errors.js';
import { writeAll } from '../../core/write-all.js';
import type { Page } from '../records/page.js';
import type { SequenceState } from './sequence-state.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const QUICKLY = { level: 3 };

/**
 * Files with the records of each sequence, as they came, each distinct record once: NDJSON in gzip. Each page is a
 * part of its own, which gzip allows, so that a file is whole after every page.
 */
export class RecordFiles {
  readonly #files = new Map<number, number>();

  constructor(private readonly folder: string) {}

  /**
   * Makes the folder ready for a run that begins: the files of an earlier one move to `archived/<UTC timestamp>` inside it.
   *
   * @throws ConfigurationError when the folder cannot be written to
   */
  async archiveEarlier(startedAt: Date): Promise<void> {
    try {
      mkdirSync(this.folder, { recursive: true, mode: PRIVATE_FOLDER });
      await archiveFiles(this.folder, isRecordFile, startedAt);
    } catch (cause) {
      throw unwritable(this.folder, cause);
    }
  }

  /**
   * Appends the records of a page that its sequence had not seen before. Returns the length of the file.
   *
   * @throws ConfigurationError when the file cannot be written
   */
  append(sequence: SequenceState, page: Page, isFresh: Uint8Array): number {
    const lines = linesOf(page, isFresh);
    if (lines.length === 0) return sequence.saved;
    const part = gzipSync(lines, QUICKLY);
    const path = join(this.folder, fileName(sequence));
    try {
      writeAll(this.#fileOf(sequence, path), part, sequence.saved);
    } catch (cause) {
      throw unwritable(path, cause);
    }
    return sequence.saved + part.length;
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  /** The open file of a sequence, without what a killed run wrote after its last checkpoint. */
  #fileOf({ index, saved }: SequenceState, path: string): number {
    const known = this.#files.get(index);
    if (known !== undefined) return known;
    const file = openSync(path, saved === 0 ? 'w' : 'r+', PRIVATE_FILE);
    ftruncateSync(file, saved);
    this.#files.set(index, file);
    return file;
  }
}

function unwritable(where: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigurationError(`The records cannot be written: ${reason}.`, {
    where,
    advice: 'Choose with --save-records a folder that you may write to and that has room.',
    cause,
  });
}

function isRecordFile(name: string): boolean {
  return /^\d{3,}\..+\.ndjson\.gz$/.test(name);
}

/** The name of a sequence's file. Names come from the metadata of a server. */
export function fileName({ planned, index }: SequenceState): string {
  const { resource, expansion, strategy } = planned;
  const parts = [resource, expansion, strategy].filter((part) => part !== undefined);
  const name = parts
    .join('.')
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 150);
  return `${String(index + 1).padStart(3, '0')}.${name}.ndjson.gz`;
}

/** The fresh records of a page, a line each. A line break in a record can only stand between its tokens. */
function linesOf({ tape, records }: Page, isFresh: Uint8Array): Buffer {
  const lines: Uint8Array[] = [];
  for (const [index, record] of records.entries()) {
    if (isFresh[index] !== 1) continue;
    const text = Buffer.from(tape.bytes.subarray(tape.starts[record], tape.ends[record]));
    for (let at = 0; at < text.length; at++)
      if (text[at] === NEWLINE || text[at] === RETURN) text[at] = BLANK;
    lines.push(text, Buffer.from('\n'));
  }
  return Buffer.concat(lines);
}
