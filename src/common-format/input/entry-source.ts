import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { PayloadFormat } from '../../json/read-payloads.js';
import { type PayloadSource, SourceFault } from './payload-source.js';

const DEFLATED = 8;
const CHUNK_BYTES = 2 ** 18;

/** An entry of a zip file that is open. What comes out is held against the size and the checksum of the directory. */
export function entrySource(
  zip: ZipFile,
  entry: Entry,
  { path, format }: Pick<PayloadSource, 'path'> & { readonly format: PayloadFormat },
): PayloadSource {
  return { path, format, chunks: () => unpacked(zip, entry) };
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of dataOf(zip, entry)) {
    bytes += chunk.length;
    if (bytes > entry.uncompressedSize) break;
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.uncompressedSize) {
    const size = `${bytes > entry.uncompressedSize ? 'more' : 'fewer'} than ${entry.uncompressedSize} bytes`;
    throw new SourceFault('archive', `it unpacks to ${size}, its size in the directory of the archive`);
  }
  if (checksum !== entry.crc32) throw new SourceFault('archive', 'its data do not fit their checksum');
}

async function* dataOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    if (entry.compressionMethod !== DEFLATED) {
      yield* packed;
      return;
    }
    const inflated = createInflateRaw({ chunkSize: CHUNK_BYTES });
    // An error of either reaches whoever reads the second.
    pipeline(packed, inflated, () => undefined);
    yield* inflated;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceFault('archive', `it cannot be unpacked: ${reason}`);
  }
}
