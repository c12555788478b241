import { distance } from 'fastest-levenshtein';
import { foldPlural, normalise } from './normalise.js';

/** How a standard name is near to a local one. Distances are Levenshtein edits between the normalised names. */
export interface NearName {
  readonly standardName: string;
  readonly strategy: 'Substring' | 'Edit Distance';
  /** Equal but for case, blanks and signs. */
  readonly exactMatch?: true;
  /** One edit away at most, or equal after folding plural endings. */
  readonly closeMatch?: true;
  readonly distance?: number;
  readonly maxDistance?: number;
  /** The ratified text would not call it an error: it is searched because RESO's published tools fail on it. */
  readonly advisory?: true;
}

/** A standard name, normalised once for all the local names that it is compared with. */
export interface Candidate {
  readonly name: string;
  readonly normalised: string;
}

/** Standard names made ready for {@link nearNames}. */
export function candidates(names: readonly string[]): readonly Candidate[] {
  return names.map((name) => ({ name, normalised: normalise(name) }));
}

export interface MatchOptions {
  /** The part of a name's length that may differ, 0 to 1. */
  readonly fuzziness?: number;
  /** Folds plural endings, as is done for resources. */
  readonly plurals?: boolean;
}

const DEFAULT_FUZZINESS = 0.25;
const SHORTEST_NAME_TO_COMPARE = 4;

/**
 * The standard names that are near to a local name, best first: those equal after normalising and no others, else
 * those within a quarter of the name's length by edit distance. `absent` are the standard names that the server does not
 * declare in that place; the local name itself is never among the results.
 */
export function nearNames(
  localName: string,
  absent: readonly Candidate[],
  { fuzziness = DEFAULT_FUZZINESS, plurals = false }: MatchOptions = {},
): readonly NearName[] {
  const local = normalise(localName);
  if (local === '') return [];
  const exact = absent.filter(({ name, normalised }) => normalised === local && name !== localName);
  if (exact.length > 0) {
    return exact.map(({ name }) => ({ standardName: name, strategy: 'Substring', exactMatch: true }));
  }
  const near: NearName[] = [];
  for (const { name, normalised } of absent) {
    if (normalised === '') continue;
    const match =
      (plurals ? pluralMatch(local, normalised) : undefined) ??
      editMatch(localName, local, normalised, fuzziness);
    if (match !== undefined) near.push({ standardName: name, ...match });
  }
  return near.sort(byLikelihood);
}

type Match = Omit<NearName, 'standardName'>;

function pluralMatch(local: string, standard: string): Match | undefined {
  return foldPlural(local) === foldPlural(standard) ? { strategy: 'Substring', closeMatch: true } : undefined;
}

function editMatch(localName: string, local: string, standard: string, fuzziness: number): Match | undefined {
  if (local.length < SHORTEST_NAME_TO_COMPARE) return undefined;
  // RESO's published tools take the length as written, signs and blanks included; the ratified text the name's own.
  const maxDistance = Math.floor(fuzziness * localName.length);
  if (Math.abs(local.length - standard.length) > maxDistance) return undefined;
  const edits = distance(local, standard);
  if (edits === 0 || edits > maxDistance) return undefined;
  const ratified = Math.ceil(fuzziness * local.length) - 1;
  return {
    strategy: 'Edit Distance',
    ...(edits <= 1 ? { closeMatch: true as const } : {}),
    distance: edits,
    maxDistance,
    ...(edits > ratified ? { advisory: true as const } : {}),
  };
}

function byLikelihood(a: NearName, b: NearName): number {
  return (
    Number(b.closeMatch ?? false) - Number(a.closeMatch ?? false) ||
    (a.distance ?? 0) - (b.distance ?? 0) ||
    (a.standardName < b.standardName ? -1 : 1)
  );
}
