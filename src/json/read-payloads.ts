import { LF } from './byte.js';
import { DocumentSplitter, type SplitterLimits } from './document-splitter.js';
import type { PayloadPart } from './payload-part.js';

/** What an input holds: one JSON document, or one on each line that is not blank. */
export type PayloadFormat = 'json' | 'ndjson';

/**
 * Reads payloads from an input of any size, part by part: see {@link PayloadPart}. A document is an object whose list
 * `value` holds records, or it is one record. Memory stays within the limits, whatever the input: a batch of records and
 * what stands around the records is held, and nothing else.
 *
 * Where annotations that may stand behind the records are needed before them, the input is to be read twice.
 */
export async function* readPayloads(
  chunks: AsyncIterable<Uint8Array>,
  format: PayloadFormat,
  limits: Partial<SplitterLimits> = {},
): AsyncGenerator<PayloadPart> {
  const splitter = new DocumentSplitter(limits);
  for await (const chunk of chunks) {
    if (format === 'json') yield* partsIn(chunk, splitter);
    else for (const line of linesIn(chunk)) yield* partsOfLine(line, splitter);
  }
  if (splitter.isBlank && splitter.documents > 0) return;
  splitter.end();
  yield* partsOf(splitter);
}

/** @param line a line with its LF, or the beginning or rest of one at an end of a chunk */
function* partsOfLine(line: Uint8Array, splitter: DocumentSplitter): Generator<PayloadPart> {
  const isEnded = line.at(-1) === LF;
  const content = isEnded ? line.subarray(0, -1) : line;
  if (isEnded && splitter.readWhole(content)) yield* partsOf(splitter);
  else yield* partsIn(content, splitter);
  if (!isEnded) return;
  if (!splitter.isBlank) splitter.end();
  yield* partsOf(splitter);
  // The LF is no part of the document: what is wrong with its end is wrong on its line.
  splitter.passOver(line, content.length);
}

function* partsIn(chunk: Uint8Array, splitter: DocumentSplitter): Generator<PayloadPart> {
  for (let at = 0; at < chunk.length; ) {
    at = splitter.read(chunk, at);
    yield* partsOf(splitter);
  }
}

function* partsOf(splitter: DocumentSplitter): Generator<PayloadPart> {
  for (let part = splitter.take(); part !== undefined; part = splitter.take()) yield part;
}

/** The lines of a chunk, each with its LF; the last may have none. */
function* linesIn(chunk: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(LF, start);
    const next = end < 0 ? chunk.length : end + 1;
    yield chunk.subarray(start, next);
    start = next;
  }
}
