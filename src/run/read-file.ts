import { readFile, stat } from 'node:fs/promises';
import { ConfigurationError } from '../core/errors.js';

/** The largest input file that is read: 64 MiB. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of an input file.
 *
 * @throws ConfigurationError for what is not there, is a folder, is too large or cannot be read
 */
export async function readInputFile(path: string, option: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) {
    throw new ConfigurationError('This is a folder.', { where: path, advice: `${option} takes a file.` });
  }
  if (found.size > MAX_FILE_BYTES) {
    throw new ConfigurationError(`The file has ${found.size} bytes; at most ${MAX_FILE_BYTES} are read.`, {
      where: path,
      advice: 'Check that it is the right file.',
    });
  }
  return await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
}

function unreadable(path: string, cause: unknown): ConfigurationError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') {
    return new ConfigurationError('There is no such file.', {
      where: path,
      advice: 'Check the path.',
      cause,
    });
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigurationError(`The file cannot be read: ${reason}.`, {
    where: path,
    advice: 'Check its permissions.',
    cause,
  });
}
