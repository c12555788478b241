import type { Lexer } from './lexer.js';
import { listOf, noOptions, type OptionPlace, type OptionReader } from './option-place.js';
import type { ExpandItem, Query } from './parsed-query.js';
import type { NavigationProperty } from './query-schema.js';
import type { Token } from './token.js';

/** Expansions within expansions, at most: each may multiply the records of an answer. */
const DEEPEST = 6;

/** Finds what reads an option, by its name in lower case, or throws at this offset of the outer option. */
type FindReader = (name: string, outer: string, offset: number) => OptionReader;

/** What a record at the end of a navigation property to one takes. */
const SINGLE_OPTIONS = ['$select', '$expand'];

/**
 * Reads the value of `$expand`: names, each with its own options in parentheses (OData 4.01 URL Conventions, 5.1.3).
 *
 * @throws QueryError
 */
export function expandItems(place: OptionPlace, readerOf: FindReader): readonly ExpandItem[] {
  if (place.depth >= DEEPEST)
    throw place.lexer.error('TooComplex', `Expansions may be nested ${DEEPEST} deep at most.`);
  const names = new Set<string>();
  return Object.freeze(listOf(place, (at) => expandItem(at, names, readerOf)));
}

function expandItem(place: OptionPlace, names: Set<string>, readerOf: FindReader): ExpandItem {
  const { lexer, depth } = place;
  if (lexer.isAt('*')) throw lexer.error('NotSupported', '"*" is not supported in $expand.');
  const token = lexer.expectName('a navigation property');
  const { text: name } = token;
  const property = navigation(place, token);
  if (lexer.isAt('/'))
    throw lexer.error('NotSupported', `What follows "${name}/" is not supported in $expand.`);
  if (names.has(name)) throw lexer.error('InvalidValue', `"${name}" is expanded twice.`, token);
  names.add(name);
  const { schema: target, isCollection } = property;
  const query = nestedQuery({ lexer, schema: target, depth: depth + 1 }, isCollection, readerOf);
  return Object.freeze({ name, isCollection, schema: target, query });
}

function navigation({ lexer, schema }: OptionPlace, token: Token): NavigationProperty {
  const property = schema.typeOf(token.text);
  if (property === undefined)
    throw lexer.error('UnknownProperty', `${schema.name} has no property "${token.text}".`, token);
  if (property.kind !== 'navigation')
    throw lexer.error('TypeMismatch', `"${token.text}" is not a navigation property.`, token);
  return property;
}

function nestedQuery(place: OptionPlace, isCollection: boolean, readerOf: FindReader): Query {
  const parts = noOptions();
  const { lexer } = place;
  if (!lexer.take('(')) return Object.freeze(parts);
  const given = new Set<string>();
  do {
    const token = optionName(lexer, given);
    const name = token.text.toLowerCase();
    const read = readerOf(name, lexer.option, token.offset);
    if (!isCollection && !SINGLE_OPTIONS.includes(name))
      throw lexer.error('OptionNotAllowed', `"${name}" does not apply to a single record.`, token);
    lexer.expectTight('=');
    Object.assign(parts, read(place));
  } while (lexer.take(';'));
  lexer.expect(')');
  return Object.freeze(parts);
}

function optionName(lexer: Lexer, given: Set<string>): Token {
  if (lexer.peek.kind !== 'dollar') throw lexer.unexpected('a query option that begins with "$"');
  const token = lexer.next();
  const name = token.text.toLowerCase();
  if (given.has(name)) throw lexer.error('RepeatedOption', `"${name}" is given twice.`, token);
  given.add(name);
  return token;
}
