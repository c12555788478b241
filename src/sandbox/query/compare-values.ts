import { compareNumeric, type Numeric } from './decimal.js';
import type { ExpressionType } from './expression.js';
import { isNumber } from './expression-type.js';
import type { Instant } from './temporal.js';
import type { Value } from './value.js';

/**
 * Negative, zero or positive as the first value comes before, with or after the second; NaN if neither. Both are of
 * the given type and not null. Strings compare by code unit, enumerations by the values of their members.
 */
export function compareValues(type: ExpressionType, left: Value, right: Value): number {
  if (type.kind === 'primitive' && isNumber(type.type))
    return compareNumeric(left as Numeric, right as Numeric);
  if (type.kind === 'primitive' && type.type === 'Edm.DateTimeOffset')
    return ordered((left as Instant).picoseconds, (right as Instant).picoseconds);
  return ordered(left as string, right as string);
}

function ordered(left: string | number | bigint | boolean, right: typeof left): number {
  if (left === right) return 0;
  if (left < right) return -1;
  return left > right ? 1 : Number.NaN;
}

/**
 * The order for sorting, which is total: null, then what equals nothing (NaN, members that are unknown), then the
 * rest (OData 4.01 Protocol, 11.2.6.2).
 */
export function compareForOrder(type: ExpressionType, left: Value, right: Value): number {
  const ranks = [left, right].map((value) => rank(value));
  const [a = 0, b = 0] = ranks;
  return a !== b || a < 2 ? a - b : compareValues(type, left, right);
}

function rank(value: Value): number {
  if (value === null) return 0;
  return Number.isNaN(value) ? 1 : 2;
}
