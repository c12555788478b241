/**
 * The synonyms of a field as the sheet lists them: split at commas, each reduced to letters, digits and underscores
 * (`Zip+4` is `Zip4`), without empty ones and repetitions, in the sheet's order.
 */
export function fieldSynonyms(listed: string): readonly string[] {
  return distinct(listed.split(',').map((synonym) => synonym.replaceAll(/[^\p{L}\p{N}_]/gu, '')));
}

/** The synonyms of a lookup value: split at commas, trimmed, as written, without empty ones and repetitions. */
export function valueSynonyms(listed: string): readonly string[] {
  return distinct(listed.split(',').map((synonym) => synonym.trim()));
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '');
}
