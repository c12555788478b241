import { parseNumeric } from './decimal.js';
import { parseEnum } from './enum-value.js';
import type { Expression, ExpressionType, Literal } from './expression.js';
import { describeType, primitive, primitiveTypeOf } from './expression-type.js';
import type { Lexer } from './lexer.js';
import type { EnumProperty, PrimitiveType } from './query-schema.js';
import { parseDate, parseDateTimeOffset, parseDuration, parseTimeOfDay } from './temporal.js';
import type { Token } from './token.js';
import type { Value } from './value.js';

/** The names that are literals wherever an operand may stand; only `true` and `false` are so in any case. */
const CONSTANTS = new Map<string, readonly [ExpressionType, Value]>([
  ['null', [{ kind: 'null' }, null]],
  ['true', [primitive('Edm.Boolean'), true]],
  ['false', [primitive('Edm.Boolean'), false]],
  ['INF', [primitive('Edm.Double'), Number.POSITIVE_INFINITY]],
  ['NaN', [primitive('Edm.Double'), Number.NaN]],
]);

/** The literal that a token is (`primitiveLiteral` of the OData ABNF), or undefined if it is none. */
export function literalOf(token: Token, lexer: Lexer): Literal | undefined {
  const { kind, text, offset } = token;
  if (kind === 'name') {
    const lower = text.toLowerCase();
    const constant = CONSTANTS.get(lower === 'true' || lower === 'false' ? lower : text);
    return constant && literal(...constant, offset);
  }
  if (kind === 'typed') return typedLiteral(token, lexer);
  const read = READERS[kind];
  if (read === undefined) return undefined;
  const value = read(text);
  if (value === undefined) throw lexer.error('InvalidValue', `"${text}" is out of range.`, token);
  return literal(
    primitive(kind === 'number' ? numberType(text) : (READ_TYPES[kind] ?? 'Edm.String')),
    value,
    offset,
  );
}

const READERS: Readonly<Partial<Record<Token['kind'], (text: string) => Value | undefined>>> = {
  string: (text) => text,
  guid: (text) => text.toLowerCase(),
  date: parseDate,
  dateTimeOffset: parseDateTimeOffset,
  timeOfDay: parseTimeOfDay,
  number: parseNumeric,
};

const READ_TYPES: Readonly<Partial<Record<Token['kind'], PrimitiveType>>> = {
  guid: 'Edm.Guid',
  date: 'Edm.Date',
  dateTimeOffset: 'Edm.DateTimeOffset',
  timeOfDay: 'Edm.TimeOfDay',
};

function numberType(text: string): PrimitiveType {
  if (/e/i.test(text)) return 'Edm.Double';
  return text.includes('.') || text.length > 20 ? 'Edm.Decimal' : 'Edm.Int64';
}

function typedLiteral(token: Token, lexer: Lexer): Literal {
  const { prefix, text, offset } = token;
  const lower = prefix.toLowerCase();
  if (['binary', 'geography', 'geometry'].includes(lower))
    throw lexer.error('NotSupported', `Literals of type ${lower} are not supported.`, token);
  if (lower !== 'duration') return literal({ kind: 'enumLiteral', type: prefix }, text, offset);
  return durationLiteral(text, offset, lexer);
}

function durationLiteral(text: string, offset: number, lexer: Lexer): Literal {
  const value = parseDuration(text);
  if (value === undefined) throw lexer.error('InvalidValue', `"${text}" is not a duration.`, { offset });
  return literal(primitive('Edm.Duration'), value, offset);
}

function literal(type: ExpressionType, value: Value, offset: number): Literal {
  return Object.freeze({ kind: 'literal', type, value, offset });
}

/**
 * The operand as the type beside it makes it: OData writes members of an enumeration and durations as strings, too.
 * Everything else stays as it is.
 *
 * @throws QueryError if the text names no member, another type, or is no duration.
 */
export function coerced(operand: Expression, beside: Expression, lexer: Lexer): Expression {
  if (operand.kind !== 'literal' || typeof operand.value !== 'string') return operand;
  const isText = primitiveTypeOf(operand) === 'Edm.String';
  if (beside.type.kind === 'enum') return enumLiteral(operand, beside.type, lexer);
  if (isText && primitiveTypeOf(beside) === 'Edm.Duration')
    return durationLiteral(operand.value, operand.offset, lexer);
  return operand;
}

function enumLiteral(operand: Literal, type: EnumProperty, lexer: Lexer): Expression {
  const isNamed = operand.type.kind === 'enumLiteral';
  if (!isNamed && primitiveTypeOf(operand) !== 'Edm.String') return operand;
  const text = String(operand.value);
  if (isNamed && !isSameType(describeType(operand.type), type.type)) return operand;
  const value = parseEnum(text, type);
  if (value !== undefined) return literal({ ...type, isCollection: false }, value, operand.offset);
  throw lexer.error('InvalidValue', `"${text}" is not a member of ${type.type}.`, operand);
}

/** OData 4.01 lets a literal leave the namespace out. */
function isSameType(written: string, qualified: string): boolean {
  return written === qualified || qualified.endsWith(`.${written}`);
}
