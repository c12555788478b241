import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import type { PayloadFormat } from '../json/read-payloads.js';
import { isResultFile } from '../reports/result-files.js';

/** A file with payloads. */
export interface PayloadFile {
  readonly path: string;
  readonly format: PayloadFormat;
}

/** The files to read, and those of the folders that are none. */
export interface PayloadFiles {
  readonly files: readonly PayloadFile[];
  readonly passedOver: readonly string[];
}

const FORMATS: Readonly<Record<string, PayloadFormat>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/**
 * The payload files of paths: files whatever they are called, and of folders, at any depth, those that end like payloads and
 * are no results of a run.
 *
 * @param except a file that is no payload wherever it lies
 * @throws ConfigurationError for what is not there or cannot be read, and when there is no payload file at all
 */
export async function findPayloadFiles(paths: readonly string[], except: string): Promise<PayloadFiles> {
  const files: PayloadFile[] = [];
  const passedOver: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      files.push({ path, format: formatOf(path) ?? 'json' });
      continue;
    }
    for (const found of await filesIn(path)) {
      const format = formatOf(found);
      const isPayload = !isResultFile(basename(found)) && resolve(found) !== resolve(except);
      if (format !== undefined && isPayload) files.push({ path: found, format });
      else passedOver.push(found);
    }
  }
  if (files.length === 0) {
    throw new ConfigurationError('There is no payload file in it.', {
      where: paths.join(', '),
      advice: 'Payload files of a folder end in .json, .ndjson or .jsonl.',
    });
  }
  return { files, passedOver };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(
      isAbsent ? 'There is no such file or folder.' : `It cannot be read: ${reason}.`,
      { where: path, advice: 'Check the path.', cause },
    );
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function formatOf(path: string): PayloadFormat | undefined {
  return FORMATS[extname(path).toLowerCase()];
}
