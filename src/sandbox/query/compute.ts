import { DAY } from './calendar.js';
import { moved } from './calls.js';
import { type ArithmeticOperator, calculate, integer, type Numeric, negate, toWhole } from './decimal.js';
import type { Arithmetic, ExpressionType } from './expression.js';
import { isInteger, isNumber } from './expression-type.js';
import type { Instant } from './temporal.js';
import type { Value } from './value.js';

/**
 * The result of an arithmetic operator; null if an operand is null or there is no result (OData 4.01 URL Conventions,
 * 5.1.1.2).
 */
export function arithmeticResult({ operator, left, right }: Arithmetic, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (isNumeric(left.type) && isNumeric(right.type))
    return calculate(operator, a as Numeric, b as Numeric, isWhole(left.type) && isWhole(right.type)) ?? null;
  if (isNumeric(right.type)) return scaled(operator, a as bigint, b as Numeric);
  if (isNumeric(left.type)) return scaled(operator, b as bigint, a as Numeric);
  if (typeof b === 'bigint') return moved(a, operator === 'sub' ? -b : b);
  return between(a, b);
}

function isNumeric(type: ExpressionType): boolean {
  return type.kind === 'primitive' && isNumber(type.type);
}

function isWhole(type: ExpressionType): boolean {
  return type.kind === 'primitive' && isInteger(type.type);
}

/** A duration times or divided by a number, to the picosecond. */
function scaled(operator: ArithmeticOperator, duration: bigint, factor: Numeric): Value {
  const exact = operator === 'mul' ? 'mul' : 'divby';
  const result = calculate(exact, integer(duration), factor, false);
  const whole = result === undefined ? undefined : toWhole(result, 'round');
  return typeof whole === 'object' ? whole.coefficient : null;
}

/** The duration between two days or two points in time. */
function between(a: Value, b: Value): bigint {
  if (typeof a === 'number' && typeof b === 'number') return BigInt(a - b) * DAY;
  return (a as Instant).picoseconds - (b as Instant).picoseconds;
}

/** The number or duration with the other sign. */
export function negated(value: Value): Value {
  if (value === null) return null;
  return typeof value === 'bigint' ? -value : negate(value as Numeric);
}
