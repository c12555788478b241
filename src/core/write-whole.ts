import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConfigurationError } from './errors.js';

/** A text, bytes, or a text in pieces. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file, a text as UTF-8, whole or not at all: under a temporary name in the same folder, which then takes the
 * place of whatever had the name. Missing parent folders are made. Who reads meanwhile sees the old file or the new.
 *
 * @param mode who may read and write it; what was there before does not matter
 * @throws ConfigurationError when the place cannot be written to; the temporary file is then removed
 */
export async function writeWhole(path: string, content: Content, mode = 0o666): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeSynced(temporary, content, mode);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new ConfigurationError(`The file cannot be written: ${reasonOf(cause)}.`, {
      where: path,
      advice: 'Choose a folder that you may write to and that has room.',
      cause,
    });
  }
}

async function writeSynced(path: string, content: Content, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    // Also what comes in pieces, one at a time in memory.
    await file.writeFile(content, 'utf8');
    // Without this a power cut after the rename could leave an empty file under the final name.
    await file.sync();
  } finally {
    await file.close();
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
