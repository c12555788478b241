import { ConfigurationError } from '../core/errors.js';
import type { Given } from './given.js';

const LONGEST = 100;
const ALLOWED = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]*[\p{L}\p{M}\p{N}_-])?$/u;
/** Names that Windows keeps for devices, whatever extension they have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A UOI or USI, which names a folder of the results. RESO's identifiers are letters and digits; what else a file gives
 * is refused instead of encoded, so that a folder always bears the very name of its organisation. Letters, digits and
 * inside of them blank, `.`, `_` and `-` pass: no path separator, no name of dots alone, nothing that any file system
 * takes for something else.
 *
 * @throws ConfigurationError for any other name
 */
export function checkFolderName(given: Given): string {
  const name = given.read().normalize('NFC');
  if (name.length <= LONGEST && ALLOWED.test(name) && !DEVICE.test(name)) return name;
  throw new ConfigurationError(
    `${given.name} cannot be the name of a folder, which the results would be in.`,
    {
      where: given.where,
      advice: `Give the identifier itself: letters and digits, inside of them also blank, ".", "_" and "-", at most ${LONGEST} of them.`,
    },
  );
}
