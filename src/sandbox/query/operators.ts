import type { ArithmeticOperator } from './decimal.js';
import { type ComparisonOperator, type Expression, type ExpressionType, isList } from './expression.js';
import {
  commonNumber,
  describeType,
  isBoolean,
  isCollection,
  isNumber,
  primitive,
  primitiveTypeOf,
} from './expression-type.js';
import type { Lexer } from './lexer.js';
import { coerced } from './literal.js';
import type { PrimitiveType } from './query-schema.js';
import type { Token } from './token.js';

const BOOLEAN = primitive('Edm.Boolean');

/** Makes the node of a binary operator, given its token and checked operands. */
export type BinaryOperator = (token: Token, left: Expression, right: Expression, lexer: Lexer) => Expression;

/** `eq`, `ne`, `gt`, `ge`, `lt`, `le` between values of one type; null may only be compared with single values. */
export const comparison: BinaryOperator = (token, first, second, lexer) => {
  const left = coerced(first, second, lexer);
  const right = coerced(second, first, lexer);
  const operator = token.text.toLowerCase() as ComparisonOperator;
  for (const side of [left, right]) refuseCollection(side, lexer);
  if (!isComparable(left.type, right.type, operator)) throw mismatch('compared', token, left, right, lexer);
  return Object.freeze({ kind: 'comparison', operator, left, right, type: BOOLEAN, offset: left.offset });
};

function refuseCollection({ type, offset }: Expression, lexer: Lexer): void {
  if (!isCollection(type)) return;
  const message = `${describeType(type)} cannot be compared: ask with any(x:…) or all(x:…).`;
  throw lexer.error('TypeMismatch', message, { offset });
}

function isComparable(left: ExpressionType, right: ExpressionType, operator: ComparisonOperator): boolean {
  if (left.kind === 'null' || right.kind === 'null') {
    const isEntity = left.kind === 'navigation' || right.kind === 'navigation';
    return !isEntity || operator === 'eq' || operator === 'ne';
  }
  if (left.kind === 'primitive' && right.kind === 'primitive')
    return left.type === right.type || (isNumber(left.type) && isNumber(right.type));
  return left.kind === 'enum' && right.kind === 'enum' && left.type === right.type;
}

/** `has`: whether all flags of a literal are set, or whether the value is that member. */
export const has: BinaryOperator = (token, operand, second, lexer) => {
  const flags = coerced(second, operand, lexer);
  if (operand.type.kind === 'enum') refuseCollection(operand, lexer);
  const isKnown = operand.type.kind === 'enum' && flags.type.kind === 'enum' && flags.kind === 'literal';
  if (!isKnown) throw mismatch('combined', token, operand, flags, lexer);
  return Object.freeze({ kind: 'has', operand, flags, type: BOOLEAN, offset: operand.offset });
};

/** `in` with a list of literals, or with one expression that is a collection. */
export function membership(
  token: Token,
  operand: Expression,
  list: readonly Expression[] | Expression,
  lexer: Lexer,
): Expression {
  refuseCollection(operand, lexer);
  const members = isList(list) ? Object.freeze(list.map((member) => coerced(member, operand, lexer))) : list;
  for (const member of isList(members) ? members : [single(members, token, lexer)])
    if (!isComparable(operand.type, member.type, 'eq'))
      throw mismatch('compared', token, operand, member, lexer);
  return Object.freeze({ kind: 'in', operand, list: members, type: BOOLEAN, offset: operand.offset });
}

/** Stands for the members of a collection when types are compared. */
function single(collection: Expression, token: Token, lexer: Lexer): Expression {
  const { type } = collection;
  if (!isCollection(type) || type.kind === 'navigation')
    throw lexer.error('TypeMismatch', 'Expected a list or a collection of values after "in".', token);
  return { ...collection, type: { ...type, isCollection: false } } as Expression;
}

/** `add`, `sub`, `mul`, `div`, `divby`, `mod` on numbers, and what OData allows with dates and durations. */
export const arithmetic: BinaryOperator = (token, first, second, lexer) => {
  const left = coerced(first, second, lexer);
  const right = coerced(second, first, lexer);
  const operator = token.text.toLowerCase() as ArithmeticOperator;
  const type = arithmeticType(operator, left, right);
  if (type === undefined) throw mismatch('combined', token, left, right, lexer);
  return Object.freeze({ kind: 'arithmetic', operator, left, right, type, offset: left.offset });
};

function arithmeticType(
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
): ExpressionType | undefined {
  if (left.type.kind === 'null') return right.type;
  if (right.type.kind === 'null') return left.type;
  const [a, b] = [primitiveTypeOf(left), primitiveTypeOf(right)];
  if (a === undefined || b === undefined) return undefined;
  if (isNumber(a) && isNumber(b)) return primitive(commonNumber(a, b));
  const result = temporalResult(operator, a, b);
  return result && primitive(result);
}

function temporalResult(
  operator: ArithmeticOperator,
  a: PrimitiveType,
  b: PrimitiveType,
): PrimitiveType | undefined {
  const isPoint = a === 'Edm.DateTimeOffset' || a === 'Edm.Date';
  if (operator === 'sub' && isPoint && a === b) return 'Edm.Duration';
  if (b === 'Edm.Duration' && (operator === 'add' || operator === 'sub'))
    return isPoint || a === 'Edm.Duration' ? a : undefined;
  const isScaling = operator === 'mul' || operator === 'div' || operator === 'divby';
  if (a === 'Edm.Duration' && isNumber(b) && isScaling) return 'Edm.Duration';
  return operator === 'mul' && isNumber(a) && b === 'Edm.Duration' ? 'Edm.Duration' : undefined;
}

/** `and` or `or`: a chain of one of them becomes one node. */
export const logical: BinaryOperator = (token, left, right, lexer) => {
  const kind = token.text.toLowerCase() as 'and' | 'or';
  for (const side of [left, right]) requireBoolean(side, `Both sides of "${kind}"`, lexer);
  const operands = Object.freeze(left.kind === kind ? [...left.operands, right] : [left, right]);
  return Object.freeze({ kind, operands, type: BOOLEAN, offset: left.offset });
};

/** `not` before what is Boolean, or the minus sign before a number or a duration. */
export function unary(kind: 'not' | 'negate', operand: Expression, offset: number, lexer: Lexer): Expression {
  const type = primitiveTypeOf(operand);
  if (kind === 'not') requireBoolean(operand, 'What follows "not"', lexer);
  else if (operand.type.kind !== 'null' && !isNumber(type) && type !== 'Edm.Duration')
    throw lexer.error('TypeMismatch', `${describeType(operand.type)} has no negative.`, operand);
  return Object.freeze({ kind, operand, type: kind === 'not' ? BOOLEAN : operand.type, offset });
}

/** Throws unless the expression is a truth value. */
export function requireBoolean(expression: Expression, what: string, lexer: Lexer): void {
  if (isBoolean(expression)) return;
  const message = `${what} must be Edm.Boolean, not ${describeType(expression.type)}.`;
  throw lexer.error('TypeMismatch', message, expression);
}

function mismatch(done: string, token: Token, left: Expression, right: Expression, lexer: Lexer): Error {
  const [a, b] = [describeType(left.type), describeType(right.type)];
  return lexer.error(
    'TypeMismatch',
    `${a} and ${b} cannot be ${done} by "${token.text.toLowerCase()}".`,
    token,
  );
}
