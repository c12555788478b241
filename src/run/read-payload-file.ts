import { createReadStream } from 'node:fs';
import { ConfigurationError } from '../core/errors.js';
import type { PayloadPart } from '../json/payload-part.js';
import { readPayloads } from '../json/read-payloads.js';
import type { PayloadFile } from './payload-files.js';

const CHUNK_BYTES = 2 ** 20;

/** The parts of a payload file, read as they are asked for. @throws ConfigurationError when the file cannot be read */
export async function* partsOf({ path, format }: PayloadFile): AsyncGenerator<PayloadPart> {
  yield* readPayloads(chunksOf(path), format);
}

/** The annotations of each document of a file that has a list of records. Reads the whole file. */
export async function annotationsByDocument(
  file: PayloadFile,
): Promise<ReadonlyMap<number, ReadonlyMap<string, string>>> {
  const annotations = new Map<number, ReadonlyMap<string, string>>();
  for await (const part of partsOf(file)) {
    if (part.kind === 'end') annotations.set(part.document, part.annotations);
  }
  return annotations;
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(`The file cannot be read: ${reason}.`, {
      where: path,
      advice: 'Check its permissions.',
      cause,
    });
  }
}
