import { COLON, MINUS, ZERO } from '../../json/byte.js';
/** A point in time, exact to what OData can write. Two safe integers, so it survives JSON. */
export interface Instant {
  /** Since 1970-01-01T00:00:00Z; negative before. */
  readonly seconds: number;
  /** From 0, below a million millions. */
  readonly picoseconds: number;
}

/** A timestamp as it was received, and what it means. */
export interface Timestamp {
  readonly text: string;
  readonly instant: Instant;
}

/** Negative when the first is earlier, positive when it is later, 0 when they are the same. */
export function compareInstants(first: Instant, second: Instant): number {
  return first.seconds - second.seconds || first.picoseconds - second.picoseconds;
}

const PLUS = 0x2b;
const POINT = 0x2e;
const LETTER_T = 0x74;
const LETTER_Z = 0x7a;
const PICOSECOND_DIGITS = 12;
const MOST_YEAR_DIGITS = 6;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const BAD = -1;

/**
 * Reads timestamps from bytes without making objects: `dateTimeOffsetValue` of the OData ABNF. Taken besides: one without
 * an offset, as UTC, since some servers write them and mean that; more than twelve decimals, of which twelve count.
 */
export class InstantReader implements Instant {
  seconds = 0;
  picoseconds = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  /** Reads the bytes from `start` to before `end`. False for what is no timestamp, an impossible date among it. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    const days = this.#date();
    if (days === undefined || !this.#take(LETTER_T)) return false;
    const time = this.#time();
    const offset = time === BAD ? undefined : this.#offset();
    if (offset === undefined || this.#at !== end) return false;
    this.seconds = days * DAY + time - offset;
    return true;
  }

  #date(): number | undefined {
    const isNegative = this.#take(MINUS);
    const digits = this.#yearDigits();
    const year = this.#digits(digits) * (isNegative ? -1 : 1);
    const month = this.#after(MINUS, 1, 12);
    const day = this.#after(MINUS, 1, 31);
    if (digits < 4 || month === BAD || day === BAD || day > daysOf(year, month)) return undefined;
    return daysSinceEpoch(year, month, day);
  }

  /** The seconds of a day; also sets the picoseconds. */
  #time(): number {
    this.picoseconds = 0;
    const hour = this.#number(0, 23);
    const minute = this.#after(COLON, 0, 59);
    if (hour === BAD || minute === BAD) return BAD;
    if (this.#byte() !== COLON) return hour * HOUR + minute * MINUTE;
    const second = this.#after(COLON, 0, 59);
    if (second === BAD || (this.#take(POINT) && !this.#fraction())) return BAD;
    return hour * HOUR + minute * MINUTE + second;
  }

  #fraction(): boolean {
    let digits = 0;
    for (let byte = this.#byte(); isDigit(byte); byte = this.#byte()) {
      if (digits < PICOSECOND_DIGITS) this.picoseconds = this.picoseconds * 10 + byte - ZERO;
      digits += 1;
      this.#at += 1;
    }
    this.picoseconds *= 10 ** Math.max(0, PICOSECOND_DIGITS - digits);
    return digits > 0;
  }

  /** The seconds by which local time is ahead of UTC. */
  #offset(): number | undefined {
    if (this.#at === this.#end || this.#take(LETTER_Z)) return 0;
    const sign = this.#byte();
    if (sign !== PLUS && sign !== MINUS) return undefined;
    const hour = this.#after(sign, 0, 23);
    const minute = this.#after(COLON, 0, 59);
    if (hour === BAD || minute === BAD) return undefined;
    return (hour * HOUR + minute * MINUTE) * (sign === MINUS ? -1 : 1);
  }

  #yearDigits(): number {
    let digits = 0;
    while (digits <= MOST_YEAR_DIGITS && isDigit(this.#byteAt(this.#at + digits))) digits += 1;
    return digits;
  }

  /** A mark, then a number of two digits within bounds. */
  #after(mark: number, least: number, most: number): number {
    return this.#take(mark) ? this.#number(least, most) : BAD;
  }

  #number(least: number, most: number): number {
    const value = this.#digits(2);
    return value >= least && value <= most ? value : BAD;
  }

  #digits(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left--) {
      const byte = this.#byte();
      if (!isDigit(byte)) return BAD;
      value = value * 10 + byte - ZERO;
      this.#at += 1;
    }
    return value;
  }

  /** Steps over a mark if it stands here; a letter, given as small, in either case. */
  #take(mark: number): boolean {
    const byte = this.#byte();
    if (byte !== mark && !(mark >= LETTER_T && (byte | 0x20) === mark)) return false;
    this.#at += 1;
    return true;
  }

  #byte(): number {
    return this.#byteAt(this.#at);
  }

  #byteAt(at: number): number {
    return at < this.#end ? (this.#bytes[at] as number) : 0;
  }
}

const reader = new InstantReader();

/** The instant that a timestamp means: see {@link InstantReader}; `undefined` for what is none. */
export function parseInstant(text: string): Instant | undefined {
  const bytes = Buffer.from(text, 'utf8');
  if (!reader.read(bytes, 0, bytes.length)) return undefined;
  return { seconds: reader.seconds, picoseconds: reader.picoseconds };
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39;
}

function daysOf(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] as number);
}

/** Days of the proleptic Gregorian calendar since 1970. `Date` would do, but takes years below 100 for others. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is the last of its year.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
