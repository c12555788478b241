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
  #line = 1;
  #column = 1;
  #lineStart = 0;
  #nextLineStart = 0;
  /** The next LF and CR from the start of the line on; infinite where there is none. */
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string) {
    this.#text = text;
    this.#findLineEnd();
  }

  /** The position of the character at `offset`; of the end of the text for an offset beyond it. */
  at(offset: number): Position {
    this.moveTo(offset);
    return { line: this.#line, column: this.#column };
  }

  /** Goes to the position of an offset, as `at` does; `line` and `column` tell it. For many offsets in a row. */
  moveTo(offset: number): void {
    const wanted = Math.min(offset, this.#text.length);
    if (wanted < this.#lineStart) this.#restart();
    while (this.#nextLineStart <= wanted) {
      this.#line += 1;
      this.#lineStart = this.#nextLineStart;
      this.#findLineEnd();
    }
    this.#column = wanted - this.#lineStart + 1;
  }

  /** The line that was gone to last. */
  get line(): number {
    return this.#line;
  }

  /** The column that was gone to last. */
  get column(): number {
    return this.#column;
  }

  #restart(): void {
    this.#line = 1;
    this.#lineStart = 0;
    this.#lineFeed = -1;
    this.#carriageReturn = -1;
    this.#findLineEnd();
  }

  #findLineEnd(): void {
    const from = this.#lineStart;
    if (this.#lineFeed < from) this.#lineFeed = this.#find('\n', from);
    if (this.#carriageReturn < from) this.#carriageReturn = this.#find('\r', from);
    const end = Math.min(this.#lineFeed, this.#carriageReturn);
    if (end === Number.POSITIVE_INFINITY) this.#nextLineStart = end;
    else this.#nextLineStart = this.#lineFeed === this.#carriageReturn + 1 ? end + 2 : end + 1;
  }

  #find(character: string, from: number): number {
    const at = this.#text.indexOf(character, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
