import { isQualifiedName, isSimpleIdentifier } from '../names.js';
import { BOOLEAN } from './facet-forms.js';
import { type LexicalForm, like, trimmed, wordsOf } from './lexical-form.js';

/** Base64url (OData CSDL XML 4.01, section 14.3.1; `binaryValue` of the ABNF). */
export const BINARY: LexicalForm = like(
  /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]=?|[A-Za-z0-9_-][AQgw](?:==)?)?$/,
  'base64url text',
);

/** OData CSDL XML 4.01, section 14.3.2. */
export const BOOL: LexicalForm = trimmed(BOOLEAN);

/** A date without time zone (section 14.3.3). */
export const DATE: LexicalForm = trimmed({ expected: 'a date such as 2024-02-29', test: isDate });

/** A date and time with seconds and time zone (section 14.3.4). */
export const DATE_TIME_OFFSET: LexicalForm = trimmed({
  expected: 'a date and time with seconds and time zone, such as 2024-02-29T12:00:00Z',
  test: isDateTimeOffset,
});

/** Section 14.3.5; `decimalValue` of the ABNF. */
export const DECIMAL: LexicalForm = like(
  /^(?:[+-]?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?|-?INF|NaN)$/,
  'a decimal number',
);

/** Days and time, without years and months (section 14.3.6). */
export const DURATION: LexicalForm = trimmed(
  like(
    /^-?P(?=[0-9T])(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?$/,
    'a duration of days and time, such as P1DT2H',
  ),
);

/** One member with its type, or several with blanks between (section 14.3.7). */
export const ENUM_MEMBERS: LexicalForm = trimmed({
  expected: 'a member with its type, such as ns.Colour/Red, or several with blanks between',
  test: (value) => value.trim() !== '' && wordsOf(value).every(isEnumMember),
});

/** Section 14.3.8; `doubleValue` of the ABNF. */
export const FLOAT: LexicalForm = trimmed({ ...DECIMAL, expected: 'a floating-point number' });

/** Section 14.3.9. */
export const GUID: LexicalForm = like(
  /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
  'a GUID such as 21ec2020-3aea-1069-a2dd-08002b30309d',
);

/** Section 14.3.10. */
export const INTEGER: LexicalForm = trimmed(like(/^[+-]?[0-9]+$/, 'a whole number'));

/** Section 14.3.12; `timeOfDayValue` of the ABNF without leap seconds. */
export const TIME_OF_DAY: LexicalForm = like(
  /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,12})?)?$/,
  'a time of day such as 07:59:59.999',
);

const YEAR = '-?(?:0[0-9]{3}|[1-9][0-9]{3,})';
const DATE_PARTS = new RegExp(`^(${YEAR})-([0-9]{2})-([0-9]{2})$`);
const TIME_AND_ZONE =
  /^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,12})?(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))$/;

function isDate(value: string): boolean {
  const [, year, month, day] = DATE_PARTS.exec(value) ?? [];
  if (year === undefined) return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(month), Number(year));
}

function daysIn(month: number, year: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isDateTimeOffset(value: string): boolean {
  const at = value.indexOf('T');
  return at > 0 && isDate(value.slice(0, at)) && TIME_AND_ZONE.test(value.slice(at + 1));
}

function isEnumMember(word: string): boolean {
  const slash = word.indexOf('/');
  return slash > 0 && isQualifiedName(word.slice(0, slash)) && isSimpleIdentifier(word.slice(slash + 1));
}
