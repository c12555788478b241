import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import type { Dictionary } from './dictionary.js';
import { dictionaryHash } from './dictionary-file.js';
import { parseDictionary } from './parse-dictionary.js';
import { compareVersions, isVersion } from './version.js';

const FILE = 'dictionary.json';

/**
 * Reads `<generatedFolder>/<version>/dictionary.json`. `sha256` is the hash of the file's text.
 *
 * @throws ConfigurationError for a version that is not there (the message names those that are), or a damaged file
 */
export async function loadDictionary(
  generatedFolder: string,
  version: string,
): Promise<{ readonly dictionary: Dictionary; readonly sha256: string }> {
  const versions = await availableVersions(generatedFolder);
  if (!versions.includes(version)) throw missingVersion(generatedFolder, version, versions);
  const file = join(generatedFolder, version, FILE);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ConfigurationError('The dictionary cannot be read.', { where: file, cause });
  });
  const dictionary = parseDictionary(text, file);
  if (dictionary.version === version) return { dictionary, sha256: dictionaryHash(text) };
  throw new ConfigurationError(`The dictionary is of version ${dictionary.version}, not ${version}.`, {
    where: file,
    advice: 'Make it anew with `reso-certify generate`.',
  });
}

/** The versions that have a dictionary file in the folder, oldest first. A folder that is not there has none. */
export async function availableVersions(generatedFolder: string): Promise<readonly string[]> {
  const names = await namesIn(generatedFolder);
  const versions = names.filter(isVersion).sort(compareVersions);
  const withFile = await Promise.all(
    versions.map(async (version) => (await namesIn(join(generatedFolder, version))).includes(FILE)),
  );
  return versions.filter((_, at) => withFile[at]);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isAbsence(cause)) return [];
    throw new ConfigurationError('The folder cannot be read.', { where: folder, cause });
  }
}

function isAbsence(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}

function missingVersion(folder: string, version: string, versions: readonly string[]): ConfigurationError {
  const advice =
    versions.length === 0
      ? 'There is none. Make one with `reso-certify generate`.'
      : `There are ${versions.join(', ')}. Choose one of them, or make it with \`reso-certify generate\`.`;
  return new ConfigurationError(`There is no Data Dictionary ${version}.`, { where: folder, advice });
}
