import { filterOf, orderOf, type Query } from '../query/query.js';
import type { RecordReader } from './record-reader.js';

/** The records that a query finds, in its order: a list of indices, or all of them in their own order. */
export interface Found {
  readonly total: number;
  at(position: number): number;
}

/** Results of earlier queries that are kept, so that paging through a large one sorts it once. */
const KEPT = 8;
/** The options that say which part of the result is wanted and how, not what is in it. */
const NOT_ABOUT_RESULT = /^\??(?:\$|%24)(?:top|skip|skiptoken|count|select|expand|format)=/i;

/** Finds and orders the records of queries. */
export class RecordOrder {
  readonly #kept = new Map<string, Found>();
  readonly #reader: RecordReader;

  constructor(reader: RecordReader) {
    this.#reader = reader;
  }

  /**
   * @param search the text of the query, which tells a result kept from earlier
   * @param fields the fields that the query names
   */
  find(resource: string, query: Query, search: string, fields: ReadonlySet<string>): Found {
    const set = this.#reader.setOf(resource);
    if (query.filter === undefined && query.orderby.length === 0) {
      return { total: set.count, at: (position) => position };
    }
    const parts = search.split('&').filter((part) => !NOT_ABOUT_RESULT.test(part));
    const name = `${resource}?${parts.join('&')}`;
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const found = this.#search(resource, query, new Set([...fields, set.resource.key]));
    // What depends on the clock is another result each time.
    if (!/now/i.test(name)) this.#keep(name, found);
    return found;
  }

  #search(resource: string, query: Query, fields: ReadonlySet<string>): Found {
    const { count } = this.#reader.setOf(resource);
    const isWanted = filterOf(query, this.#reader.context);
    const compare = orderOf(query, this.#reader.context);
    const found = Array.from({ length: count }, (_, index) => ({
      index,
      record: this.#reader.queried(resource, index, fields),
    })).filter(({ record }) => isWanted(record));
    if (query.orderby.length > 0) found.sort((a, b) => compare(a.record, b.record) || a.index - b.index);
    const indices = Uint32Array.from(found, ({ index }) => index);
    return { total: indices.length, at: (position) => indices[position] ?? 0 };
  }

  #keep(name: string, found: Found): void {
    this.#kept.set(name, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
