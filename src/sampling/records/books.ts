import { readBook, readNavigation, writeBook, writeNavigation } from './book-delta.js';
import { BookShelf } from './book-shelf.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { closeDelta, openDelta, UnusableDelta } from './delta-frame.js';
import type { ModelBook } from './model-book.js';
import { type ExpansionTotals, expansionTotalsOf, type ModelTotals, totalsOf } from './model-totals.js';
import type { Navigation } from './navigation.js';
import { OrdinalList, readOrdinals } from './ordinal-list.js';
import type { Page } from './page.js';
import type { PageFacts } from './page-facts.js';
import { PageTally } from './page-tally.js';
import type { RecordModel, RecordModels } from './record-model.js';
import { RecordVisitor } from './record-visitor.js';
import type { Sightings } from './sightings.js';
import { DEFAULT_VALUE_LIMITS, type ValueLimits } from './value-budget.js';

/** Whose page it is. */
export interface Taking {
  /** What the sequence has seen: one for each sequence. Records of the page are added. */
  readonly sightings: Sightings;
  /** How many records that the sequence has not seen may still be taken. The rest of the page is left alone. */
  readonly most?: number;
}

/** What a page has brought. */
export interface Taken {
  readonly facts: PageFacts;
  /** What the page has done to the books, for {@link Books.replay}. No content of records, but values of lookups. */
  readonly delta: Uint8Array;
  /** By index of the record in the page: 1 where the sequence had not seen it before. Good until the next page. */
  readonly isFresh: Uint8Array;
}

/**
 * What a run knows of the records that it has seen, over all sequences of requests: which there are, whether they changed,
 * what is present in them. Pages go in, and are forgotten; only hashes and counts are kept. The totals do not depend on the
 * order of pages as long as records do not change.
 */
export class Books {
  readonly #models: RecordModels;
  readonly #shelf: BookShelf;
  readonly #visitor: RecordVisitor;
  readonly #writer = new ByteWriter();
  readonly #fresh = new OrdinalList();

  constructor(models: RecordModels, limits: ValueLimits = DEFAULT_VALUE_LIMITS) {
    this.#models = models;
    this.#shelf = new BookShelf(limits);
    this.#visitor = new RecordVisitor((parent, plan, slot) => this.#shelf.navigationAt(parent, plan, slot));
  }

  /** Enters a page. */
  take({ tape, model, records }: Page, { sightings, most = Number.POSITIVE_INFINITY }: Taking): Taken {
    const visitor = this.#visitor;
    const book = this.#shelf.book(model);
    const tally = new PageTally(records.length);
    for (const record of records) {
      visitor.identify(tape, record, model);
      const { hasExpansions } = visitor.content;
      if (tally.fresh >= most && this.#wouldBeFresh(book, sightings)) break;
      const sighting = visitor.enter(tape, record, book);
      tally.add(tape, record, book, sighting, visitor);
      if (sightings.add(book.ordinal)) {
        tally.markFresh();
        this.#fresh.add(book.ordinal);
      }
      if (hasExpansions) visitor.expand(tape, record, model);
    }
    const facts = tally.facts(this.#shelf.touchedNavigations);
    const delta = this.#write();
    this.#shelf.commit();
    return { facts, delta, isFresh: tally.isFresh };
  }

  /**
   * Enters a page again that {@link take} entered into other books of the same models, after the same pages.
   *
   * @param sightings those of the page's sequence
   * @throws UnusableDelta for a delta that is damaged or does not belong to these models
   */
  replay(delta: Uint8Array, sightings: Sightings): void {
    const reader = new ByteReader(openDelta(delta, this.#models.fingerprint));
    for (let left = reader.count(); left > 0; left--) readBook(reader, this.#readBook(reader));
    for (let left = reader.count(); left > 0; left--) readNavigation(reader, this.#readNavigation(reader));
    readOrdinals(reader, (ordinal) => sightings.add(ordinal));
    this.#shelf.commit();
  }

  /** What is known of each resource, and of each below a parent, by name. */
  totals(): readonly ModelTotals[] {
    return this.#shelf.books.map(totalsOf).sort(byResource);
  }

  /** What is known of each expansion, by parent and path. */
  expansions(): readonly ExpansionTotals[] {
    return this.#shelf.navigations
      .map(expansionTotalsOf)
      .sort((one, other) => compareTexts(one.parent, other.parent) || compareTexts(one.path, other.path));
  }

  /** The model of the records that an expansion holds, where the metadata says what it leads to. */
  targetOf(parent: string, expansion: string): RecordModel | undefined {
    const plan = this.#models.byName.get(parent)?.plan;
    const slot = plan?.shape.slotOf(expansion);
    return slot === undefined ? undefined : plan?.targets[slot];
  }

  #wouldBeFresh({ records }: ModelBook, sightings: Sightings): boolean {
    const { a, b } = this.#visitor.identity;
    const ordinal = records.find(a, b);
    return ordinal < 0 || !sightings.has(ordinal);
  }

  #write(): Uint8Array {
    const writer = this.#writer;
    const { touchedBooks, touchedNavigations } = this.#shelf;
    writer.count(touchedBooks.length);
    for (const book of touchedBooks) {
      writer.count(book.model.index);
      writer.count(book.parent === undefined ? 0 : book.parent.index + 1);
      writeBook(writer, book);
    }
    writer.count(touchedNavigations.length);
    for (const navigation of touchedNavigations) {
      writer.count(navigation.parent.index);
      writer.text(navigation.path);
      writer.count(navigation.book.model.index);
      writeNavigation(writer, navigation);
    }
    this.#fresh.write(writer);
    return closeDelta(writer.take(), this.#models.fingerprint);
  }

  #readBook(reader: ByteReader): ModelBook {
    const model = this.#modelAt(reader.count());
    const parent = reader.count();
    return parent === 0 ? this.#shelf.book(model) : this.#shelf.book(model, this.#modelAt(parent - 1));
  }

  #readNavigation(reader: ByteReader): Navigation {
    const parent = this.#modelAt(reader.count());
    const path = reader.text();
    return this.#shelf.navigation(parent, path, this.#modelAt(reader.count()));
  }

  #modelAt(index: number): RecordModel {
    const model = this.#models.all[index];
    if (model === undefined)
      throw new UnusableDelta(`The checkpoint names a model ${index} that does not exist.`);
    return model;
  }
}

function byResource(one: ModelTotals, other: ModelTotals): number {
  return compareTexts(one.resource, other.resource) || compareTexts(one.parent ?? '', other.parent ?? '');
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
