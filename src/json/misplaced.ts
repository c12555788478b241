import { CLOSE_BRACE, CLOSE_BRACKET, COMMA } from './byte.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import type { JsonText } from './json-text.js';

const LITERALS = ['true', 'false', 'null'];
/** What some writers emit although it is no JSON. */
const FOREIGN_LITERAL = /^(?:[+-]?(?:NaN|Infinity|inf)|undefined|None|True|False|NULL)\b/;

/** The error of a character that stands where something else should. */
export function unexpected(text: JsonText, at: number, expected: string): JsonSyntaxError {
  if (at >= text.length)
    return new JsonSyntaxError('cut short', `the text ends where ${expected} should stand`, at);
  return new JsonSyntaxError('syntax', `${characterAt(text, at)} stands where ${expected} should`, at);
}

/** The error of what is no key, where a key should stand. */
export function noKey(text: JsonText, at: number): JsonSyntaxError {
  if (text.byteAt(at) === CLOSE_BRACE) return commaTooMuch(text, at, 'brace');
  return unexpected(text, at, 'a key in quotes');
}

/** The error of what is no value, where a value should stand. */
export function noValue(text: JsonText, at: number): JsonSyntaxError {
  if (text.byteAt(at) === CLOSE_BRACKET) return commaTooMuch(text, at, 'bracket');
  return beginsLiteral(text, at)
    ? new JsonSyntaxError('cut short', 'the text ends inside a value', text.length)
    : (foreignLiteral(text, at) ?? unexpected(text, at, 'a value'));
}

/** The error of what follows a part of a number that needs a digit after it. */
export function noDigit(text: JsonText, at: number, after: string): JsonSyntaxError {
  const foreign = after === 'a minus' ? foreignLiteral(text, at - 1) : undefined;
  if (foreign !== undefined) return foreign;
  if (at >= text.length) return new JsonSyntaxError('cut short', 'the text ends inside a number', at);
  return new JsonSyntaxError('syntax', `no digit follows ${after} of a number`, at);
}

/** The error of bytes that are no UTF-8. */
export function notUtf8(text: JsonText, at: number): JsonSyntaxError {
  return endsInsideCharacter(text, at)
    ? new JsonSyntaxError('cut short', 'the text ends inside a character', at)
    : new JsonSyntaxError('invalid utf-8', 'it has bytes that are no UTF-8', at);
}

function endsInsideCharacter(text: JsonText, at: number): boolean {
  const first = text.byteAt(at);
  const length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return at + length > text.length && text.bytes.subarray(at + 1).every((byte) => (byte & 0xc0) === 0x80);
}

/** Whether the text ends inside of true, false or null. */
function beginsLiteral(text: JsonText, at: number): boolean {
  const rest = text.length - at;
  if (rest === 0 || rest > 4) return false;
  const begun = Buffer.from(text.bytes.subarray(at)).toString('latin1');
  return LITERALS.some((literal) => literal !== begun && literal.startsWith(begun));
}

function foreignLiteral(text: JsonText, at: number): JsonSyntaxError | undefined {
  const start = Buffer.from(text.bytes.subarray(at, at + 12)).toString('latin1');
  const [literal] = FOREIGN_LITERAL.exec(start) ?? [];
  if (literal === undefined) return undefined;
  return new JsonSyntaxError('syntax', `${literal} is no value that JSON knows`, at);
}

function commaTooMuch(text: JsonText, at: number, closing: string): JsonSyntaxError {
  let before = at - 1;
  while (before > 0 && text.byteAt(before) <= 0x20) before -= 1;
  if (text.byteAt(before) !== COMMA)
    return unexpected(text, at, closing === 'brace' ? 'a key in quotes' : 'a value');
  return new JsonSyntaxError('syntax', `a comma stands before the closing ${closing}`, before);
}

function characterAt(text: JsonText, at: number): string {
  const [character = ''] = Buffer.from(text.bytes.subarray(at, at + 4)).toString('utf8');
  const code = character.codePointAt(0) ?? 0;
  const isVisible = /^[^\p{C}\p{Z}]$/u.test(character);
  return isVisible ? `"${character}"` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
