import { compareForOrder } from './compare-values.js';
import { evaluate, recordScope } from './evaluate.js';
import { atOneTime } from './one-time.js';
import type { Query } from './parsed-query.js';
import type { EvaluationContext, QueryRecord } from './record.js';
import type { Value } from './value.js';

/**
 * The order of `$orderby`, for a stable sort: null comes first ascending and last descending (OData 4.01 Protocol,
 * 11.2.6.2). Without `$orderby` all records are equal.
 */
export function orderOf(
  { orderby }: Query,
  context: EvaluationContext,
): (a: QueryRecord, b: QueryRecord) => number {
  const frozen = atOneTime(context);
  const known = new WeakMap<QueryRecord, readonly Value[]>();
  const keysOf = (record: QueryRecord): readonly Value[] => {
    const keys = known.get(record) ?? orderby.map(({ key }) => evaluate(key, recordScope(record), frozen));
    known.set(record, keys);
    return keys;
  };
  return (a, b) => compareKeys(orderby, keysOf(a), keysOf(b));
}

function compareKeys(orderby: Query['orderby'], a: readonly Value[], b: readonly Value[]): number {
  for (const [at, { key, descending }] of orderby.entries()) {
    const order = compareForOrder(key.type, a[at] ?? null, b[at] ?? null);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
