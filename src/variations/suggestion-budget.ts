import { notEvaluated, type Unjudged } from '../core/outcome.js';

/**
 * The most suggestions of one run: some ten for each of 20,000 local values. More come only of names that were made to
 * be near to everything, and would fill the memory.
 */
const MOST_SUGGESTIONS = 200_000;

/** Counts the suggestions of a run, so that hostile names end it soon and told, not late and out of memory. */
export class SuggestionBudget {
  #left: number;

  constructor(readonly most: number = MOST_SUGGESTIONS) {
    this.#left = most;
  }

  /** Takes so many off. */
  spend(suggestions: number): void {
    this.#left -= suggestions;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** What becomes of a place that came too late. */
  get outcome(): Unjudged {
    return notEvaluated(
      `more than ${this.most.toLocaleString('en')} suggestions: the names that the server declares are near to nearly everything`,
    );
  }
}
