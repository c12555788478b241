import { Shape } from '../json/shape.js';
import { Tokenizer } from '../json/tokenizer.js';
import type { ContextResolver } from './context/context-resolver.js';
import type { PayloadSource } from './input/payload-source.js';
import { type ReadingDesk, SourceReader, type SourceReading } from './source-reader.js';

/** A record has thousands of values at most; each takes some 50 bytes of memory. */
const MOST_VALUES = 2 ** 21;

/** Reads sources one after the other, and has their records judged by what each payload says it is. */
export class PayloadReader {
  readonly #desk: ReadingDesk;

  constructor(contexts: ContextResolver, signal: AbortSignal) {
    this.#desk = { contexts, signal, tokenizer: new Tokenizer({ values: MOST_VALUES }), guess: Shape.none };
  }

  /** Reads a source. What is wrong with it is in what is returned. */
  async read(source: PayloadSource): Promise<SourceReading> {
    return await new SourceReader(source, this.#desk).read();
  }
}
