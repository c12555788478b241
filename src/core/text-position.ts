/** Line and column count from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Turns offsets into lines and columns, both from 1, columns in UTF-16 units. A line ends at LF, CR LF or a lone CR
 * (XML 1.0, section 2.11). Asking in ascending order costs one pass over the text; going back starts again.
 */
export class TextPositions {
  readonly #text: string;
  readonly #hasCarriageReturn: boolean;
  #line = 1;
  #lineStart = 0;
  #nextLineStart: number;

  constructor(text: string) {
    this.#text = text;
    this.#hasCarriageReturn = text.includes('\r');
    this.#nextLineStart = this.#lineAfter(0);
  }

  /** The position of the character at `offset`; of the end of the text for an offset beyond it. */
  at(offset: number): Position {
    const wanted = Math.min(offset, this.#text.length);
    if (wanted < this.#lineStart) this.#restart();
    while (this.#nextLineStart <= wanted) {
      this.#line += 1;
      this.#lineStart = this.#nextLineStart;
      this.#nextLineStart = this.#lineAfter(this.#lineStart);
    }
    return { line: this.#line, column: wanted - this.#lineStart + 1 };
  }

  #restart(): void {
    this.#line = 1;
    this.#lineStart = 0;
    this.#nextLineStart = this.#lineAfter(0);
  }

  #lineAfter(offset: number): number {
    if (this.#hasCarriageReturn) return this.#lineAfterAnyEnd(offset);
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? Number.POSITIVE_INFINITY : end + 1;
  }

  #lineAfterAnyEnd(offset: number): number {
    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = offset;
    return lineEnd.test(this.#text) ? lineEnd.lastIndex : Number.POSITIVE_INFINITY;
  }
}
