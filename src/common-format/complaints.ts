import type { Location } from '../core/finding.js';

/** The same complaint about documents of one source. */
export interface Complaint {
  /** What is wrong, as the end of a sentence. */
  readonly message: string;
  /** The first of them. */
  readonly location: Location;
  readonly count: number;
}

/** So many different complaints about one source are told; NDJSON may have as many as it has lines. */
const MOST_TOLD = 100;

/** Complaints about the documents of a source, those that are alike together. */
export class Complaints {
  readonly #told = new Map<
    string,
    { readonly message: string; readonly location: Location; count: number }
  >();
  /** Complaints beyond those that are told. */
  untold = 0;

  add(message: string, location: Location): void {
    const known = this.#told.get(message);
    if (known !== undefined) known.count += 1;
    else if (this.#told.size < MOST_TOLD) this.#told.set(message, { message, location, count: 1 });
    else this.untold += 1;
  }

  get isEmpty(): boolean {
    return this.#told.size === 0;
  }

  get told(): readonly Complaint[] {
    return [...this.#told.values()];
  }
}
