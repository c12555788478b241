import { DAY, daysOf, HOUR, isDay, MINUTE, SECOND, splitDay } from './calendar.js';

/** A point in time, exact, with the offset in which it was written: functions such as `hour` go by that. */
export interface Instant {
  /** Since 1970-01-01T00:00Z. */
  readonly picoseconds: bigint;
  readonly offsetMinutes: number;
}

// Each pattern decides by the next character alone, so that none of them can go back.
const DATE = /^(-?(?:0\d{3}|[1-9]\d{3,8}))-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?$/;
const OFFSET = /^([+-])(\d\d):(\d\d)$/;
const DURATION =
  /^(-?)P(?:(\d{1,18})D)?(T)?(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{1,12}))?S)?$/;

/** Reads `dateValue` of the OData ABNF as days since 1970-01-01; undefined if there is no such day. */
export function parseDate(text: string): number | undefined {
  const [, year, month, day] = DATE.exec(text) ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== undefined && isDay(parts) ? daysOf(parts) : undefined;
}

/** Reads `timeOfDayValue` as picoseconds since midnight; a leap second is the one after 59. */
export function parseTimeOfDay(text: string): bigint | undefined {
  const [, hour, minute, second = '0', fraction = ''] = TIME.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  return BigInt(hour) * HOUR + BigInt(minute ?? 0) * MINUTE + seconds(second, fraction);
}

/** Reads `dateTimeOffsetValue`. */
export function parseDateTimeOffset(text: string): Instant | undefined {
  const upper = text.toUpperCase();
  const start = upper.indexOf('T');
  const end = upper.endsWith('Z') ? upper.length - 1 : upper.length - '+00:00'.length;
  const days = parseDate(upper.slice(0, Math.max(start, 0)));
  const time = parseTimeOfDay(upper.slice(start + 1, end));
  const offsetMinutes = parseOffset(upper.slice(end));
  if (days === undefined || time === undefined || offsetMinutes === undefined) return undefined;
  const local = BigInt(days) * DAY + time;
  return Object.freeze({ picoseconds: local - BigInt(offsetMinutes) * MINUTE, offsetMinutes });
}

function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  if (sign === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Reads `durationValue` (days to seconds; years and months have no fixed length) as picoseconds. */
export function parseDuration(text: string): bigint | undefined {
  const [all, sign, day, time, hour, minute, second, fraction = ''] = DURATION.exec(text) ?? [];
  const clock = [hour, minute, second];
  const hasClock = clock.some((part) => part !== undefined);
  if (all === undefined || (time === 'T') !== hasClock || (day === undefined && !hasClock)) return undefined;
  const size =
    BigInt(day ?? 0) * DAY +
    BigInt(hour ?? 0) * HOUR +
    BigInt(minute ?? 0) * MINUTE +
    seconds(second ?? '0', fraction);
  return sign === '-' ? -size : size;
}

function seconds(whole: string, fraction: string): bigint {
  return BigInt(whole) * SECOND + BigInt(fraction.padEnd(12, '0'));
}

/** The day and the time of day that a clock showed in the instant's own offset. */
export function localTime({ picoseconds, offsetMinutes }: Instant): ReturnType<typeof splitDay> {
  return splitDay(picoseconds + BigInt(offsetMinutes) * MINUTE);
}

/** The instant of a JavaScript date, in UTC. */
export function instantOf(date: Date): Instant {
  return Object.freeze({ picoseconds: BigInt(date.getTime()) * (SECOND / 1000n), offsetMinutes: 0 });
}
