import { open, readFile, stat } from 'node:fs/promises';
import { ConfigurationError } from '../core/errors.js';
import { XML_LIMITS } from '../metadata/xml-limits.js';

/** The largest input file that is read: 64 MiB. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * The bytes of an input file.
 *
 * @throws ConfigurationError for what is not there, is a folder, is too large or cannot be read
 */
export async function readInputFile(path: string, option: string): Promise<Uint8Array> {
  const size = await sizeOf(path, option);
  if (size > MAX_FILE_BYTES) {
    throw new ConfigurationError(`The file has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`, {
      where: path,
      advice: 'Check that it is the right file.',
    });
  }
  return await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
}

/**
 * The bytes of a file of metadata. A file that is larger than metadata may be is a finding, not a mistake: of it, only
 * the beginning is read, one byte more than there may be.
 *
 * @throws ConfigurationError for what is not there, is a folder or cannot be read
 */
export async function readMetadataFile(path: string, option: string): Promise<Uint8Array> {
  if ((await sizeOf(path, option)) <= XML_LIMITS.bytes) return await readInputFile(path, option);
  return await readBeginning(path, XML_LIMITS.bytes + 1).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
}

async function readBeginning(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string, option: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) {
    throw new ConfigurationError('This is a folder.', { where: path, advice: `${option} takes a file.` });
  }
  return found.size;
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
