import type { Draws } from '../random.js';

interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Between which numbers a field's values lie, by its name: the first row that matches. */
const RANGES: readonly (readonly [RegExp, NumberRange])[] = [
  [/Offset$/, { from: -10, to: -5 }],
  [/WalkScore|DaysOn|DaysIn/, { from: 0, to: 100 }],
  [/^Year|TaxYear/, { from: 1900, to: 2025 }],
  [/^Elevation$/, { from: -200, to: 9000 }],
  [/Distance.*Numeric/, { from: 0, to: 20_000 }],
  [/Image(Width|Height)/, { from: 200, to: 6000 }],
  [/Assessed|ConcessionsAmount/, { from: 0, to: 900_000 }],
  [/Latitude/, { from: 25, to: 48 }],
  [/Longitude/, { from: -124, to: -71 }],
  [/Acres/, { from: 0, to: 40 }],
  [/Rate$|Spaces$|ParkingTotal|Frequency/, { from: 0, to: 12 }],
  [/Area|SquareFeet|Length/, { from: 0, to: 9000 }],
  [/Expense|Amount|Fee|Income|Rent|Price|Tax/, { from: 0, to: 60_000 }],
];
const OTHERS: NumberRange = { from: 0, to: 12 };

/** A whole number for a field that nothing else decides. */
export function integerMaker(name: string): (draws: Draws) => number {
  const { from, to } = rangeOf(name);
  return (draws) => draws.between(from, to);
}

/** A decimal for a field that nothing else decides: of at most `precision` digits, `scale` of them after the point. */
export function decimalMaker(name: string, precision: number, scale: number): (draws: Draws) => number {
  const { from, to } = rangeOf(name);
  const limit = 10 ** Math.max(precision - scale, 0) - 1;
  const [low, high] = [Math.max(from, -limit), Math.min(to, limit)];
  return (draws) => {
    const whole = draws.between(low, high - 1);
    return draws.chance(0.3) ? whole : roundTo(whole + draws.next(), scale);
  };
}

/** A number with at most so many digits after the point. */
export function roundTo(value: number, scale: number): number {
  return Number(value.toFixed(scale));
}

function rangeOf(name: string): NumberRange {
  return RANGES.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERS;
}
