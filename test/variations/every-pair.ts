import { distance } from 'fastest-levenshtein';
import type { NearMatch, StandardName } from '../../src/variations/near-name.js';
import type { NearNameOptions } from '../../src/variations/near-name-index.js';

/** A match with the standard name that it is of. */
export type NearPair = NearMatch & { readonly standard: StandardName };

/**
 * The rules of the variations check, written down as they read: each pair is normalised and compared by itself. Slow
 * and plain, to compare the engine with.
 */
export function everyPair(
  localName: string,
  standardNames: readonly StandardName[],
  { fuzziness = 0.25, plurals = false }: NearNameOptions = {},
): readonly NearPair[] {
  const pairs = standardNames.flatMap(
    (standard) => comparePair(localName, standard, fuzziness, plurals) ?? [],
  );
  const exact = pairs.filter(({ exactMatch }) => exactMatch === true);
  return (exact.length > 0 ? exact : pairs).toSorted(
    (a, b) =>
      group(a) - group(b) ||
      (a.distance ?? 0) - (b.distance ?? 0) ||
      (group(a) === 4 ? overlap(localName, b) - overlap(localName, a) : 0) ||
      (a.standard.name < b.standard.name ? -1 : 1),
  );
}

function comparePair(
  localName: string,
  standard: StandardName,
  fuzziness: number,
  plurals: boolean,
): NearPair | undefined {
  const local = norm(localName);
  const name = norm(standard.name);
  if (local === '' || name === '') return bySynonym(localName, standard, fuzziness);
  if (local === name) {
    return localName === standard.name ? undefined : { standard, strategy: 'Substring', exactMatch: true };
  }
  if (plurals && singular(local) === singular(name)) {
    return { standard, strategy: 'Substring', closeMatch: true };
  }
  const listed = bySynonym(localName, standard, fuzziness);
  if (listed !== undefined) return listed;
  if (local.length <= 3) return undefined;
  const edits = distance(local, name);
  const isAdvisory = edits > ratified(local, fuzziness) ? ({ advisory: true } as const) : {};
  if (name.length > 3 && (local.includes(name) || name.includes(local))) {
    return { standard, strategy: 'Substring', ...isAdvisory };
  }
  const maxDistance = Math.max(Math.floor(fuzziness * localName.length), ratified(local, fuzziness));
  if (edits > maxDistance) return undefined;
  const isClose = edits <= 1 ? ({ closeMatch: true } as const) : {};
  return { standard, strategy: 'Edit Distance', ...isClose, distance: edits, maxDistance, ...isAdvisory };
}

function bySynonym(localName: string, standard: StandardName, fuzziness: number): NearPair | undefined {
  const local = norm(localName);
  if (local === '' || standard.synonyms?.some((synonym) => norm(synonym) === local) !== true)
    return undefined;
  const edits = distance(local, norm(standard.name));
  return {
    standard,
    strategy: 'Synonym',
    ...(edits > ratified(local, fuzziness) ? { advisory: true } : {}),
  };
}

function ratified(local: string, fuzziness: number): number {
  return Math.ceil(fuzziness * local.length) - 1;
}

function norm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}

function group({ exactMatch, closeMatch, strategy }: NearPair): number {
  if (exactMatch === true) return 0;
  if (strategy === 'Synonym') return 1;
  if (closeMatch === true) return 2;
  return strategy === 'Edit Distance' ? 3 : 4;
}

function overlap(localName: string, { standard }: NearPair): number {
  const lengths = [norm(localName).length, norm(standard.name).length];
  return Math.min(...lengths) / Math.max(...lengths);
}
