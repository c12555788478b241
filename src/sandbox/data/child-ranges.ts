/**
 * Which parent each record of a dependent resource belongs to. Children are numbered parent by parent, so one number
 * a parent is all that is kept.
 */
export class ChildRanges {
  readonly #starts: Uint32Array;

  /** @param countOf how many children the parent of an index has */
  constructor(parents: number, countOf: (parent: number) => number) {
    this.#starts = new Uint32Array(parents + 1);
    let total = 0;
    for (let parent = 0; parent < parents; parent++) {
      total += countOf(parent);
      this.#starts[parent + 1] = total;
    }
  }

  /** The number of children of all parents. */
  get total(): number {
    return this.#starts[this.#starts.length - 1] ?? 0;
  }

  /** The indices of a parent's children, in order. */
  childrenOf(parent: number): readonly number[] {
    const first = this.#starts[parent] ?? 0;
    const count = (this.#starts[parent + 1] ?? first) - first;
    return Array.from({ length: count }, (_, at) => first + at);
  }

  /** How many children a parent has. */
  countOf(parent: number): number {
    return (this.#starts[parent + 1] ?? 0) - (this.#starts[parent] ?? 0);
  }

  /** The parent of a child, and which of its children it is, from 0. */
  parentOf(child: number): { readonly parent: number; readonly at: number } {
    let low = 0;
    let high = this.#starts.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= child) low = middle;
      else high = middle - 1;
    }
    return { parent: low, at: child - (this.#starts[low] ?? 0) };
  }
}
