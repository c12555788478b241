import {
  filterOf,
  parseQuery,
  QueryError,
  type QueryRecord,
  type QueryTarget,
} from '../../../src/sandbox/query/query.js';
import { PROPERTY } from './sample-schema.js';

/** The clock of these tests. */
export const CONTEXT = { now: () => new Date('2024-05-06T07:08:09.010Z') };

/** Whether the record satisfies the filter, which is written as it would be before percent-encoding. */
export function satisfies(filter: string, record: QueryRecord): boolean {
  const search = new URLSearchParams({ $filter: filter }).toString();
  return filterOf(parseQuery(search, PROPERTY), CONTEXT)(record);
}

/** Why a query was refused. */
export function refusal(search: string, target: QueryTarget = 'collection'): QueryError {
  try {
    parseQuery(search, PROPERTY, { target });
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`Not refused: ${search}`);
}
