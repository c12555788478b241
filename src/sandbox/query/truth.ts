import { compareValues } from './compare-values.js';
import type {
  Comparison,
  ComparisonOperator,
  Expression,
  ExpressionType,
  Has,
  In,
  Logical,
} from './expression.js';
import type { Value } from './value.js';

/** Null equals null and nothing else; every other comparison with null is false (URL Conventions, 5.1.1.1). */
export function isTrue({ operator, left, right }: Comparison, a: Value, b: Value): boolean {
  if (a === null || b === null) return (a === b && operator === 'eq') || (a !== b && operator === 'ne');
  return TESTS[operator](compareValues(valueType(left, right), a, b));
}

const TESTS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function valueType(left: Expression, right: Expression): ExpressionType {
  return left.type.kind === 'null' ? right.type : left.type;
}

/** Whether all flags are set, or whether the value is that member; false of null. */
export function hasFlags({ operand }: Has, value: Value, flags: Value): boolean {
  if (typeof value !== 'bigint' || typeof flags !== 'bigint') return false;
  const isFlags = operand.type.kind === 'enum' && operand.type.isFlags;
  return isFlags ? (value & flags) === flags : value === flags;
}

/** Whether the value equals one of the candidates, as `eq` has it. */
export function isMember({ operand }: In, value: Value, candidates: readonly Value[]): boolean {
  return candidates.some((candidate) =>
    value === null || candidate === null
      ? value === candidate
      : compareValues(operand.type, value, candidate) === 0,
  );
}

/** The other truth value; null stays null. */
export function not(value: Value): Value {
  return typeof value === 'boolean' ? !value : null;
}

/**
 * The value of a chain of `and` or `or`. What decides it decides it whatever else is null; otherwise null makes it
 * null (URL Conventions, 5.1.1.1.7 and 5.1.1.1.8).
 */
export function chain({ kind, operands }: Logical, of: (operand: Expression) => Value): Value {
  const decisive = kind === 'or';
  let result: Value = !decisive;
  for (const operand of operands) {
    const value = of(operand);
    if (value === decisive) return decisive;
    if (value === null) result = null;
  }
  return result;
}
