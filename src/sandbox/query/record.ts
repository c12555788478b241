import type { QuerySchema } from './query-schema.js';

/** A record as it is served: a plain JSON object. */
export type QueryRecord = Readonly<Record<string, unknown>>;

/** What evaluation needs besides the query and a record. */
export interface EvaluationContext {
  /** The clock that `now()` reads: once for each call of `filterOf`, `orderOf` and the like. */
  readonly now: () => Date;
  /**
   * The record or the records at the other end of a navigation property of `schema`: an object or null where it
   * leads to one, an array where it leads to many. Without it they are read from the record itself.
   */
  readonly navigate?: (record: QueryRecord, property: string, schema: QuerySchema) => unknown;
}

/** A record's own property; names come from URLs, so what objects inherit does not count. */
export function ownProperty(record: QueryRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Whether something is an object that can stand for a record. */
export function isRecord(value: unknown): value is QueryRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the other end of a navigation property: records, none or one of them where it leads to one. */
export function related(
  record: QueryRecord,
  name: string,
  schema: QuerySchema,
  { navigate }: EvaluationContext,
): readonly QueryRecord[] {
  const found = navigate ? navigate(record, name, schema) : ownProperty(record, name);
  return (Array.isArray(found) ? found : [found]).filter(isRecord);
}
