import { MINUS, NINE, ZERO } from './byte.js';
import { ByteHash } from './byte-hash.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import type { JsonText } from './json-text.js';
import { noDigit } from './misplaced.js';
import { NodeFlag } from './node-kind.js';

const PLUS = 0x2b;
const POINT = 0x2e;
const MOST_COUNT = 0xffff;
/** Digits that a double holds whatever they are. */
const EXACT_DIGITS = 15;
const TWO_TO_32 = 0x1_0000_0000;
/** Powers of ten that fit into 13 bits. */
const MOST_EXPONENT = 4095;
/** Numbers of more digits or a greater exponent have the hash of their digits, told apart by this. */
const LONG = 0x4c4f4e47;

/** Reads numbers: their end, their shape, and a hash of their exact decimal value, however it is written. */
export class NumberScanner {
  /** Of the number scanned last. */
  readonly hash = new ByteHash();
  /** `whole digits << 16 | decimals`: see `Tape.sizes`. */
  size = 0;
  /** `NodeFlag` bits. */
  flags = 0;
  readonly #text: JsonText;
  // All digits so far as one number, and how many come after the point; both up to the last digit that is not a zero.
  #digits = 0;
  #decimals = 0;

  constructor(text: JsonText) {
    this.#text = text;
  }

  /**
   * Scans a number (RFC 8259, section 6).
   *
   * @param start the minus, or the first digit
   * @returns the offset after it
   * @throws JsonSyntaxError
   */
  scan(start: number): number {
    const text = this.#text;
    const first = text.byteAt(start) === MINUS ? start + 1 : start;
    const point = this.#whole(first);
    const whole = text.byteAt(first) === ZERO ? 0 : point - first;
    let end = point;
    this.flags = 0;
    this.#decimals = 0;
    if (text.byteAt(point) === POINT) end = this.#fraction(point);
    const hasExponent = (text.byteAt(end) | 0x20) === 0x65;
    if (hasExponent) end = this.#exponent(end);
    if (end !== point) this.flags = NodeFlag.fractionOrExponent;
    if (hasExponent || end - first > EXACT_DIGITS) this.#long(start, end);
    else {
      this.size = (whole << 16) | this.#decimals;
      this.#hashOf(this.#digits, -this.#decimals, first !== start);
    }
    return end;
  }

  #whole(first: number): number {
    const text = this.#text;
    let at = first;
    let byte = text.byteAt(at);
    if (!isDigit(byte)) throw noDigit(text, at, 'a minus');
    let digits = byte - ZERO;
    byte = text.byteAt(++at);
    if (digits !== 0) {
      for (; isDigit(byte); byte = text.byteAt(++at)) digits = digits * 10 + byte - ZERO;
    } else if (isDigit(byte)) {
      throw new JsonSyntaxError('syntax', 'a number begins with a zero that it does not need', first);
    }
    this.#digits = digits;
    return at;
  }

  #fraction(point: number): number {
    const text = this.#text;
    let digits = this.#digits;
    let at = point + 1;
    let byte = text.byteAt(at);
    if (!isDigit(byte)) throw noDigit(text, at, 'a decimal point');
    for (; isDigit(byte); byte = text.byteAt(++at)) {
      digits = digits * 10 + byte - ZERO;
      if (byte !== ZERO) {
        this.#digits = digits;
        this.#decimals = at - point;
      }
    }
    return at;
  }

  #exponent(letter: number): number {
    const text = this.#text;
    const sign = text.byteAt(letter + 1);
    let at = sign === MINUS || sign === PLUS ? letter + 2 : letter + 1;
    if (!isDigit(text.byteAt(at))) throw noDigit(text, at, 'an exponent');
    while (isDigit(text.byteAt(at))) at += 1;
    return at;
  }

  /** Numbers of many digits or with an exponent: exact, at leisure. */
  #long(start: number, end: number): void {
    const { isNegative, digits, exponent } = decimalOf(
      Buffer.from(this.#text.bytes.subarray(start, end)).toString('latin1'),
    );
    const whole = digits === '' ? 0 : Math.max(0, digits.length + exponent);
    const decimals = digits === '' ? 0 : Math.max(0, -exponent);
    this.size = (Math.min(whole, MOST_COUNT) << 16) | Math.min(decimals, MOST_COUNT);
    if (whole > 308 && !Number.isFinite(Number(`${digits}e${exponent}`))) this.flags |= NodeFlag.beyondDouble;
    if (digits.length > EXACT_DIGITS || Math.abs(exponent) > MOST_EXPONENT)
      this.#hashDigits(digits, exponent, isNegative);
    else if (exponent > 0 && whole <= EXACT_DIGITS)
      this.#hashOf(Number(digits) * 10 ** exponent, 0, isNegative);
    else this.#hashOf(Number(digits), exponent, isNegative);
  }

  #hashOf(digits: number, exponent: number, isNegative: boolean): void {
    // Of 64 bits the digits take 50, the exponent takes 13 and the sign one. Minus zero is zero.
    const sign = isNegative && digits !== 0 ? 1 : 0;
    const high = (digits / TWO_TO_32) | 0;
    this.hash.mix(digits | 0, high | ((exponent & 0x1fff) << 18) | (sign << 31));
  }

  #hashDigits(digits: string, exponent: number, isNegative: boolean): void {
    const bytes = Buffer.from(digits, 'latin1');
    this.hash.of(bytes, 0, bytes.length);
    this.hash.combine(this.hash.a, this.hash.b, exponent ^ LONG, isNegative ? 1 : 0);
  }
}

/** The significant digits of a number, without zeros on either side, and the power of ten of the last of them. */
function decimalOf(text: string): { isNegative: boolean; digits: string; exponent: number } {
  const [, minus, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = withoutTrailingZeros(all);
  const exponent = Number(power) - fraction.length + all.length - digits.length;
  return { isNegative: minus === '-', digits, exponent: digits === '' ? 0 : exponent };
}

/** A regular expression would look at each zero of a run again and again. */
function withoutTrailingZeros(digits: string): string {
  let length = digits.length;
  while (length > 0 && digits.charCodeAt(length - 1) === ZERO) length -= 1;
  return digits.slice(0, length);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
