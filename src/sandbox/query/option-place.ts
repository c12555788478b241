import type { Lexer } from './lexer.js';
import type { Query } from './parsed-query.js';
import type { QuerySchema } from './query-schema.js';

/** Where a query option stands. */
export interface OptionPlace {
  readonly lexer: Lexer;
  readonly schema: QuerySchema;
  /** How many `$expand` it is inside of. */
  readonly depth: number;
}

/** Reads the value of one option, which comes next. */
export type OptionReader = (place: OptionPlace) => Partial<Query>;

/** A query while its options are read. */
export type QueryParts = { -readonly [Name in keyof Query]: Query[Name] };

const NONE: readonly never[] = Object.freeze([]);

/** A query without options. */
export function noOptions(): QueryParts {
  return { orderby: NONE, select: NONE, expand: NONE, count: false };
}

/** One item or more with commas between them; blanks beside the commas do no harm. */
export function listOf<Item>(place: OptionPlace, item: (place: OptionPlace) => Item): Item[] {
  const items = [item(place)];
  while (place.lexer.take(',')) items.push(item(place));
  return items;
}
