import { INPUT_START, type InputPlace, placeAfter } from './input-place.js';

/** Knows the places of an input that comes in chunks. Asked in ascending order it looks at each byte once. */
export class ChunkPlaces {
  #place = INPUT_START;
  /** The offset in the chunk that {@link #place} is that of. */
  #offset = 0;

  /** The place asked for last. */
  get last(): InputPlace {
    return this.#place;
  }

  /** The place of an offset of the chunk. */
  at(chunk: Uint8Array, offset: number): InputPlace {
    this.#place = placeAfter(this.#place, chunk, this.#offset, offset);
    this.#offset = offset;
    return this.#place;
  }

  /** Says that what comes next is another chunk. */
  endChunk(chunk: Uint8Array): void {
    this.at(chunk, chunk.length);
    this.#offset = 0;
  }

  /** Says that the bytes before an offset make no column. */
  beginAt(place: InputPlace, offset: number): void {
    this.#place = place;
    this.#offset = offset;
  }
}
