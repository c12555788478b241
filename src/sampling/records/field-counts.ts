import type { RecordModel } from './record-model.js';
import type { ValueBudget } from './value-budget.js';
import { ValueCounts } from './value-counts.js';

/**
 * In how many distinct records of a model each field and each value is present. Counting a page has two steps, so that it
 * can be written down: what is seen goes to the page's counts, `commit` adds them up.
 */
export class FieldCounts {
  readonly values = new ValueCounts();
  /** By counter, of the page. */
  readonly onPage: Int32Array;
  /** By counter, of all pages that are committed. */
  readonly totals: Float64Array;
  /** By counter: how often a value was seen that is not kept by name. Of the page, and of all. */
  readonly othersOnPage: Int32Array;
  readonly others: Float64Array;
  /** The counter under whose values stand the names of fields that the metadata does not declare. */
  readonly undeclared: number;
  /** The counter under whose values stand postal codes. */
  readonly postalCodes: number;
  readonly #lookups: RecordModel['lookups'];
  readonly #budget: ValueBudget;
  /** By counter: how many values are kept that no metadata advertises. */
  readonly #kept: Int32Array;
  /** By counter: the record in which the field was counted last. */
  readonly #countedIn: Int32Array;

  constructor({ fields, lookups }: RecordModel, budget: ValueBudget) {
    this.#lookups = lookups;
    this.#budget = budget;
    this.undeclared = fields.length;
    this.postalCodes = fields.length + 1;
    const counters = fields.length + 2;
    this.onPage = new Int32Array(counters);
    this.totals = new Float64Array(counters);
    this.othersOnPage = new Int32Array(counters);
    this.others = new Float64Array(counters);
    this.#kept = new Int32Array(counters);
    this.#countedIn = new Int32Array(counters);
  }

  /**
   * Counts a field once for a record.
   *
   * @param record a number that no other record has, from 1
   */
  count(counter: number, record: number): void {
    if (this.#countedIn[counter] === record) return;
    this.#countedIn[counter] = record;
    this.onPage[counter] = (this.onPage[counter] as number) + 1;
  }

  /** Counts a value that is new under this counter: by name where there is room for it, else among the others. */
  countNew(counter: number, hashA: number, hashB: number, text: string, record: number): void {
    if (this.#mayKeep(counter, text)) {
      this.values.count(this.keep(counter, hashA, hashB, text), record);
    } else this.othersOnPage[counter] = (this.othersOnPage[counter] as number) + 1;
  }

  /** Makes room for a value. Returns its index among {@link values}. */
  keep(counter: number, hashA: number, hashB: number, text: string): number {
    if (!this.isAdvertised(counter, text)) {
      this.#budget.spend();
      this.#kept[counter] = (this.#kept[counter] as number) + 1;
    }
    return this.values.add(counter, hashA, hashB, text);
  }

  /** True for a value that the metadata advertises. */
  isAdvertised(counter: number, text: string): boolean {
    return this.#lookups.get(counter)?.has(text) === true;
  }

  /** Adds the page's counts to the totals and begins a new page. */
  commit(): void {
    this.values.commit();
    for (let counter = 0; counter < this.onPage.length; counter++) {
      this.totals[counter] = (this.totals[counter] as number) + (this.onPage[counter] as number);
      this.others[counter] = (this.others[counter] as number) + (this.othersOnPage[counter] as number);
    }
    this.onPage.fill(0);
    this.othersOnPage.fill(0);
  }

  #mayKeep(counter: number, text: string): boolean {
    if (this.isAdvertised(counter, text)) return true;
    return (
      this.#budget.allows(this.#kept[counter] as number) &&
      Buffer.byteLength(text, 'utf8') <= this.#budget.limits.bytes
    );
  }
}
