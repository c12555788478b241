import type { Dirent, Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../core/errors.js';
import { type FileKind, kindByContent, kindByName } from './file-kind.js';
import { reasonOf } from './file-source.js';
import type { ListedInput } from './payload-source.js';

/** Tells why a file of a folder is not to be read although it ends like a payload; nothing for one that is. */
export type PassOver = (path: string) => string | undefined;

/**
 * Lists what there is to read, in the order of the paths: files whatever they are called; of folders, at any depth and in
 * the order of names, what ends like a payload or a zip file.
 *
 * @throws ConfigurationError for a path that is neither a file nor a folder, or cannot be looked at
 */
export async function listInputs(
  paths: readonly string[],
  passOver: PassOver,
): Promise<readonly ListedInput[]> {
  const listed: ListedInput[] = [];
  for (const path of paths) {
    const stats = await statsOf(path);
    if (stats.isDirectory()) await listFolder(path, passOver, listed);
    else listed.push(fileInput(path, stats, kindByContent(path, await beginningOf(path))));
  }
  return listed;
}

async function statsOf(path: string): Promise<Stats> {
  const stats = await stat(path).catch((cause: unknown) => {
    const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const what = isAbsent ? 'There is no such file or folder.' : `It cannot be read: ${reasonOf(cause)}.`;
    throw new ConfigurationError(what, { where: path, advice: 'Check the path.', cause });
  });
  if (stats.isFile() || stats.isDirectory()) return stats;
  const advice = 'Save the payloads in a file first.';
  throw new ConfigurationError('It is neither a file nor a folder.', { where: path, advice });
}

async function listFolder(folder: string, passOver: PassOver, listed: ListedInput[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(reasonOf);
  if (typeof entries === 'string') {
    listed.push({ kind: 'unreadable', path: folder, reason: entries });
    return;
  }
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await listFolder(path, passOver, listed);
    else listed.push(await folderInput(path, entry, passOver));
  }
}

async function folderInput(path: string, entry: Dirent, passOver: PassOver): Promise<ListedInput> {
  const kind = kindByName(entry.name);
  const isPayload = kind !== 'other' && kind !== 'other archive';
  const reason = isPayload ? passOver(path) : 'it does not end in .json, .ndjson, .jsonl or .zip';
  if (reason !== undefined) return { kind: 'skipped', path, reason };
  const stats = await stat(path).catch(reasonOf);
  if (typeof stats === 'string') return { kind: 'unreadable', path, reason: stats };
  // Links to folders may lead in circles.
  if (stats.isDirectory()) return { kind: 'skipped', path, reason: 'it is a link to a folder' };
  return stats.isFile() ? fileInput(path, stats, kind) : { kind: 'skipped', path, reason: 'it is no file' };
}

function fileInput(path: string, { size }: Stats, kind: FileKind): ListedInput {
  if (kind === 'zip') return { kind: 'zip', path, size };
  if (kind === 'json' || kind === 'ndjson') return { kind: 'file', path, size, format: kind };
  return { kind: 'archive fault', path, reason: 'it is an archive of a kind that is not opened' };
}

/** The first bytes of a file; none of one that cannot be read, which shows when it is. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return new Uint8Array();
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}
