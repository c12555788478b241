import { ModelBook } from './model-book.js';
import { Navigation } from './navigation.js';
import type { FieldPlan, RecordModel } from './record-model.js';
import { ValueBudget, type ValueLimits } from './value-budget.js';

/** More models than this make no metadata. */
const MOST_MODELS = 2 ** 20;

/** The books of a run, each opened when it is first asked for, and which of them a page has touched. */
export class BookShelf {
  readonly #books = new Map<number, ModelBook>();
  readonly #navigations = new Map<string, Navigation>();
  /** The same by plan and slot, for finding them without making texts. */
  readonly #bySlot = new Map<FieldPlan, (Navigation | undefined)[]>();
  readonly #touchedBooks = new Set<ModelBook>();
  readonly #touchedNavigations = new Set<Navigation>();
  readonly #budget: ValueBudget;

  constructor(limits: ValueLimits) {
    this.#budget = new ValueBudget(limits);
  }

  get books(): readonly ModelBook[] {
    return [...this.#books.values()];
  }

  get navigations(): readonly Navigation[] {
    return [...this.#navigations.values()];
  }

  get touchedBooks(): readonly ModelBook[] {
    return [...this.#touchedBooks];
  }

  get touchedNavigations(): readonly Navigation[] {
    return [...this.#touchedNavigations];
  }

  /** The book of a model's own records, or of those below a parent; touches it. */
  book(model: RecordModel, parent?: RecordModel): ModelBook {
    const key = model.index * MOST_MODELS + (parent === undefined ? 0 : parent.index + 1);
    let book = this.#books.get(key);
    if (book === undefined) {
      book = new ModelBook(model, parent, this.#budget);
      this.#books.set(key, book);
    }
    this.#touchedBooks.add(book);
    return book;
  }

  /** The expansion of a parent by its path; touches it and its book. */
  navigation(parent: RecordModel, path: string, target: RecordModel): Navigation {
    const key = `${parent.index} ${path}`;
    let navigation = this.#navigations.get(key);
    if (navigation === undefined) {
      navigation = new Navigation(parent, path, this.book(target, parent));
      this.#navigations.set(key, navigation);
    }
    this.#touch(navigation);
    return navigation;
  }

  /** The expansion in a slot, unless the metadata does not say where it leads. */
  navigationAt(parent: RecordModel, plan: FieldPlan, slot: number): Navigation | undefined {
    let bySlot = this.#bySlot.get(plan);
    if (bySlot === undefined) {
      bySlot = [];
      this.#bySlot.set(plan, bySlot);
    }
    const target = plan.targets[slot];
    if (target === undefined) return undefined;
    const known = bySlot[slot];
    if (known === undefined) {
      bySlot[slot] = this.navigation(parent, `${plan.path}${plan.shape.fields[slot]}`, target);
    } else this.#touch(known);
    return bySlot[slot];
  }

  /** Adds what the page has touched to what is known. */
  commit(): void {
    for (const book of this.#touchedBooks) book.commit();
    for (const navigation of this.#touchedNavigations) navigation.commit();
    this.#touchedBooks.clear();
    this.#touchedNavigations.clear();
  }

  #touch(navigation: Navigation): void {
    this.#touchedNavigations.add(navigation);
    this.#touchedBooks.add(navigation.book);
  }
}
