/** Which records of a model a sequence has seen: one bit for each, by its ordinal. */
export class Sightings {
  #bits = new Uint8Array(1024);
  #count = 0;

  /** How many records were seen. */
  get count(): number {
    return this.#count;
  }

  has(ordinal: number): boolean {
    return ((this.#bits[ordinal >>> 3] ?? 0) & (1 << (ordinal & 7))) !== 0;
  }

  /** Notes a record. True when it was not seen before. */
  add(ordinal: number): boolean {
    if (this.has(ordinal)) return false;
    const place = ordinal >>> 3;
    if (place >= this.#bits.length) this.#grow(place);
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (ordinal & 7));
    this.#count += 1;
    return true;
  }

  #grow(place: number): void {
    const larger = new Uint8Array(Math.max(this.#bits.length * 2, place + 1));
    larger.set(this.#bits);
    this.#bits = larger;
  }
}
