import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import type { FieldCounts } from './field-counts.js';

/** Writes what a page has counted, before it is committed. `valuesBefore`: how many values were known before the page. */
export function writeCounts(writer: ByteWriter, counts: FieldCounts, valuesBefore: number): void {
  const { values } = counts;
  writer.count(values.length - valuesBefore);
  for (let index = valuesBefore; index < values.length; index++) {
    writer.count(values.fields[index] as number);
    writer.word(values.hashA(index));
    writer.word(values.hashB(index));
    writer.text(values.texts[index] as string);
  }
  writeSparse(writer, values.touched, (index) => values.onPage(index));
  writeSparse(writer, filledIn(counts.onPage), (counter) => counts.onPage[counter] as number);
  writeSparse(writer, filledIn(counts.othersOnPage), (counter) => counts.othersOnPage[counter] as number);
}

/** Adds to the totals what `writeCounts` wrote. */
export function readCounts(reader: ByteReader, counts: FieldCounts): void {
  for (let left = reader.count(); left > 0; left--) {
    const field = reader.count();
    const hashA = reader.word();
    const hashB = reader.word();
    counts.keep(field, hashA, hashB, reader.text());
  }
  readSparse(reader, (index, count) => counts.values.addTotal(index, count));
  readSparse(reader, (counter, count) => add(counts.totals, counter, count));
  readSparse(reader, (counter, count) => add(counts.others, counter, count));
}

function writeSparse(
  writer: ByteWriter,
  places: readonly number[],
  countAt: (place: number) => number,
): void {
  writer.count(places.length);
  let before = 0;
  for (const place of places) {
    writer.difference(place - before);
    writer.count(countAt(place));
    before = place;
  }
}

function readSparse(reader: ByteReader, take: (place: number, count: number) => void): void {
  let place = 0;
  for (let left = reader.count(); left > 0; left--) {
    place += reader.difference();
    take(place, reader.count());
  }
}

function filledIn(counts: Int32Array): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < counts.length; place++) {
    if (counts[place] !== 0) places.push(place);
  }
  return places;
}

function add(totals: Float64Array, place: number, count: number): void {
  totals[place] = (totals[place] ?? 0) + count;
}
