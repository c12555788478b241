import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PayloadFormat } from '../../json/read-payloads.js';
import { type PayloadSource, SourceFault } from './payload-source.js';

const CHUNK_BYTES = 2 ** 20;

/** A file as a source. Small ones, of which there may be many, are read at once. */
export function fileSource(path: string, format: PayloadFormat, size: number): PayloadSource {
  return { path, format, chunks: () => (size <= CHUNK_BYTES ? whole(path) : streamed(path)) };
}

async function* whole(path: string): AsyncGenerator<Uint8Array> {
  yield await readFile(path).catch((cause: unknown) => {
    throw unreadable(cause);
  });
}

async function* streamed(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): SourceFault {
  return new SourceFault('unreadable', reasonOf(cause));
}

/** What the system says about a file, without the path that people know already. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    ENOENT: 'it is not there',
    EISDIR: 'it is a folder',
    ELOOP: 'its links lead in a circle',
  };
  const reason = cause instanceof Error ? cause.message : String(cause);
  return known[code ?? ''] ?? reason;
}
