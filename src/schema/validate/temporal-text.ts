import {
  DATE_PATTERN,
  DATE_TIME_OFFSET_PATTERN,
  DURATION_PATTERN,
  GUID_PATTERN,
  TIME_OF_DAY_PATTERN,
} from '../text-patterns.js';
import { ValueCheck } from './value-check.js';

/** Texts of these forms are short. A longer one is none, however many digits its year has. */
const LONGEST = 100;

const FORMS: ReadonlyMap<ValueCheck, RegExp> = new Map([
  [ValueCheck.date, new RegExp(DATE_PATTERN)],
  [ValueCheck.dateTimeOffset, new RegExp(DATE_TIME_OFFSET_PATTERN)],
  [ValueCheck.timeOfDay, new RegExp(TIME_OF_DAY_PATTERN)],
  [ValueCheck.duration, new RegExp(DURATION_PATTERN)],
  [ValueCheck.guid, new RegExp(GUID_PATTERN)],
]);

const DAYS_IN_MONTH = Uint8Array.of(0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

const ZERO = 0x30;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;

/** True when the bytes of a text (without escapes) have the form of the type: the usual spelling first, then the grammar. */
export function hasForm(check: ValueCheck, bytes: Uint8Array, start: number, end: number): boolean {
  if (check === ValueCheck.date && end - start === 10 && isDay(bytes, start)) return true;
  if (check === ValueCheck.dateTimeOffset && isUtcInstant(bytes, start, end)) return true;
  if (end - start > LONGEST) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return FORMS.get(check)?.test(text) ?? false;
}

/** `2024-02-29`: ten bytes that are a day of the calendar. */
function isDay(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 4] !== HYPHEN || bytes[at + 7] !== HYPHEN) return false;
  const century = twoDigits(bytes, at);
  const year = twoDigits(bytes, at + 2);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return false;
  if (month === 2 && day === 29) return year % 4 === 0 && (year !== 0 || century % 4 === 0);
  return day <= (DAYS_IN_MONTH[month] as number);
}

/** `2024-02-29T23:59:59.123Z`, the seconds with or without a fraction. */
function isUtcInstant(bytes: Uint8Array, start: number, end: number): boolean {
  const last = end - 1;
  if (end - start < 20 || bytes[start + 10] !== LETTER_T || bytes[last] !== LETTER_Z) return false;
  return isDay(bytes, start) && isTime(bytes, start + 11) && isFraction(bytes, start + 19, last);
}

function isTime(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return false;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

function isFraction(bytes: Uint8Array, start: number, end: number): boolean {
  const digits = end - start - 1;
  if (digits < 0) return true;
  if (bytes[start] !== POINT || digits < 1 || digits > 12) return false;
  for (let at = start + 1; at < end; at++) if (digit(bytes, at) < 0) return false;
  return true;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = digit(bytes, at);
  const ones = digit(bytes, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

function digit(bytes: Uint8Array, at: number): number {
  const value = (bytes[at] as number) - ZERO;
  return value >= 0 && value <= 9 ? value : -1;
}
