import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import { decodeJson } from '../metadata/decode-json.js';
import { JsonRecord } from '../metadata/json-record.js';
import { RESULT_FILES } from '../reports/result-files.js';
import { readInputFile } from './read-file.js';

/** The metadata of an earlier run, by its paths, and what the run's results say of it. */
export interface FoundMetadata {
  /** `metadata.xml`, else `metadata-report.json`. */
  readonly metadata: string;
  /** The Lookup rows that go with the EDMX. A report has them merged in. */
  readonly lookups?: string;
  /** Why the Lookup rows are not all there. */
  readonly rowsBlocked?: string;
  readonly version?: string;
}

/**
 * Looks for metadata in a result folder.
 *
 * @throws ConfigurationError for a folder without any, and for results that cannot be read
 */
export async function findInResultFolder(folder: string): Promise<FoundMetadata> {
  const names = new Set(await readdir(folder));
  const { metadata, metadataReport, lookups, results } = RESULT_FILES;
  const stated = names.has(results) ? await readResults(join(folder, results)) : {};
  if (names.has(metadata)) {
    const rows = names.has(lookups) ? { lookups: join(folder, lookups) } : {};
    return { metadata: join(folder, metadata), ...rows, ...stated };
  }
  if (names.has(metadataReport)) return { metadata: join(folder, metadataReport), ...stated };
  const current = names.has('current') ? ` The run itself may be in ${join(folder, 'current')}.` : '';
  throw new ConfigurationError(`The folder has neither ${metadata} nor ${metadataReport}.${current}`, {
    where: folder,
    advice: 'Give a result folder, an EDMX file or a metadata report.',
  });
}

async function readResults(file: string): Promise<Pick<FoundMetadata, 'rowsBlocked' | 'version'>> {
  const origin = { file, advice: 'Give the folder as a run left it, or the metadata file itself.' };
  const results = new JsonRecord(decodeJson(await readInputFile(file, 'the folder'), file), '', origin);
  const checks = results.list('checks', (check) => `${check.text('rule')} ${check.text('verdict')}`);
  const isPartial = checks.some((check) => /^lookup\/replication-count (?!passed)/.test(check));
  return {
    ...(isPartial
      ? { rowsBlocked: `lookup/replication-count blocks it: not all rows came, says ${file}` }
      : {}),
    ...(results.has('dictionary') ? { version: results.record('dictionary').text('version') } : {}),
  };
}
