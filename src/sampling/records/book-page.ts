import { OrdinalList } from './ordinal-list.js';
import type { RecordTable } from './record-table.js';

/** What a page has done to a book: the part of it that is to be written down, and which records stand in the page. */
export class BookPage {
  readonly changed = new OrdinalList();
  /** How many records were in the book before the page. */
  knownBefore = 0;
  /** How many values its counts knew. */
  valuesBefore = 0;
  /** How many new records have no timestamp. */
  undated = 0;
  readonly #ordinals: number[] = [];
  readonly #contents: number[] = [];

  /**
   * Notes that a record stands in the page.
   *
   * @returns whether it stands there already, with another content
   */
  note(records: RecordTable, ordinal: number, contentA: number, contentB: number): boolean {
    // A mark may be left over from an earlier page: it counts if the page has that record there.
    const index = records.mark(ordinal);
    if (this.#ordinals[index] === ordinal) {
      return this.#contents[2 * index] !== contentA || this.#contents[2 * index + 1] !== contentB;
    }
    records.setMark(ordinal, this.#ordinals.push(ordinal) - 1);
    this.#contents.push(contentA, contentB);
    return false;
  }

  /** Begins a new page. */
  begin(knownBefore: number, valuesBefore: number): void {
    this.knownBefore = knownBefore;
    this.valuesBefore = valuesBefore;
    this.undated = 0;
    this.#ordinals.length = 0;
    this.#contents.length = 0;
  }
}
