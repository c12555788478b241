import { filterOf } from './filter.js';
import { orderOf } from './order.js';
import type { Query } from './parsed-query.js';
import type { EvaluationContext, QueryRecord } from './record.js';

export interface QueryResult {
  readonly records: readonly QueryRecord[];
  /** The records that satisfy `$filter`, whatever `$top` and `$skip` leave of them. */
  readonly count: number;
}

/**
 * The records that a query asks for: `$filter`, `$orderby`, `$skip` and `$top`, in this order (OData 4.01 Protocol,
 * 11.2.1). The records themselves stay as they are: `shapeOf` gives them their shape.
 */
export function applyQuery(
  query: Query,
  records: readonly QueryRecord[],
  context: EvaluationContext,
): QueryResult {
  const found = records.filter(filterOf(query, context));
  if (query.orderby.length > 0) found.sort(orderOf(query, context));
  const skip = query.skip ?? 0;
  const end = query.top === undefined ? found.length : skip + query.top;
  return { records: found.slice(skip, end), count: found.length };
}
