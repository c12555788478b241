const NONE = -1;
const CHUNK_BITS = 14;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const ROW_MASK = CHUNK_ROWS - 1;
/** A row: both halves of the key's hash, both halves of the content's, and where it was seen last in a page. */
const ROW_WORDS = 5;
const FIRST_PLACES = 1024;
/** Beyond this share of the places, searching gets slow. */
const MOST_FILLED = 0.7;

/**
 * The distinct records of a model in the order of their first sighting, as hashes in flat memory: 20 bytes a record, and
 * 6 to 12 for finding it. Rows are in chunks, so that growing copies nothing but the index.
 */
export class RecordTable {
  readonly #chunks: Int32Array[] = [];
  #places = new Int32Array(FIRST_PLACES).fill(NONE);
  #length = 0;

  /** The number of records. */
  get length(): number {
    return this.#length;
  }

  /** The ordinal of the record with this key, or -1. */
  find(keyA: number, keyB: number): number {
    return this.#places[this.#placeOf(keyA, keyB)] ?? NONE;
  }

  /** Adds a record that `find` does not find. Returns its ordinal. */
  add(keyA: number, keyB: number, contentA: number, contentB: number): number {
    const ordinal = this.#length;
    if (ordinal >= this.#places.length * MOST_FILLED) this.#grow();
    if ((ordinal & ROW_MASK) === 0) this.#chunks.push(new Int32Array(CHUNK_ROWS * ROW_WORDS));
    this.#length = ordinal + 1;
    const chunk = this.#chunkOf(ordinal);
    const at = (ordinal & ROW_MASK) * ROW_WORDS;
    chunk[at] = keyA;
    chunk[at + 1] = keyB;
    chunk[at + 2] = contentA;
    chunk[at + 3] = contentB;
    this.#places[this.#placeOf(keyA, keyB)] = ordinal;
    return ordinal;
  }

  /** Whether the record had this content when it was seen first. */
  hasContent(ordinal: number, contentA: number, contentB: number): boolean {
    const chunk = this.#chunkOf(ordinal);
    const at = (ordinal & ROW_MASK) * ROW_WORDS;
    return chunk[at + 2] === contentA && chunk[at + 3] === contentB;
  }

  /** What `setMark` noted last for a record; 0 at first. */
  mark(ordinal: number): number {
    return this.#chunkOf(ordinal)[(ordinal & ROW_MASK) * ROW_WORDS + 4] as number;
  }

  setMark(ordinal: number, mark: number): void {
    this.#chunkOf(ordinal)[(ordinal & ROW_MASK) * ROW_WORDS + 4] = mark;
  }

  /** The hashes of a record: key, key, content, content. */
  row(ordinal: number): Int32Array {
    const at = (ordinal & ROW_MASK) * ROW_WORDS;
    return this.#chunkOf(ordinal).subarray(at, at + 4);
  }

  /** Where a key stands in the index, or where it would. */
  #placeOf(keyA: number, keyB: number): number {
    const places = this.#places;
    const mask = places.length - 1;
    let place = keyA & mask;
    for (let ordinal = places[place] as number; ordinal !== NONE; ordinal = places[place] as number) {
      const chunk = this.#chunkOf(ordinal);
      const at = (ordinal & ROW_MASK) * ROW_WORDS;
      if (chunk[at] === keyA && chunk[at + 1] === keyB) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2).fill(NONE);
    const mask = this.#places.length - 1;
    for (let ordinal = 0; ordinal < this.#length; ordinal++) {
      const keyA = this.#chunkOf(ordinal)[(ordinal & ROW_MASK) * ROW_WORDS] as number;
      let place = keyA & mask;
      while (this.#places[place] !== NONE) place = (place + 1) & mask;
      this.#places[place] = ordinal;
    }
  }

  #chunkOf(ordinal: number): Int32Array {
    return this.#chunks[ordinal >>> CHUNK_BITS] as Int32Array;
  }
}
