import { evaluate, recordScope } from './evaluate.js';
import { atOneTime } from './one-time.js';
import type { Query } from './parsed-query.js';
import type { EvaluationContext, QueryRecord } from './record.js';

/** Whether a record satisfies `$filter`; without one every record does. Null is no satisfaction. */
export function filterOf({ filter }: Query, context: EvaluationContext): (record: QueryRecord) => boolean {
  if (filter === undefined) return () => true;
  const frozen = atOneTime(context);
  return (record) => evaluate(filter, recordScope(record), frozen) === true;
}
