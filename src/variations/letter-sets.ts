/** The letters of a normalised name as bit sets: those that occur at all, and those that occur at least twice. */
export interface LetterSets {
  readonly once: number;
  readonly twice: number;
}

/** A bit for each letter a to z; digits share five bits, and all other letters one. */
export function letterSets(normalised: string): LetterSets {
  let once = 0;
  let twice = 0;
  for (let at = 0; at < normalised.length; at++) {
    const bit = bitOf(normalised.charCodeAt(at));
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** How many bits are set in a 32-bit integer. */
export function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return code >= 48 && code <= 57 ? 1 << (26 + (code % 5)) : 1 << 31;
}
