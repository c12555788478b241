import type { ModelBook } from './model-book.js';
import { OrdinalList } from './ordinal-list.js';
import type { RecordModel } from './record-model.js';
import { Sightings } from './sightings.js';

/** What an expansion of a resource has brought. */
export class Navigation {
  /** The distinct records that it has brought, of those in its book. */
  readonly sightings = new Sightings();
  /** How many records came, each time counted. */
  fetched = 0;
  /** Of the page: how many came, which of them for the first time, and how many had stood there with another content. */
  readonly fresh = new OrdinalList();
  fetchedOnPage = 0;
  duplicatesOnPage = 0;

  constructor(
    /** The model of the records that hold it. */
    readonly parent: RecordModel,
    /** The name of the navigation property, as a path where a complex value holds it. */
    readonly path: string,
    /** The records of its target below that parent. Several expansions of a parent may share it. */
    readonly book: ModelBook,
  ) {}

  /** Notes the record that its book looked at last. */
  note(): void {
    this.fetchedOnPage += 1;
    if (this.book.isDuplicate) this.duplicatesOnPage += 1;
    if (this.sightings.add(this.book.ordinal)) this.fresh.add(this.book.ordinal);
  }

  commit(): void {
    this.fetched += this.fetchedOnPage;
    this.fetchedOnPage = 0;
    this.duplicatesOnPage = 0;
  }
}
