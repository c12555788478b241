import { Chalk } from 'chalk';
import type { Paint } from '../reports/paint.js';

/**
 * Colours for a stream: those of the terminal, none when it is no terminal, when NO_COLOR is set or when `--no-color`
 * asks for none. FORCE_COLOR wins over the first two.
 */
export function paintFor(stream: { isTTY?: boolean }, wanted: boolean): Paint {
  const { NO_COLOR: none, FORCE_COLOR: forced } = process.env;
  const isForced = forced !== undefined && forced !== '' && forced !== '0';
  const shows = isForced || (stream.isTTY === true && (none === undefined || none === ''));
  return new Chalk({ level: wanted && shows ? 1 : 0 });
}
