import { EditDistance } from './edit-distance.js';
import { countBits, type LetterSets, letterSets } from './letter-sets.js';

/** Something with a normalised name. */
export interface Named {
  readonly normalised: string;
}

/**
 * Names, made ready to be searched for many others. What cannot be near is passed over without a look at its
 * characters: by length, and by letters, since an edit brings one letter in at most and takes one away at most, and a
 * name within another has no letter that the other lacks.
 */
export class NameTable<T extends Named> {
  /** By length. */
  readonly #names: readonly T[];
  readonly #once: Int32Array;
  readonly #twice: Int32Array;
  /** The first name of at least that length, for each length up to the longest. */
  readonly #from: readonly number[];
  readonly #distance = new EditDistance();

  constructor(names: readonly T[]) {
    this.#names = names.toSorted((a, b) => a.normalised.length - b.normalised.length);
    const letters = this.#names.map(({ normalised }) => letterSets(normalised));
    this.#once = Int32Array.from(letters, ({ once }) => once);
    this.#twice = Int32Array.from(letters, ({ twice }) => twice);
    this.#from = firstOfLength(this.#names);
  }

  /** The shorter names, of at least a length, that are within a name. `letters` are always those of the name. */
  within(name: string, { once, twice }: LetterSets, shortest: number): readonly T[] {
    let found: T[] | undefined;
    const end = this.#firstOf(name.length);
    for (let at = this.#firstOf(shortest); at < end; at++) {
      if (((this.#once[at] ?? 0) & ~once) | ((this.#twice[at] ?? 0) & ~twice)) continue;
      const candidate = this.#at(at);
      if (!name.includes(candidate.normalised)) continue;
      found ??= [];
      found.push(candidate);
    }
    return found ?? NONE;
  }

  /** The longer names that a name is within. */
  around(name: string, { once, twice }: LetterSets): readonly T[] {
    let found: T[] | undefined;
    for (let at = this.#firstOf(name.length + 1); at < this.#names.length; at++) {
      if ((once & ~(this.#once[at] ?? 0)) | (twice & ~(this.#twice[at] ?? 0))) continue;
      const candidate = this.#at(at);
      if (!candidate.normalised.includes(name)) continue;
      found ??= [];
      found.push(candidate);
    }
    return found ?? NONE;
  }

  /** Calls `visit` with each name that is at most so many edits away, and how many. */
  eachNear(
    name: string,
    { once, twice }: LetterSets,
    most: number,
    visit: (near: T, edits: number) => void,
  ): void {
    const end = this.#firstOf(name.length + most + 1);
    let isReady = false;
    for (let at = this.#firstOf(name.length - most); at < end; at++) {
      if (this.#differsInMore(at, once, twice, most)) continue;
      if (!isReady) this.#distance.from(name);
      isReady = true;
      const candidate = this.#at(at);
      const edits = this.#distance.to(candidate.normalised, most);
      if (edits <= most) visit(candidate, edits);
    }
  }

  /** True when the letters alone say that there are more edits between the names. */
  #differsInMore(at: number, once: number, twice: number, most: number): boolean {
    const otherOnce = this.#once[at] ?? 0;
    const lacking = countBits(once & ~otherOnce);
    if (lacking > most) return true;
    const added = countBits(otherOnce & ~once);
    if (added > most) return true;
    const otherTwice = this.#twice[at] ?? 0;
    return lacking + countBits(twice & ~otherTwice) > most || added + countBits(otherTwice & ~twice) > most;
  }

  #firstOf(length: number): number {
    return this.#from[Math.max(length, 0)] ?? this.#names.length;
  }

  #at(at: number): T {
    // Every caller counts up to the number of names at most.
    return this.#names[at] as T;
  }
}

/** Most names are within none and around none. */
const NONE: readonly never[] = [];

function firstOfLength(names: readonly Named[]): readonly number[] {
  const from: number[] = [];
  for (const [at, { normalised }] of names.entries()) {
    while (from.length <= normalised.length) from.push(at);
  }
  return from;
}
