import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { readCounts, writeCounts } from './counts-delta.js';
import type { ModelBook } from './model-book.js';
import type { Navigation } from './navigation.js';
import { readOrdinals } from './ordinal-list.js';

/** Writes what a page has done to a book, before it is committed. */
export function writeBook(writer: ByteWriter, book: ModelBook): void {
  const { records, page } = book;
  writer.count(records.length - page.knownBefore);
  for (let ordinal = page.knownBefore; ordinal < records.length; ordinal++) {
    for (const word of records.row(ordinal)) writer.word(word);
  }
  page.changed.write(writer);
  writer.count(page.undated);
  book.dates.write(writer);
  writeCounts(writer, book.counts, page.valuesBefore);
}

/** Does to a book what a page has done to the book that was written. */
export function readBook(reader: ByteReader, book: ModelBook): void {
  for (let left = reader.count(); left > 0; left--) {
    book.records.add(reader.word(), reader.word(), reader.word(), reader.word());
  }
  readOrdinals(reader, (ordinal) => book.changed.add(ordinal));
  book.undated += reader.count();
  book.dates.read(reader);
  readCounts(reader, book.counts);
  book.commit();
}

/** Writes what a page has brought by an expansion, before it is committed. */
export function writeNavigation(writer: ByteWriter, navigation: Navigation): void {
  writer.count(navigation.fetchedOnPage);
  navigation.fresh.write(writer);
}

export function readNavigation(reader: ByteReader, navigation: Navigation): void {
  navigation.fetched += reader.count();
  readOrdinals(reader, (ordinal) => navigation.sightings.add(ordinal));
}
