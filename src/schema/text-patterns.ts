/**
 * Regular expressions (ECMA-262, as JSON Schema has them) for the text forms of OData values, after the grammar "OData
 * ABNF Construction Rules 4.01". Character classes are spelled out, since `\d` is not the same everywhere.
 */

const YEAR = '-?(?:0[0-9]{3}|[1-9][0-9]{3,})';
const LEAP_PAIR = '(?:[02468][048]|[13579][26])';
const LEAP_YEAR = [
  '-?(?:',
  `(?:0[0-9]|[1-9][0-9]+)(?:0[48]|[2468][048]|[13579][26])`,
  `|(?:[1-9][0-9]*)?${LEAP_PAIR}00`,
  ')',
].join('');

/** A day that the calendar has; Gregorian, also before its time. */
const DAY = [
  '(?:',
  `${YEAR}-(?:`,
  '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
  '|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
  '|02-(?:0[1-9]|1[0-9]|2[0-8]))',
  `|${LEAP_YEAR}-02-29`,
  ')',
].join('');

/** Seconds may be absent, and a leap second may be 60. */
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\\.[0-9]{1,12})?)?';

const BASE64_CHARACTER = '[A-Za-z0-9_-]';

export const DATE_PATTERN = `^${DAY}$`;
export const TIME_OF_DAY_PATTERN = `^${TIME}$`;
export const DATE_TIME_OFFSET_PATTERN = `^${DAY}[Tt]${TIME}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$`;

/** `dayTimeDuration` of XML Schema: at least one part, and one after a `T`. */
export const DURATION_PATTERN =
  '^-?P(?=[0-9]|T[0-9])(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]+)?S)?)?$';

export const GUID_PATTERN = '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';

/** Base64url, padded or not, of at most so many octets. */
export function binaryPattern(maxLength?: number): string {
  const limit = maxLength === undefined ? '' : `(?=[^=]{0,${Math.ceil((maxLength * 4) / 3)}}=*$)`;
  const rest = [`${BASE64_CHARACTER}{2}[AEIMQUYcgkosw048]=?`, `${BASE64_CHARACTER}[AQgw](?:==)?`].join('|');
  return `^${limit}(?:${BASE64_CHARACTER}{4})*(?:${rest})?$`;
}

/** One or more of the names, separated by commas; a blank may follow a comma. */
export function flagsPattern(names: readonly string[]): string {
  const one = `(?:${names.map(escapePattern).join('|')})`;
  return `^${one}(?:, ?${one})*$`;
}

/** A text as a pattern that matches it, in Unicode mode and without. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
