import { extname } from 'node:path';
import type { PayloadFormat } from '../../json/read-payloads.js';

/** What a file is, as far as its name tells. */
export type FileKind = PayloadFormat | 'zip' | 'other archive' | 'other';

const KINDS: Readonly<Record<string, FileKind>> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.zip': 'zip',
  '.7z': 'other archive',
  '.bz2': 'other archive',
  '.gz': 'other archive',
  '.jar': 'other archive',
  '.rar': 'other archive',
  '.tar': 'other archive',
  '.tgz': 'other archive',
  '.xz': 'other archive',
  '.zst': 'other archive',
};

/** Tells what a file is by its ending, in any case. */
export function kindByName(name: string): FileKind {
  return KINDS[extname(name).toLowerCase()] ?? 'other';
}

/** How a zip file begins: with an entry, or with the end of an empty directory. */
const ZIP_BEGINNINGS = ['PK\u0003\u0004', 'PK\u0005\u0006'];
const GZIP_BEGINNING = Buffer.from([0x1f, 0x8b]);

/** What a file is that somebody named, by its first bytes and its ending: its name alone need not tell. */
export function kindByContent(name: string, beginning: Uint8Array): FileKind {
  const start = Buffer.from(beginning.subarray(0, 4));
  if (ZIP_BEGINNINGS.includes(start.toString('latin1'))) return 'zip';
  if (start.subarray(0, 2).equals(GZIP_BEGINNING)) return 'other archive';
  const kind = kindByName(name);
  return kind === 'other' ? 'json' : kind;
}
