import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Moves files of an earlier run out of the way of one that begins: to `archived/<UTC timestamp>` inside their folder, which
 * must be there.
 */
export async function archiveFiles(
  folder: string,
  isOfEarlierRun: (name: string) => boolean,
  startedAt: Date,
): Promise<void> {
  const names = (await readdir(folder)).filter(isOfEarlierRun);
  if (names.length === 0) return;
  const target = await newArchive(folder, startedAt);
  for (const name of names) await rename(join(folder, name), join(target, name));
}

/** Makes the folder `archived/<UTC timestamp>` in another, numbered when two runs share a timestamp. Returns its path. */
export function newArchive(parent: string, startedAt: Date): Promise<string> {
  return newFolder(join(parent, 'archived', startedAt.toISOString().replaceAll(':', '-')));
}

async function newFolder(wanted: string, attempt = 1): Promise<string> {
  const path = attempt === 1 ? wanted : `${wanted}-${attempt}`;
  const made = await mkdir(path, { recursive: true });
  return made === undefined ? newFolder(wanted, attempt + 1) : path;
}
