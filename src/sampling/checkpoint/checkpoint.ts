import { closeSync, fstatSync, openSync } from 'node:fs';
import type { SampledPage } from '../replication/sampled-page.js';
import type { BeginEntry, Entry, PageEntry } from './entries.js';
import { frameAt, type PlacedFrame } from './journal-reader.js';
import { JournalWriter } from './journal-writer.js';

const NOTHING = new Uint8Array(0);

/** The checkpoint of a run: its journal, written after every page, and read again by reports. */
export class Checkpoint {
  readonly #writer: JournalWriter;
  /** Where the pages of each sequence stand. */
  readonly #offsets: number[][] = [];

  /** @throws ConfigurationError when it cannot be written */
  private constructor(
    private readonly path: string,
    length: number,
    readonly begin: BeginEntry,
  ) {
    this.#writer = new JournalWriter(path, length);
  }

  /** Begins a checkpoint anew; one that is there is lost. */
  static afresh(path: string, begin: BeginEntry): Checkpoint {
    const checkpoint = new Checkpoint(path, 0, begin);
    checkpoint.keep(begin);
    return checkpoint;
  }

  /** Goes on with a journal that was read. */
  static behind(path: string, begin: BeginEntry, { pages, length }: ReadJournal): Checkpoint {
    const checkpoint = new Checkpoint(path, length, begin);
    for (const { sequence, offset } of pages) checkpoint.#place(sequence, offset);
    return checkpoint;
  }

  /** Appends an entry. */
  keep(entry: Entry): void {
    this.#writer.append({ json: entry, bytes: NOTHING });
  }

  /** Appends a page with what it did to the books, and what its validation found. */
  keepPage(sequence: number, page: SampledPage, delta: Uint8Array, judged: Uint8Array): void {
    const entry: PageEntry = { kind: 'page', sequence, page, deltaBytes: delta.length };
    this.#place(sequence, this.#writer.append({ json: entry, bytes: Buffer.concat([delta, judged]) }));
  }

  /** The pages of a sequence in their order, read from the disk one at a time. */
  *pages(sequence: number): Generator<SampledPage> {
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      for (const offset of this.#offsets[sequence] ?? []) {
        const frame = frameAt(file, offset, size);
        if (frame === undefined) throw new Error(`the checkpoint ${this.path} was changed while it was used`);
        yield pageOf(frame);
      }
    } finally {
      closeSync(file);
    }
  }

  close(): void {
    this.#writer.close();
  }

  #place(sequence: number, offset: number): void {
    const offsets = this.#offsets[sequence] ?? [];
    offsets.push(offset);
    this.#offsets[sequence] = offsets;
  }
}

/** What of a journal was read. */
export interface ReadJournal {
  /** The pages: their sequences, and where they stand. */
  readonly pages: readonly { readonly sequence: number; readonly offset: number }[];
  /** How much of the file is whole. */
  readonly length: number;
}

function pageOf({ json }: PlacedFrame): SampledPage {
  return (json as PageEntry).page;
}
