import { Books, type Taken } from '../../../src/sampling/records/books.js';
import { compileRecordModels } from '../../../src/sampling/records/compile-record-models.js';
import type { Page } from '../../../src/sampling/records/page.js';
import { PageReader } from '../../../src/sampling/records/page-reader.js';
import type { RecordModel } from '../../../src/sampling/records/record-model.js';
import { Sightings } from '../../../src/sampling/records/sightings.js';
import { SMALL_REPORT } from './small-report.js';

export const MODELS = compileRecordModels(SMALL_REPORT);
const reader = new PageReader();

export function modelOf(resource: string): RecordModel {
  const model = MODELS.byName.get(resource);
  if (model === undefined) throw new Error(`no model ${resource}`);
  return model;
}

/** A page of these records, or of an answer as it is written. */
export function pageOf(resource: string, records: readonly object[] | string): Page {
  const json = typeof records === 'string' ? records : JSON.stringify({ value: records });
  const page = reader.read(Buffer.from(json), modelOf(resource));
  if (page.kind === 'fault') throw new Error(page.message);
  return page;
}

/** Enters a page of one sequence. */
export function take(
  books: Books,
  records: readonly object[] | string,
  { resource = 'Property', sightings = new Sightings(), most = Number.POSITIVE_INFINITY } = {},
): Taken {
  return books.take(pageOf(resource, records), { sightings, most });
}

/** What books say after these pages of one sequence. */
export function booksOf(...pages: readonly (readonly object[])[]): Books {
  const books = new Books(MODELS);
  const sightings = new Sightings();
  for (const page of pages) take(books, page, { sightings });
  return books;
}
