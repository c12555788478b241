import { DAY, dayOf, HOUR, MINUTE, SECOND } from './calendar.js';
import { type Decimal, decimal, integer, type Numeric, toDouble, toWhole } from './decimal.js';
import type { EvaluationContext } from './record.js';
import { type Instant, instantOf, localTime, parseDateTimeOffset } from './temporal.js';
import type { Value } from './value.js';

/** Computes a function's result. No argument is null: with one, the result is null whatever the function. */
type Computation = (values: readonly Value[], context: EvaluationContext) => Value;

/** How the functions of `FUNCTIONS` work, by name (OData 4.01 URL Conventions, 5.1.1.5 to 5.1.1.9). */
export const COMPUTATIONS: ReadonlyMap<string, Computation> = new Map<string, Computation>([
  ['contains', onTexts((text, part) => text.includes(part))],
  ['startswith', onTexts((text, part) => text.startsWith(part))],
  ['endswith', onTexts((text, part) => text.endsWith(part))],
  ['concat', onTexts((first, second) => first + second)],
  ['indexof', onTexts((text, part) => integer(text.indexOf(part)))],
  ['length', onTexts((text) => integer(text.length))],
  ['tolower', onTexts((text) => text.toLowerCase())],
  ['toupper', onTexts((text) => text.toUpperCase())],
  ['trim', onTexts((text) => text.trim())],
  ['substring', substring],
  ['year', onDay(({ year }) => year)],
  ['month', onDay(({ month }) => month)],
  ['day', onDay(({ day }) => day)],
  ['hour', onClock((time) => integer(time / HOUR))],
  ['minute', onClock((time) => integer((time / MINUTE) % 60n))],
  ['second', onClock((time) => integer((time / SECOND) % 60n))],
  ['fractionalseconds', onClock((time) => inSeconds(time % SECOND))],
  ['date', ([instant]) => localTime(instant as Instant).days],
  ['time', ([instant]) => localTime(instant as Instant).time],
  ['totaloffsetminutes', ([instant]) => integer((instant as Instant).offsetMinutes)],
  ['totalseconds', ([duration]) => inSeconds(duration as bigint)],
  ['now', (_none, { now }) => instantOf(now())],
  ['mindatetime', () => MIN_DATE_TIME],
  ['maxdatetime', () => MAX_DATE_TIME],
  ['round', ([number]) => toWhole(number as Numeric, 'round')],
  ['floor', ([number]) => toWhole(number as Numeric, 'floor')],
  ['ceiling', ([number]) => toWhole(number as Numeric, 'ceiling')],
]);

const MIN_DATE_TIME = parseDateTimeOffset('0001-01-01T00:00:00Z') ?? null;
const MAX_DATE_TIME = parseDateTimeOffset('9999-12-31T23:59:59.999999999999Z') ?? null;

function onTexts(compute: (first: string, second: string) => Value): Computation {
  return ([first, second]) => compute(first as string, second as string);
}

/** A start before the beginning is the beginning, and a length below zero takes nothing. */
function substring([text, first, size]: readonly Value[]): Value {
  const start = Math.max(0, toDouble(first as Numeric));
  const length = size === undefined ? Number.POSITIVE_INFINITY : Math.max(0, toDouble(size as Numeric));
  return (text as string).slice(start, start + length);
}

function onDay(part: (day: ReturnType<typeof dayOf>) => number): Computation {
  return ([value]) => {
    const days = typeof value === 'number' ? value : localTime(value as Instant).days;
    return integer(part(dayOf(days)));
  };
}

function onClock(compute: (time: bigint) => Value): Computation {
  return ([value]) => compute(typeof value === 'bigint' ? value : localTime(value as Instant).time);
}

function inSeconds(picoseconds: bigint): Decimal {
  return decimal(picoseconds, 12);
}

/** A point in time or a day, moved by picoseconds; a day moves by whole days only. */
export function moved(point: Value, by: bigint): Value {
  if (typeof point === 'bigint') return point + by;
  if (typeof point === 'number') return point + Number(by / DAY);
  const instant = point as Instant;
  return { ...instant, picoseconds: instant.picoseconds + by };
}
