import type { Annotations, PayloadPart } from '../../json/payload-part.js';
import { readPayloads } from '../../json/read-payloads.js';
import type { PayloadSource } from '../input/payload-source.js';

/**
 * Looks for annotations behind the records that they are needed for: reads a source a second time, ahead of whoever reads
 * its records, and holds nothing.
 */
export class LateContexts {
  readonly #source: PayloadSource;
  #parts: AsyncGenerator<PayloadPart> | undefined;

  constructor(source: PayloadSource) {
    this.#source = source;
  }

  /**
   * The annotations of a document that has a list of records, wherever they stand. To be asked for in the order of documents.
   *
   * @returns `broken` when the document breaks off before its end
   */
  async of(document: number): Promise<Annotations | 'broken'> {
    this.#parts ??= readPayloads(this.#source.chunks(), this.#source.format);
    for (let next = await this.#parts.next(); next.done !== true; next = await this.#parts.next()) {
      const part = next.value;
      if (part.kind === 'byte order mark' || part.document !== document) continue;
      if (part.kind === 'fault') return 'broken';
      if (part.kind === 'end') return part.annotations;
    }
    return 'broken';
  }

  /** Closes the source. */
  async close(): Promise<void> {
    await this.#parts?.return(undefined);
  }
}
