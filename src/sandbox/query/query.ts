/**
 * The entry to the query engine: OData 4.01 system query options, from the text of a URL to a function on records.
 * The other files of this folder are its inside.
 */
export { applyQuery } from './apply-query.js';
export { filterOf } from './filter.js';
export { orderOf } from './order.js';
export { parseQuery } from './parse-query.js';
export type { Query, QueryTarget } from './parsed-query.js';
export { QueryError } from './query-error.js';
export type {
  EnumProperty,
  NavigationProperty,
  PrimitiveProperty,
  PrimitiveType,
  QueryProperty,
  QuerySchema,
} from './query-schema.js';
export type { EvaluationContext, QueryRecord } from './record.js';
export { selectOf, shapeOf } from './select.js';
