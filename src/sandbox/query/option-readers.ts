import { expandItems } from './expand-option.js';
import type { Expression } from './expression.js';
import { ExpressionParser } from './expression-parser.js';
import { describeType, isCollection } from './expression-type.js';
import type { Lexer } from './lexer.js';
import { requireBoolean } from './operators.js';
import { listOf, type OptionPlace, type OptionReader } from './option-place.js';
import type { OrderItem } from './parsed-query.js';
import { QueryError } from './query-error.js';

/** What reads the value of each option, at the top and inside `$expand`. */
const OPTION_READERS: ReadonlyMap<string, OptionReader> = new Map<string, OptionReader>([
  ['$filter', (place) => ({ filter: filter(place) })],
  ['$orderby', (place) => ({ orderby: Object.freeze(listOf(place, orderItem)) })],
  ['$select', (place) => ({ select: Object.freeze([...new Set(listOf(place, selectItem))]) })],
  ['$expand', (place) => ({ expand: expandItems(place, readerOf) })],
  ['$top', (place) => ({ top: count(place) })],
  ['$skip', (place) => ({ skip: count(place) })],
  ['$count', (place) => ({ count: truth(place) })],
]);

const OTHER_OPTIONS: ReadonlySet<string> = new Set([
  '$apply',
  '$compute',
  '$deltatoken',
  '$id',
  '$index',
  '$levels',
  '$schemaversion',
  '$search',
]);

/** The options that have a grammar; `$skiptoken` and `$format` are taken as they are. */
export const OPTION_NAMES: ReadonlySet<string> = new Set(OPTION_READERS.keys());

/**
 * What reads the value of the option of this name, which is in lower case.
 *
 * @throws QueryError at `offset` in the value of the `outer` option, if there is no such option.
 */
export function readerOf(name: string, outer: string, offset: number): OptionReader {
  const read = OPTION_READERS.get(name);
  if (read === undefined) throw refuseOption(name, outer, offset);
  return read;
}

function refuseOption(name: string, outer: string, offset: number): QueryError {
  const isKnown = OTHER_OPTIONS.has(name);
  const message = isKnown
    ? `"${name}" is not supported.`
    : `There is no query option "${name}" here. There are ${[...OPTION_NAMES].join(', ')}.`;
  return new QueryError(isKnown ? 'NotSupported' : 'UnknownOption', message, outer, offset);
}

function expression({ lexer, schema, depth }: OptionPlace): Expression {
  return new ExpressionParser(lexer, schema, depth > 0).parse();
}

function filter(place: OptionPlace): Expression {
  const condition = expression(place);
  if (!isComplete(place.lexer)) throw place.lexer.unexpected('an operator');
  requireBoolean(condition, 'The condition of $filter', place.lexer);
  return condition;
}

/** So that a mistyped operator is blamed itself, not what stands before it for being no condition. */
function isComplete(lexer: Lexer): boolean {
  return lexer.peek.kind === 'end' || lexer.isAt(')') || lexer.isAt(';');
}

function orderItem(place: OptionPlace): OrderItem {
  const key = expression(place);
  const { type } = key;
  if (isCollection(type) || type.kind === 'navigation' || type.kind === 'enumLiteral')
    throw place.lexer.error('TypeMismatch', `Cannot sort by ${describeType(type)}.`, key);
  return Object.freeze({ key, descending: isDescending(place.lexer) });
}

function isDescending(lexer: Lexer): boolean {
  const { kind, text } = lexer.peek;
  const direction = text.toLowerCase();
  if (kind !== 'name' || (direction !== 'asc' && direction !== 'desc')) return false;
  lexer.next();
  return direction === 'desc';
}

function selectItem({ lexer, schema }: OptionPlace): string {
  if (lexer.take('*')) return '*';
  const token = lexer.expectName('a property or *');
  if (schema.typeOf(token.text) === undefined)
    throw lexer.error('UnknownProperty', `${schema.name} has no property "${token.text}".`, token);
  if (lexer.isAt('/') || lexer.isAt('('))
    throw lexer.error('NotSupported', 'Paths and options inside $select are not supported.');
  return token.text;
}

function count({ lexer }: OptionPlace): number {
  const token = lexer.next();
  const number = Number(token.text);
  if (token.kind !== 'number' || !/^\d+$/.test(token.text) || !Number.isSafeInteger(number))
    throw lexer.error('InvalidValue', 'Expected a whole number that is not negative.', token);
  return number;
}

function truth({ lexer }: OptionPlace): boolean {
  const token = lexer.next();
  const text = token.text.toLowerCase();
  if (token.kind !== 'name' || (text !== 'true' && text !== 'false'))
    throw lexer.error('InvalidValue', 'Expected true or false.', token);
  return text === 'true';
}
