import type { PrimitiveType } from '../definitions.js';
import { type IntegerRange, maxWholeDigits, SINGLE_LIMIT } from '../numeric-ranges.js';
import { FaultKind } from './fault-kind.js';

/** How many digits a number has when it is written without exponent. */
export interface DigitCounts {
  readonly whole: number;
  /** Without trailing zeros. */
  readonly decimals: number;
  /** Zeros between the point and the first other digit, of a number below 1. */
  readonly leadingZeros: number;
}

const WRITTEN = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** Beyond it an exponent means a number that no type holds, or zero. */
const MOST_EXPONENT = 1_000_000;

/** True for a whole number, given by its text, that lies in the range. Reads any number of digits exactly. */
export function isInRange(text: string, { minimum, maximum }: IntegerRange): boolean {
  const value = wholeValue(text);
  return value !== undefined && value >= minimum && value <= maximum;
}

/** True for the text of an Int64 as IEEE754Compatible=true has it (OData ABNF, `int64Value`). */
export function isInt64Text(text: string): boolean {
  return /^[+-]?\d{1,19}$/.test(text);
}

/** True for the text of a Decimal as IEEE754Compatible=true has it (OData ABNF, `decimalValue`, less INF and NaN). */
export function isDecimalText(text: string): boolean {
  return WRITTEN.test(text);
}

/** Whether a number fits Precision and Scale (OData CSDL 4.01, sections 7.2.3 and 7.2.4). */
export function precisionFault(type: PrimitiveType, counts: DigitCounts): FaultKind {
  const { precision, scale } = type;
  const significant = counts.whole + counts.decimals - counts.leadingZeros;
  const isTooPrecise =
    (precision !== undefined && significant > precision) ||
    (scale !== undefined && counts.decimals > scale) ||
    counts.whole > (maxWholeDigits(type) ?? Number.POSITIVE_INFINITY);
  return isTooPrecise ? FaultKind.precision : FaultKind.none;
}

/** The digits of a number, given by its text. */
export function countDigits(text: string): DigitCounts {
  const { digits, exponent } = digitsOf(text);
  if (digits === '') return { whole: 0, decimals: 0, leadingZeros: 0 };
  const whole = Math.max(0, digits.length + exponent);
  return {
    whole,
    decimals: Math.max(0, -exponent),
    leadingZeros: whole > 0 ? 0 : -exponent - digits.length,
  };
}

/** True for a number that rounds to infinity as a Single (IEEE 754 binary32). */
export function isBeyondSingle(text: string): boolean {
  return Math.abs(Number(text)) >= SINGLE_LIMIT;
}

/** True for a number that rounds to infinity as a Double. */
export function isBeyondDouble(text: string): boolean {
  return !Number.isFinite(Number(text));
}

/** A whole number; nothing for one with so many digits that no type holds it. */
function wholeValue(text: string): bigint | undefined {
  const { isNegative, digits, exponent } = digitsOf(text);
  if (digits === '') return 0n;
  if (exponent < 0 || digits.length + exponent > 20) return undefined;
  const value = BigInt(digits) * 10n ** BigInt(exponent);
  return isNegative ? -value : value;
}

/** The digits without zeros on either side, and the power of ten of the last; no digits for zero. */
function digitsOf(text: string): { isNegative: boolean; digits: string; exponent: number } {
  const [, sign, whole = '', fraction = '', power = '0'] = WRITTEN.exec(text) ?? [];
  const all = withoutLeadingZeros(`${whole}${fraction}`);
  const digits = withoutTrailingZeros(all);
  const exponent = Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, Number(power)));
  return {
    isNegative: sign === '-',
    digits,
    exponent: exponent - fraction.length + all.length - digits.length,
  };
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits.charAt(start) === '0') start += 1;
  return digits.slice(start);
}

// A regular expression would look at each zero of a run again and again.
function withoutTrailingZeros(digits: string): string {
  let length = digits.length;
  while (digits.charAt(length - 1) === '0') length -= 1;
  return digits.slice(0, length);
}
