import type { ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';

/** Ordinals of records in the order of sighting. New records have one ordinal after the other: few bytes hold many. */
export class OrdinalList {
  /** Starts and lengths of runs. */
  #runs: number[] = [];

  add(ordinal: number): void {
    const last = this.#runs.length - 2;
    const start = this.#runs[last];
    const length = this.#runs[last + 1];
    if (start !== undefined && length !== undefined && ordinal === start + length)
      this.#runs[last + 1] = length + 1;
    else this.#runs.push(ordinal, 1);
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** Writes the list and empties it. */
  write(writer: ByteWriter): void {
    writer.count(this.#runs.length / 2);
    let end = 0;
    for (let index = 0; index < this.#runs.length; index += 2) {
      const start = this.#runs[index] as number;
      const length = this.#runs[index + 1] as number;
      writer.difference(start - end);
      writer.count(length);
      end = start + length;
    }
    this.#runs = [];
  }
}

/** Reads a list and hands each ordinal on. */
export function readOrdinals(reader: ByteReader, take: (ordinal: number) => void): void {
  let end = 0;
  for (let runs = reader.count(); runs > 0; runs--) {
    const start = end + reader.difference();
    end = start + reader.count();
    for (let ordinal = start; ordinal < end; ordinal++) take(ordinal);
  }
}
