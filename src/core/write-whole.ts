import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConfigurationError } from './errors.js';

const WRITTEN_AT_ONCE = 65_536;

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

/** The content as it is written: pieces are joined, so that not each is a call of the operating system. */
function* parts(content: Content): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let joined = '';
  for (const piece of content) {
    joined += piece;
    if (joined.length < WRITTEN_AT_ONCE) continue;
    yield joined;
    joined = '';
  }
  yield joined;
}

async function writeSynced(path: string, content: Content, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    for (const part of parts(content)) await file.writeFile(part, 'utf8');
    // Without this a power cut after the rename could leave an empty file under the final name.
    await file.sync();
  } finally {
    await file.close();
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
