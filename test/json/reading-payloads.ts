import type { SplitterLimits } from '../../src/json/document-splitter.js';
import type { PayloadPart } from '../../src/json/payload-part.js';
import { type PayloadFormat, readPayloads } from '../../src/json/read-payloads.js';
import { Tokenizer } from '../../src/json/tokenizer.js';
import { rebuild } from './rebuild.js';

/** A part as data that lasts: of records their values, or what is wrong with them. */
export type ReadPart = Record<string, unknown>;

const tokenizer = new Tokenizer();

/** Reads a text that comes in chunks of so many bytes. */
export async function readInChunks(
  text: string | Uint8Array,
  size: number,
  format: PayloadFormat = 'json',
  limits: Partial<SplitterLimits> = {},
): Promise<readonly ReadPart[]> {
  const parts: ReadPart[] = [];
  for await (const part of readPayloads(chunksOf(Buffer.from(text), size), format, limits))
    parts.push(lasting(part));
  return parts;
}

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

function lasting(part: PayloadPart): ReadPart {
  if ('annotations' in part) return { ...part, annotations: Object.fromEntries(part.annotations) };
  if (!('text' in part)) return { ...part };
  const { kind, document, text } = part;
  const fault = text.tokenize(tokenizer);
  if (fault !== undefined) return { kind: `bad ${kind}`, document, fault };
  const value = rebuild(tokenizer.tape);
  if (kind === 'records' && (value as unknown[]).length !== part.records)
    throw new Error('wrong number of records');
  return { kind, document, values: kind === 'records' ? value : [value] };
}
