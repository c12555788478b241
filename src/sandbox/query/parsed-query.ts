import type { Expression } from './expression.js';
import type { QuerySchema } from './query-schema.js';

/** The system query options of one request or of one `$expand` item, checked against the schema, and frozen. */
export interface Query {
  readonly filter?: Expression;
  /** The sort keys, most significant first; empty without `$orderby`. */
  readonly orderby: readonly OrderItem[];
  /** The selected names, `*` among them if it was given; empty without `$select`, which means all. */
  readonly select: readonly string[];
  readonly expand: readonly ExpandItem[];
  readonly top?: number;
  readonly skip?: number;
  /** `$count=true`. */
  readonly count: boolean;
  readonly skiptoken?: string;
  /** The text of `$format`; what to do about it is the server's part. */
  readonly format?: string;
}

export interface OrderItem {
  readonly key: Expression;
  readonly descending: boolean;
}

export interface ExpandItem {
  /** The navigation property. */
  readonly name: string;
  readonly isCollection: boolean;
  /** The schema of the records at the other end. */
  readonly schema: QuerySchema;
  /** The options in the parentheses after the name. */
  readonly query: Query;
}

/** What a request addresses, which decides the options that it takes. */
export type QueryTarget = 'collection' | 'entity' | 'count';

export interface ParseOptions {
  /** Defaults to `collection`. An entity takes `$select`, `$expand`, `$format`; `/$count` takes `$filter`. */
  readonly target?: QueryTarget;
}
