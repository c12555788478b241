import { createHash } from 'node:crypto';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { MappingsResult } from '../reports/results.js';
import type { Decisions } from '../variations/decisions.js';
import type { Mappings } from '../variations/mappings/read-mappings.js';
import { readInputFile } from './read-file.js';

/** A mappings file and the hash of its bytes. */
export interface LoadedMappings extends Mappings {
  readonly sha256: string;
}

/**
 * What people decided, from the file of `--mappings`; nothing where none is given.
 *
 * @throws ConfigurationError for a file that cannot be read, with the line of what is wrong in it
 */
export async function loadMappings(
  path: string | undefined,
  dictionary: DictionaryIndex,
): Promise<LoadedMappings | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readInputFile(path, '--mappings');
  // Most runs have no mappings, and do without the CSV parser.
  const { readMappings } = await import('../variations/mappings/read-mappings.js');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...readMappings(bytes, path, dictionary), sha256 };
}

/** What the results say of the mappings. Without decisions nothing was there that they could be about. */
export function mappingsResult(
  { file, sha256, entries }: LoadedMappings,
  decisions: Decisions | undefined,
): MappingsResult {
  const ignored = decisions?.all().filter(({ decision }) => decision.ignored !== undefined) ?? [];
  return {
    file,
    sha256,
    entries: entries.length,
    ignored: ignored.length,
    notes: decisions?.notes ?? [],
  };
}

/** The day of an instant in UTC, as `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
