import { distance } from 'fastest-levenshtein';

/** The name's characters each have a bit in one 32-bit integer. */
const LONGEST = 32;
const ASCII = 128;

/**
 * Levenshtein distances from one name to many. The bit patterns of Myers' algorithm are made once for the name, and a
 * comparison ends as soon as the limit cannot be kept any more. Names that are longer or not ASCII are compared by the
 * library. One object serves many names, one after the other.
 */
export class EditDistance {
  #name = '';
  #isSimple = false;
  readonly #patterns = new Int32Array(ASCII);

  /** Compares from this name on. */
  from(name: string): void {
    const patterns = this.#patterns;
    for (let at = 0; at < this.#name.length; at++) patterns[this.#name.charCodeAt(at)] = 0;
    this.#name = name;
    this.#isSimple = name !== '' && name.length <= LONGEST;
    for (let at = 0; at < name.length && this.#isSimple; at++) {
      const code = name.charCodeAt(at);
      this.#isSimple = code < ASCII;
      patterns[code] = (patterns[code] ?? 0) | (1 << at);
    }
  }

  /** The edits between the name and another; more than `limit`, but not how many more, when they are more. */
  to(other: string, limit: number): number {
    if (!this.#isSimple) return distance(this.#name, other);
    return myers(this.#patterns, this.#name.length, other, limit);
  }
}

/** G. Myers, A fast bit-vector algorithm for approximate string matching (1999), with H. Hyyrö's distances. */
function myers(patterns: Int32Array, length: number, other: string, limit: number): number {
  const last = 1 << (length - 1);
  let up = -1;
  let down = 0;
  let edits = length;
  for (let at = 0, left = other.length - 1; left >= 0; at++, left--) {
    const equal = patterns[other.charCodeAt(at)] ?? 0;
    const vertical = equal | down;
    const horizontal = (((equal & up) + up) ^ up) | equal;
    const gained = down | ~(horizontal | up);
    const lost = up & horizontal;
    if (gained & last) edits += 1;
    if (lost & last) edits -= 1;
    // Each character to come takes away one edit at most.
    if (edits - left > limit) return edits - left;
    const shifted = (gained << 1) | 1;
    up = (lost << 1) | ~(vertical | shifted);
    down = shifted & vertical;
  }
  return edits;
}
