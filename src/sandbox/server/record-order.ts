import type { ChangedRecords } from '../data/changed-records.js';
import { filterOf, orderOf, type Query } from '../query/query.js';
import { mix } from '../random.js';
import type { RecordReader } from './record-reader.js';

/** The records that a query finds, in its order: a list of indices, or all of them in their own order. */
export interface Found {
  readonly total: number;
  /** Tells this result from others of the same query; 0 where they are all the same. */
  readonly snapshot: number;
  at(position: number): number;
}

/** Results of earlier queries that are kept, so that paging through a large one sorts it once. */
const KEPT = 64;
/** The options that say which part of the result is wanted and how, not what is in it. */
const NOT_ABOUT_RESULT = /^\??(?:\$|%24)(?:top|skip|skiptoken|count|select|expand|format)=/i;

/** What makes the same query find other records, or in another order. */
interface OrderOptions {
  readonly changes: ChangedRecords;
  readonly shufflesTies: boolean;
}

/** Finds and orders the records of queries. */
export class RecordOrder {
  readonly #kept = new Map<string, Found>();
  readonly #reader: RecordReader;
  readonly #nextSnapshot: () => number;
  readonly #shufflesTies: boolean;

  constructor(reader: RecordReader, { changes, shufflesTies }: OrderOptions) {
    let requests = 0;
    this.#reader = reader;
    this.#shufflesTies = shufflesTies;
    this.#nextSnapshot = () => {
      requests += 1;
      return shufflesTies ? requests : changes.count;
    };
  }

  /**
   * @param search the text of the query, which tells a result kept from earlier
   * @param fields the fields that the query names
   * @param snapshot the result that a next link goes on with; else what the records are like now
   */
  find(
    resource: string,
    query: Query,
    search: string,
    fields: ReadonlySet<string>,
    snapshot = this.#nextSnapshot(),
  ): Found {
    const set = this.#reader.setOf(resource);
    if (query.filter === undefined && query.orderby.length === 0) {
      return { total: set.count, snapshot: 0, at: (position) => position };
    }
    const parts = search.split('&').filter((part) => !NOT_ABOUT_RESULT.test(part));
    const name = `${snapshot} ${resource}?${parts.join('&')}`;
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const found = this.#search(resource, query, new Set([...fields, set.resource.key]), snapshot);
    // What depends on the clock is another result each time.
    if (!/now/i.test(name)) this.#keep(name, found);
    return found;
  }

  #search(resource: string, query: Query, fields: ReadonlySet<string>, snapshot: number): Found {
    const { count } = this.#reader.setOf(resource);
    const isWanted = filterOf(query, this.#reader.context);
    const compare = orderOf(query, this.#reader.context);
    const found = Array.from({ length: count }, (_, index) => ({
      index,
      record: this.#reader.queried(resource, index, fields),
    })).filter(({ record }) => isWanted(record));
    const tie = (index: number) => (this.#shufflesTies ? mix(snapshot, index) : index);
    if (query.orderby.length > 0) {
      found.sort((a, b) => compare(a.record, b.record) || tie(a.index) - tie(b.index));
    }
    const indices = Uint32Array.from(found, ({ index }) => index);
    return { total: indices.length, snapshot, at: (position) => indices[position] ?? 0 };
  }

  #keep(name: string, found: Found): void {
    this.#kept.set(name, found);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
