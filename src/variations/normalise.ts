const ASCII = /^[\x20-\x7e]*$/;
const SIGNS = /[^a-z0-9]+/g;
const MARKS = /\p{M}/gu;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]/gu;

/**
 * A name as the matching sees it: compatibility decomposition (NFKD), combining marks dropped, lower case, letters and
 * digits only. An empty result matches nothing.
 */
export function normalise(name: string): string {
  // Nearly all names are ASCII, of which the expressions for all alphabets make too much ado.
  if (ASCII.test(name)) return name.toLowerCase().replace(SIGNS, '');
  return name.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(NEITHER_LETTER_NOR_DIGIT, '');
}

/** A normalised resource name with its plural ending folded: `ies` to `y`, a final `s` dropped. */
export function foldPlural(normalised: string): string {
  if (normalised.endsWith('ies')) return `${normalised.slice(0, -3)}y`;
  return normalised.endsWith('s') ? normalised.slice(0, -1) : normalised;
}
