const NONE = -1;
const FIRST_PLACES = 64;
const MOST_FILLED = 0.7;

/**
 * How often each value of each field was seen: a hash table of (field, hash of the value) in flat memory. Counting has two
 * steps, so that a page is counted whole or not at all: what is seen goes to the page's counts, `commit` adds them up.
 */
export class ValueCounts {
  /** By index: the values in the order in which they were seen first. */
  readonly fields: number[] = [];
  readonly texts: string[] = [];
  #hashes = new Int32Array(2 * FIRST_PLACES);
  #totals = new Float64Array(FIRST_PLACES);
  #onPage = new Int32Array(FIRST_PLACES);
  /** The record in which a value was counted last: a value counts once a record. */
  #countedIn = new Int32Array(FIRST_PLACES);
  #places = new Int32Array(FIRST_PLACES).fill(NONE);
  #touched: number[] = [];

  /** The number of values. */
  get length(): number {
    return this.texts.length;
  }

  /** The values that the page has touched, as indices. */
  get touched(): readonly number[] {
    return this.#touched;
  }

  /** The index of a value, or -1. */
  find(field: number, hashA: number, hashB: number): number {
    return this.#places[this.#placeOf(field, hashA, hashB)] as number;
  }

  /** Adds a value that `find` does not find, with a count of none. Returns its index. */
  add(field: number, hashA: number, hashB: number, text: string): number {
    const index = this.texts.length;
    if (index >= this.#places.length * MOST_FILLED) this.#grow();
    this.fields.push(field);
    this.texts.push(text);
    this.#hashes[2 * index] = hashA;
    this.#hashes[2 * index + 1] = hashB;
    this.#places[this.#placeOf(field, hashA, hashB)] = index;
    return index;
  }

  /** Counts a value once for a record. */
  count(index: number, record: number): void {
    if (this.#countedIn[index] === record) return;
    this.#countedIn[index] = record;
    if (this.#onPage[index] === 0) this.#touched.push(index);
    this.#onPage[index] = (this.#onPage[index] as number) + 1;
  }

  /** How often the page has counted a value so far. */
  onPage(index: number): number {
    return this.#onPage[index] as number;
  }

  /** How often all pages that are committed have. */
  total(index: number): number {
    return this.#totals[index] as number;
  }

  hashA(index: number): number {
    return this.#hashes[2 * index] as number;
  }

  hashB(index: number): number {
    return this.#hashes[2 * index + 1] as number;
  }

  /** Adds to a total without a page. */
  addTotal(index: number, count: number): void {
    this.#totals[index] = (this.#totals[index] as number) + count;
  }

  /** Adds the page's counts to the totals and begins a new page. */
  commit(): void {
    for (const index of this.#touched) {
      this.addTotal(index, this.#onPage[index] as number);
      this.#onPage[index] = 0;
    }
    this.#touched = [];
  }

  #placeOf(field: number, hashA: number, hashB: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let place = (hashA + field) & mask;
    for (let index = places[place] as number; index !== NONE; index = places[place] as number) {
      const isSame = this.#hashes[2 * index] === hashA && this.#hashes[2 * index + 1] === hashB;
      if (isSame && this.fields[index] === field) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    const size = this.#places.length * 2;
    this.#hashes = copied(this.#hashes, new Int32Array(2 * size));
    this.#totals = copied(this.#totals, new Float64Array(size));
    this.#onPage = copied(this.#onPage, new Int32Array(size));
    this.#countedIn = copied(this.#countedIn, new Int32Array(size));
    this.#places = new Int32Array(size).fill(NONE);
    for (let index = 0; index < this.length; index++) {
      const place = this.#placeOf(this.fields[index] as number, this.hashA(index), this.hashB(index));
      this.#places[place] = index;
    }
  }
}

function copied<A extends Int32Array | Float64Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
