import { BookPage } from './book-page.js';
import { DateRange } from './date-range.js';
import { FieldCounts } from './field-counts.js';
import type { RecordModel } from './record-model.js';
import { RecordTable } from './record-table.js';
import { Sightings } from './sightings.js';
import type { ValueBudget } from './value-budget.js';

/** What became of a record that was looked at. */
export const Sighting = {
  /** Nobody has seen it before. */
  first: 0,
  /** It is as it was when it was seen first. */
  same: 1,
  /** Its content is another than when it was seen first. */
  changed: 2,
} as const;

export type Sighting = (typeof Sighting)[keyof typeof Sighting];

/** What is known of the distinct records of a model, or of a model below a parent: identities, contents, counts. */
export class ModelBook {
  readonly records = new RecordTable();
  /** The records that were seen with two contents at least. */
  readonly changed = new Sightings();
  readonly dates = new DateRange();
  readonly counts: FieldCounts;
  /** How many distinct records had no timestamp when they were seen first, or one that cannot be read. */
  undated = 0;
  /** The ordinal of the record looked at last. */
  ordinal = 0;
  /** Whether the record looked at last stands in this page with another content. */
  isDuplicate = false;
  /** Of the page: what of it is to be written down. */
  readonly page = new BookPage();

  constructor(
    readonly model: RecordModel,
    /** The resource whose expansions the records come from; none for records of the resource itself. */
    readonly parent: RecordModel | undefined,
    budget: ValueBudget,
  ) {
    this.counts = new FieldCounts(model, budget);
  }

  /** Looks at a record by the hashes of its key and its content. */
  see(keyA: number, keyB: number, contentA: number, contentB: number): Sighting {
    const { records, page } = this;
    const known = records.find(keyA, keyB);
    this.ordinal = known < 0 ? records.add(keyA, keyB, contentA, contentB) : known;
    this.isDuplicate = page.note(records, this.ordinal, contentA, contentB);
    if (known < 0) return Sighting.first;
    if (records.hasContent(known, contentA, contentB)) return Sighting.same;
    if (this.changed.add(known)) page.changed.add(known);
    return Sighting.changed;
  }

  /** Adds the page to what is known and begins a new one. */
  commit(): void {
    this.counts.commit();
    this.undated += this.page.undated;
    this.page.begin(this.records.length, this.counts.values.length);
  }
}
