import { nearestNames } from '../../core/nearest-name.js';

const LONGEST = 100;
const MOST_COMPARED = 2000;
/** Names of the language are short, and many differ in two letters. */
const FAR = 1 / 3;

/** Finds what a mistyped name was meant to be. A hostile document may have millions: only so many are compared. */
export class NearNames {
  readonly #known = new Map<string, string | undefined>();

  /**
   * The nearest of the allowed names; nothing when none is near.
   *
   * @param place what makes the same names allowed each time
   */
  nearest(typed: string, place: string, allowed: Iterable<string>): string | undefined {
    if (typed.length > LONGEST) return undefined;
    const key = `${place} ${typed}`;
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#known.size >= MOST_COMPARED) return undefined;
    const [nearest] = nearestNames(typed, allowed, 1, FAR);
    this.#known.set(key, nearest);
    return nearest;
  }
}
