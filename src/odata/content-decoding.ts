import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { BodyTooLarge, UnknownEncoding } from './network-fault.js';

type Chunks = AsyncIterable<Buffer>;
type Decoder = Transform | ((source: Chunks) => Chunks);

/** What we tell servers that we understand. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

const DECODERS: ReadonlyMap<string, () => Decoder> = new Map<string, () => Decoder>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', () => inflate],
  ['br', createBrotliDecompress],
]);
const MOST_ENCODINGS = 3;
const ZLIB_METHOD = 8;

/** A body as it comes in: it stands here too when reading it fails half-way. */
export class ReceivedBody {
  readonly #chunks: Buffer[] = [];
  // Of several steps that fail one after the other, the first says why.
  #fault: Error | undefined;
  wireBytes = 0;
  decodedBytes = 0;

  /** What has come so far, decoded. */
  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /**
   * Reads a body to its end and undoes its `Content-Encoding`.
   *
   * @throws BodyTooLarge as soon as it decodes to more than `limit` bytes
   * @throws UnknownEncoding before anything is read
   * @throws Error of the stream or of zlib
   */
  async read(source: Readable, contentEncoding: string | undefined, limit: number): Promise<void> {
    const decoders = decodersFor(contentEncoding);
    for (const decoder of decoders) {
      if (typeof decoder !== 'function') decoder.once('error', (error) => this.#noteFault(error));
    }
    const wire = this.#count(source);
    const first = await wire.next();
    // A compressed body of no bytes is no body, not a damaged one.
    if (first.done === true) return;
    const steps = [
      rejoin(first.value, wire),
      ...decoders,
      (decoded: Chunks) => this.#collect(decoded, limit),
    ];
    try {
      // The declarations know no list of steps that are generators in part.
      await pipeline(steps as unknown as NodeJS.ReadWriteStream[]);
    } catch (error) {
      throw this.#fault ?? error;
    }
  }

  #noteFault(error: Error): void {
    if (error.name !== 'AbortError') this.#fault ??= error;
  }

  async *#count(source: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      this.wireBytes += chunk.length;
      yield chunk;
    }
  }

  async #collect(decoded: Chunks, limit: number): Promise<void> {
    for await (const chunk of decoded) {
      this.decodedBytes += chunk.length;
      if (this.decodedBytes > limit) {
        this.#fault = new BodyTooLarge(`the body of the answer is larger than ${limit} bytes`);
        throw this.#fault;
      }
      this.#chunks.push(chunk);
    }
  }
}

function decodersFor(contentEncoding = ''): Decoder[] {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const decoders = names.map((name) => DECODERS.get(name)?.());
  if (names.length > MOST_ENCODINGS || decoders.includes(undefined)) {
    throw new UnknownEncoding(
      `the answer has the Content-Encoding "${contentEncoding}", which was not asked for`,
    );
  }
  return decoders.filter((decoder) => decoder !== undefined).reverse();
}

/** `deflate` means zlib (RFC 9110, 8.4.1.2), but some servers send what is inside of it: the first byte tells. */
async function* inflate(source: Chunks): Chunks {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === ZLIB_METHOD;
  const decoder = isZlib ? createInflate() : createInflateRaw();
  // Its error comes out of the decoder, which is read below.
  const feeding = pipeline(rejoin(first.value, chunks), decoder).catch(() => undefined);
  yield* decoder;
  await feeding;
}

async function* rejoin(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
