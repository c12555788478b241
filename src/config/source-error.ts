import { ConfigurationError } from '../core/errors.js';
import { shorten } from '../core/shorten.js';

/** A name from a file may be of any length. */
const LONGEST = 1000;

/** A fault of a configuration file at a line, counted from 1; `where` becomes `FILE:LINE`. */
export function errorAt(file: string, line: number, what: string, advice?: string): ConfigurationError {
  const message = shorten(what, LONGEST);
  return new ConfigurationError(message, {
    where: placeOf(file, line),
    ...(advice === undefined ? {} : { advice }),
  });
}

/** A line of a file as errors name it. */
export function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}
