import { Lexer } from './lexer.js';
import { noOptions } from './option-place.js';
import { OPTION_NAMES, readerOf } from './option-readers.js';
import type { ParseOptions, Query, QueryTarget } from './parsed-query.js';
import { QueryError } from './query-error.js';
import { systemOptions } from './query-options.js';
import type { QuerySchema } from './query-schema.js';

const TAKEN: Readonly<Record<Exclude<QueryTarget, 'collection'>, readonly string[]>> = {
  entity: ['$select', '$expand', '$format'],
  count: ['$filter'],
};

/**
 * Reads the query part of a URL, with or without its question mark, against the schema of what it addresses (OData
 * 4.01 URL Conventions, 5.1). Names of options and operators may have any case.
 *
 * @throws QueryError for whatever is malformed, unknown, of the wrong type or not supported.
 */
export function parseQuery(
  search: string,
  schema: QuerySchema,
  { target = 'collection' }: ParseOptions = {},
): Query {
  const parts = noOptions();
  for (const [name, value] of systemOptions(search)) {
    if (target !== 'collection' && !TAKEN[target].includes(name) && isOption(name))
      throw new QueryError('OptionNotAllowed', `"${name}" does not apply to ${PLACES[target]}.`, name, 0);
    Object.assign(parts, readOption(name, value, schema));
  }
  return Object.freeze(parts);
}

const PLACES = { entity: 'a single record', count: '/$count' } as const;
const RAW_OPTIONS = ['$skiptoken', '$format'];

function isOption(name: string): boolean {
  return OPTION_NAMES.has(name) || RAW_OPTIONS.includes(name);
}

function readOption(name: string, value: string, schema: QuerySchema): Partial<Query> {
  if (RAW_OPTIONS.includes(name)) {
    if (value === '') throw new QueryError('InvalidValue', `"${name}" has no value.`, name, 0);
    return name === '$format' ? { format: value } : { skiptoken: value };
  }
  const read = readerOf(name, name, 0);
  const lexer = new Lexer(value, name);
  if (lexer.peek.hasBlankBefore) throw lexer.error('SyntaxError', 'No blank may stand at the beginning.');
  const part = read({ lexer, schema, depth: 0 });
  lexer.expectEnd();
  return part;
}
