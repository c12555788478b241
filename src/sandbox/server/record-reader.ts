import type { DataSet } from '../data/data-set.js';
import type { EntitySet } from '../data/entity-set.js';
import type { EvaluationContext, QueryRecord } from '../query/query.js';
import type { ServedResource } from '../served-resources.js';

/** Where a record is read, and what for. */
export interface RecordPlace {
  readonly resource: ServedResource;
  readonly index: number;
  /** True where a query looks at the record, false where it is written out. */
  readonly isForQuery: boolean;
}

/** Changes a record as it is read. */
export type ChangeRecord = (record: QueryRecord, place: RecordPlace) => QueryRecord;

/** Where a record says which one it is: not under a name, so that no query sees it and no JSON holds it. */
const PLACE = Symbol('place');

/** Reads records, and what lies at the other end of their navigation properties. */
export class RecordReader {
  /** What the query engine needs besides the records read here. */
  readonly context: EvaluationContext;
  readonly #data: DataSet;
  readonly #change: ChangeRecord;

  constructor(data: DataSet, change: ChangeRecord, now: () => Date) {
    this.#data = data;
    this.#change = change;
    this.context = { now, navigate: (record, property) => this.#navigate(record, property) };
  }

  /** The set of a resource that is served. */
  setOf(resource: string): EntitySet {
    const set = this.#data.get(resource);
    if (set === undefined) throw new Error(`${resource} is not served`);
    return set;
  }

  /** A record as queries see it. */
  queried(resource: string, index: number, fields?: ReadonlySet<string>): QueryRecord {
    return this.#read(this.setOf(resource), index, true, fields);
  }

  /** A record as it is written out. */
  served(resource: string, index: number, fields?: ReadonlySet<string>): QueryRecord {
    return this.#read(this.setOf(resource), index, false, fields);
  }

  #read(set: EntitySet, index: number, isForQuery: boolean, fields?: ReadonlySet<string>): QueryRecord {
    const place = { resource: set.resource, index, isForQuery };
    const record = this.#change(set.entity(index, fields), place);
    return set.resource.expansions.length === 0 ? record : Object.assign(record, { [PLACE]: place });
  }

  #navigate(record: QueryRecord & { readonly [PLACE]?: RecordPlace }, property: string): unknown {
    const { [PLACE]: place } = record;
    const expansion = place?.resource.expansions.find(({ name }) => name === property);
    if (place === undefined || expansion === undefined) return undefined;
    const target = this.setOf(expansion.target);
    const found = this.setOf(place.resource.name)
      .related(place.index, property)
      .map((index) => this.#read(target, index, place.isForQuery));
    return expansion.isCollection ? found : (found[0] ?? null);
  }
}
