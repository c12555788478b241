import { applyQuery } from './apply-query.js';
import type { ExpandItem, Query } from './parsed-query.js';
import type { QuerySchema } from './query-schema.js';
import { type EvaluationContext, type QueryRecord, related } from './record.js';

/**
 * Leaves of a record what `$select` asks for, what is expanded, and annotations: names that begin with `@`, and those
 * of what is left (`Media@odata.count`). Without `$select`, or with `*` in it, the record stays as it is.
 */
export function selectOf({ select, expand }: Query): (record: QueryRecord) => QueryRecord {
  if (select.length === 0 || select.includes('*')) return (record) => record;
  const kept = new Set([...select, ...expand.map(({ name }) => name), '']);
  const isKept = (name: string): boolean => kept.has(name.split('@')[0] ?? '');
  return (record) => Object.fromEntries(Object.entries(record).filter(([name]) => isKept(name)));
}

/**
 * The record as the query wants it: expanded to what lies at the end of its navigation properties (each with the
 * options of its own, and with `NAME@odata.count` where that is asked for), and selected. Related records come from
 * the context.
 */
export function shapeOf(
  query: Query,
  schema: QuerySchema,
  context: EvaluationContext,
): (record: QueryRecord) => QueryRecord {
  const select = selectOf(query);
  if (query.expand.length === 0) return select;
  return (record) => {
    const added = query.expand.flatMap((item) => expanded(record, item, schema, context));
    return select(Object.fromEntries([...Object.entries(record), ...added]));
  };
}

function expanded(
  record: QueryRecord,
  { name, isCollection, schema, query }: ExpandItem,
  owner: QuerySchema,
  context: EvaluationContext,
): readonly (readonly [string, unknown])[] {
  const found = related(record, name, owner, context);
  const shape = shapeOf(query, schema, context);
  const [first] = found;
  if (!isCollection) return [[name, first ? shape(first) : null]];
  const { records, count } = applyQuery(query, found, context);
  const members = [name, records.map(shape)] as const;
  return query.count ? [[`${name}@odata.count`, count], members] : [members];
}
