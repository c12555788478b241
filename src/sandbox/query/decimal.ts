/** A finite number, exact: `coefficient` times ten to the power of minus `scale`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** A number of any OData type: exact, or one of the special values NaN, INF and -INF. */
export type Numeric = Decimal | number;

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const SPECIAL = new Map([
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
  ['NaN', Number.NaN],
]);

/** Larger exponents mean nothing to any OData type, and would make integers that fill the memory. */
const LARGEST_EXPONENT = 400;
const LARGEST_COEFFICIENT = 10n ** 500n;
const LARGEST_SCALE = 1000;
const QUOTIENT_DIGITS = 34n;

/** Reads `decimalValue` of the OData ABNF, the special values included; undefined if it is not one. */
export function parseNumeric(text: string): Numeric | undefined {
  const special = SPECIAL.get(text);
  if (special !== undefined) return special;
  const [, sign, whole, fraction = '', power = '0'] = NUMBER.exec(text) ?? [];
  const exponent = Number(power);
  if (whole === undefined || Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const digits = BigInt(whole + fraction);
  return decimal(sign === '-' ? -digits : digits, fraction.length - exponent);
}

/** A JSON number as the decimal that its shortest notation says, or a number given as a string. */
export function numericOf(value: unknown): Numeric | undefined {
  if (typeof value === 'string') return parseNumeric(value);
  if (typeof value !== 'number') return undefined;
  return Number.isFinite(value) ? parseNumeric(String(value)) : value;
}

/** A whole number as a decimal. */
export function integer(value: number | bigint): Decimal {
  return decimal(BigInt(value), 0);
}

/** A decimal from its parts. */
export function decimal(coefficient: bigint, scale: number): Decimal {
  if (scale >= 0) return Object.freeze({ coefficient, scale });
  return Object.freeze({ coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 });
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second; NaN with NaN. */
export function compareNumeric(left: Numeric, right: Numeric): number {
  if (typeof left === 'number' || typeof right === 'number') return compareSpecial(left, right);
  const [a, b] = aligned(left, right);
  return a === b ? 0 : a < b ? -1 : 1;
}

/** A special value is on one side at least, so that zero can stand for any finite number on the other. */
function compareSpecial(left: Numeric, right: Numeric): number {
  const a = typeof left === 'number' ? left : 0;
  const b = typeof right === 'number' ? right : 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  return a === b ? 0 : a < b ? -1 : 1;
}

function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [atScale(left, scale), atScale(right, scale), scale];
}

function atScale(value: Decimal, scale: number): bigint {
  return value.coefficient * 10n ** BigInt(scale - value.scale);
}

/** The nearest double, for what exact arithmetic does not reach. */
export function toDouble(value: Numeric): number {
  return typeof value === 'number' ? value : Number(`${value.coefficient}e-${value.scale}`);
}

export type ArithmeticOperator = 'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod';

/**
 * Exact arithmetic; quotients have at least 34 digits after the point, `div` and `mod` of whole numbers truncate.
 * Undefined for what has no result: OData leaves division of exact numbers by zero to the service.
 */
export function calculate(
  operator: ArithmeticOperator,
  left: Numeric,
  right: Numeric,
  areIntegers: boolean,
): Numeric | undefined {
  if (typeof left === 'number' || typeof right === 'number')
    return inDoubles(operator, toDouble(left), toDouble(right));
  const [a, b, scale] = aligned(left, right);
  if (operator === 'add') return bounded(a + b, scale);
  if (operator === 'sub') return bounded(a - b, scale);
  if (operator === 'mul') return bounded(left.coefficient * right.coefficient, left.scale + right.scale);
  if (b === 0n) return undefined;
  if (operator === 'mod') return decimal(a % b, scale);
  return operator === 'div' && areIntegers ? integer(a / b) : quotient(a, b);
}

function quotient(a: bigint, b: bigint): Numeric {
  return bounded((a * 10n ** QUOTIENT_DIGITS) / b, Number(QUOTIENT_DIGITS));
}

/** A chain of operations must not grow for ever: beyond any type's range a double is exact enough. */
function bounded(coefficient: bigint, scale: number): Numeric {
  const isSmall = coefficient < LARGEST_COEFFICIENT && coefficient > -LARGEST_COEFFICIENT;
  if (isSmall && scale <= LARGEST_SCALE) return decimal(coefficient, scale);
  const double = Number(`${coefficient}e-${scale}`);
  return numericOf(double) ?? double;
}

function inDoubles(operator: ArithmeticOperator, a: number, b: number): Numeric {
  const result = { add: a + b, sub: a - b, mul: a * b, div: a / b, divby: a / b, mod: a % b }[operator];
  return numericOf(result) ?? result;
}

/** The number with the other sign. */
export function negate(value: Numeric): Numeric {
  return typeof value === 'number' ? -value : decimal(-value.coefficient, value.scale);
}

/** The whole number below, above or nearest; halves go away from zero. Special values stay. */
export function toWhole(value: Numeric, direction: 'floor' | 'ceiling' | 'round'): Numeric {
  if (typeof value === 'number') return value;
  const unit = 10n ** BigInt(value.scale);
  const down = floorDivide(value.coefficient, unit);
  if (direction === 'floor') return integer(down);
  if (direction === 'ceiling') return integer(-floorDivide(-value.coefficient, unit));
  const isNegative = value.coefficient < 0n;
  const magnitude = isNegative ? -value.coefficient : value.coefficient;
  const nearest = (magnitude * 2n + unit) / (unit * 2n);
  return integer(isNegative ? -nearest : nearest);
}

/** Division that rounds towards minus infinity, as calendars and `floor` need it. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const truncated = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? truncated - 1n : truncated;
}
