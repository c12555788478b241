import { distance } from 'fastest-levenshtein';
import { type DistanceLimits, distanceLimits } from './distance-limits.js';
import { letterSets } from './letter-sets.js';
import { likelihood } from './likelihood.js';
import { NameTable } from './name-table.js';
import type { NearMatch, NearName, StandardName } from './near-name.js';
import { foldPlural, normalise } from './normalise.js';

/** The part of a name's length that may differ, unless somebody says otherwise. */
export const DEFAULT_FUZZINESS = 0.25;

/** Shorter names are compared for equality only: nearly every one of them is near to another. */
const SHORTEST_TO_COMPARE = 4;

export interface NearNameOptions {
  /** The part of a name's length that may differ, 0 to 1. */
  readonly fuzziness?: number;
  /** Folds plural endings, as is done for resources. */
  readonly plurals?: boolean;
}

/** A standard name and what it looks like normalised. */
interface Candidate {
  readonly standard: StandardName;
  readonly normalised: string;
}

/** A local name on its way through the comparisons. */
interface Comparison {
  readonly localName: string;
  /** Normalised. */
  readonly local: string;
  readonly limits: DistanceLimits;
  readonly found: NearName[];
  /** Standard names whose pair is settled: no other strategy is looked for. Most local names are near to none. */
  settled: Set<StandardName> | undefined;
}

/** Standard names, made ready to be compared with many local ones by the rules of the variations check. */
export class NearNameIndex {
  readonly #fuzziness: number;
  readonly #exact = new Map<string, Candidate[]>();
  readonly #synonyms = new Map<string, Candidate[]>();
  readonly #plurals = new Map<string, Candidate[]>();
  readonly #table: NameTable<Candidate>;

  /** @param standardNames those that the server does not declare in the place that is looked at */
  constructor(
    standardNames: readonly StandardName[],
    { fuzziness = DEFAULT_FUZZINESS, plurals = false }: NearNameOptions = {},
  ) {
    this.#fuzziness = fuzziness;
    const candidates = standardNames.map((standard) => ({ standard, normalised: normalise(standard.name) }));
    for (const candidate of candidates) {
      add(this.#exact, candidate.normalised, candidate);
      if (plurals) add(this.#plurals, foldPlural(candidate.normalised), candidate);
      for (const synonym of candidate.standard.synonyms ?? [])
        add(this.#synonyms, normalise(synonym), candidate);
    }
    this.#table = new NameTable(candidates.filter(({ normalised }) => normalised !== ''));
  }

  /**
   * The standard names that are near to a local one, the likeliest first (see `likelihood`), equally likely ones by
   * name. Those that are equal after normalising, and then no others; the local name itself is never among them.
   */
  near(localName: string): readonly NearName[] {
    const local = normalise(localName);
    if (local === '') return [];
    const exact = this.#exact.get(local)?.filter(({ standard }) => standard.name !== localName) ?? [];
    const limits = distanceLimits(localName, local, this.#fuzziness);
    const comparison: Comparison = { localName, local, limits, found: [], settled: undefined };
    for (const candidate of exact) addFound(comparison, candidate, EXACT);
    if (exact.length === 0) {
      this.#addListed(comparison);
      if (local.length >= SHORTEST_TO_COMPARE) this.#addCompared(comparison);
    }
    return comparison.found.sort(byRankAndName);
  }

  /** Plurals and synonyms. */
  #addListed(comparison: Comparison): void {
    const { local, limits } = comparison;
    const plurals = this.#plurals.size === 0 ? undefined : this.#plurals.get(foldPlural(local));
    for (const candidate of plurals ?? []) addFound(comparison, candidate, PLURAL);
    for (const candidate of this.#synonyms.get(local) ?? []) {
      const edits = distance(local, candidate.normalised);
      addFound(comparison, candidate, { strategy: 'Synonym', ...advisory(edits, limits) });
    }
  }

  /** Names within names, then names at a distance. */
  #addCompared(comparison: Comparison): void {
    const { local, limits } = comparison;
    const letters = letterSets(local);
    const contained = this.#table.within(local, letters, SHORTEST_TO_COMPARE);
    for (const candidate of contained) addSubstring(comparison, candidate);
    for (const candidate of this.#table.around(local, letters)) addSubstring(comparison, candidate);
    this.#table.eachNear(local, letters, limits.searched, (candidate, edits) => {
      if (edits > 0) addFound(comparison, candidate, editMatch(edits, limits));
    });
  }
}

const EXACT: NearMatch = { strategy: 'Substring', exactMatch: true };
const PLURAL: NearMatch = { strategy: 'Substring', closeMatch: true };

function addSubstring(comparison: Comparison, candidate: Candidate): void {
  const { local, limits } = comparison;
  // Between a name and one within it lie as many edits as they differ in length.
  const edits = Math.abs(candidate.normalised.length - local.length);
  addFound(comparison, candidate, { strategy: 'Substring', ...advisory(edits, limits) });
}

function editMatch(edits: number, limits: DistanceLimits): NearMatch {
  return {
    strategy: 'Edit Distance',
    distance: edits,
    maxDistance: limits.searched,
    ...(edits === 1 ? { closeMatch: true } : {}),
    ...advisory(edits, limits),
  };
}

function advisory(edits: number, { ratified }: DistanceLimits): Pick<NearMatch, 'advisory'> {
  return edits > ratified ? { advisory: true } : {};
}

/** The first match of a pair counts. A name is not near to itself. */
function addFound(comparison: Comparison, candidate: Candidate, match: NearMatch): void {
  const { localName, local, found } = comparison;
  const { standard, normalised } = candidate;
  if (standard.name === localName || comparison.settled?.has(standard) === true) return;
  comparison.settled ??= new Set();
  comparison.settled.add(standard);
  found.push({ standard, match, rank: likelihood(match, local.length, normalised.length) });
}

function byRankAndName(a: NearName, b: NearName): number {
  const { name } = a.standard;
  return a.rank - b.rank || (name < b.standard.name ? -1 : Number(name > b.standard.name));
}

function add(names: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  if (key === '') return;
  const before = names.get(key);
  if (before === undefined) names.set(key, [candidate]);
  else if (!before.includes(candidate)) before.push(candidate);
}
