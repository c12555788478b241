/** A byte order mark in UTF-8. */
export const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

/** Looks for a byte order mark at the beginning of an input that comes in chunks. */
export class ByteOrderMark {
  #length = 0;

  /** What there is to say after another byte. */
  take(byte: number): 'mark' | 'part' | 'none' | 'broken' {
    if (byte !== BYTE_ORDER_MARK[this.#length]) return this.#length === 0 ? 'none' : 'broken';
    this.#length += 1;
    return this.#length === BYTE_ORDER_MARK.length ? 'mark' : 'part';
  }

  get isBegun(): boolean {
    return this.#length > 0;
  }
}
