import type { Suggestion } from '../core/finding.js';

/**
 * A number that orders suggestions by how likely they are meant, the likeliest lowest: those of people, exact matches,
 * listed synonyms, close matches, edit distances by their part of the name's length, and names within names by how
 * much of the longer one is common.
 *
 * @param local the length of the local name, normalised
 * @param standard the length of the standard name, normalised
 */
export function likelihood(
  { strategy, exactMatch, closeMatch, distance = 0 }: Suggestion,
  local: number,
  standard: number,
): number {
  if (exactMatch === true) return 1;
  if (strategy === 'Synonym') return 2;
  if (closeMatch === true) return 3 + part(distance, local);
  if (strategy === 'Edit Distance') return 4 + part(distance, local);
  if (strategy === 'Substring') return 5 + part(Math.abs(local - standard), Math.max(local, standard));
  return 0;
}

/** Grows with the part that `amount` is of the whole, and stays below 1: it decides within a group only. */
function part(amount: number, whole: number): number {
  return amount / (amount + Math.max(whole, 1));
}
