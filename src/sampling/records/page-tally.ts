import type { Tape } from '../../json/tape.js';
import { type ModelBook, Sighting } from './model-book.js';
import type { Navigation } from './navigation.js';
import type { PageFacts } from './page-facts.js';
import { keyTextOf } from './record-identity.js';
import type { RecordVisitor } from './record-visitor.js';
import { TimestampTally } from './timestamp-tally.js';

/** Adds up what the records of a page say. */
export class PageTally {
  /** By index of the record in the page: 1 where its sequence had not seen it before. */
  readonly isFresh: Uint8Array;
  fresh = 0;
  #taken = 0;
  #firstInModel = 0;
  #changed = 0;
  #duplicates = 0;
  #duplicateKey: string | undefined;
  readonly #timestamps = new TimestampTally();

  constructor(private readonly records: number) {
    this.isFresh = new Uint8Array(records);
  }

  /** Takes the record in that was entered last. */
  add(tape: Tape, record: number, book: ModelBook, sighting: Sighting, visitor: RecordVisitor): void {
    this.#taken += 1;
    if (sighting === Sighting.first) this.#firstInModel += 1;
    if (sighting === Sighting.changed) this.#changed += 1;
    if (book.isDuplicate) {
      this.#duplicates += 1;
      this.#duplicateKey ??= keyTextOf(tape, record, book.model);
    }
    this.#timestamps.add(visitor.dating, tape, visitor.timestampNode, visitor.instant);
  }

  /** Says that the sequence had not seen the record that was taken in last. */
  markFresh(): void {
    this.isFresh[this.#taken - 1] = 1;
    this.fresh += 1;
  }

  /** @param navigations the expansions that the page has touched, before they are committed */
  facts(navigations: readonly Navigation[]): PageFacts {
    const expansions = navigations.map(({ parent, path, book, fetchedOnPage, duplicatesOnPage }) => ({
      parent: parent.name,
      path,
      resource: book.model.name,
      records: fetchedOnPage,
      duplicates: duplicatesOnPage,
    }));
    return {
      records: this.records,
      taken: this.#taken,
      fresh: this.fresh,
      firstInModel: this.#firstInModel,
      changed: this.#changed,
      duplicates: {
        count: this.#duplicates,
        ...(this.#duplicateKey === undefined ? {} : { key: this.#duplicateKey }),
      },
      ...this.#timestamps.facts,
      expandedRecords: expansions.reduce((sum, { records }) => sum + records, 0),
      expansions,
    };
  }
}
