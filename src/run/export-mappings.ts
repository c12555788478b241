import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigurationError } from '../core/errors.js';
import { writeWhole } from '../core/write-whole.js';
import type { Decisions } from '../variations/decisions.js';
import { exportRows } from '../variations/mappings/export-rows.js';
import { cellOf } from '../variations/mappings/mapping-row.js';
import type { Mappings } from '../variations/mappings/read-mappings.js';
import type { Variation } from '../variations/variation.js';
import { readInputFile } from './read-file.js';

/**
 * Sees to it that an export destroys nothing: a file that holds decisions is only written over when it was read, since
 * then they are kept.
 *
 * @throws ConfigurationError for a file with decisions that was not read, and for a file that is no mappings file
 */
export async function assertExportTarget(path: string, read: string | undefined): Promise<void> {
  if (read !== undefined && resolve(read) === resolve(path)) return;
  const exists = (await stat(path).catch(() => undefined)) !== undefined;
  if (!exists) return;
  const { readRows } = await import('../variations/mappings/read-mappings.js');
  const rows = readRows(await readInputFile(path, '--export-mappings'), path);
  const decided = rows.find(({ cells }) =>
    (['Outcome', 'Source', 'Ignore', 'Reason', 'Expires'] as const).some((column) => cellOf(cells, column)),
  );
  if (decided === undefined) return;
  throw new ConfigurationError(`The file holds decisions, the first on line ${decided.line}.`, {
    where: path,
    advice: `Give it with --mappings too, and they are kept; or export to another file.`,
  });
}

/** Writes the mappings file that people fill in: what was read, as it was, and a row for each element that is open. */
export async function exportMappings(
  path: string,
  variations: readonly Variation[],
  read: Mappings | undefined,
  decisions: Decisions,
): Promise<void> {
  const { writeMappings } = await import('../variations/mappings/write-mappings.js');
  await writeWhole(path, writeMappings(exportRows(variations, read, decisions), path));
}
