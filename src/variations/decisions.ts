import type { Suggestion } from '../core/finding.js';
import { elementKey, type LocalElement } from './local-element.js';

/** What people decided about one local element. */
export interface Decision {
  /** It is settled. */
  readonly ignored?: { readonly reason: string; readonly expires?: string };
  /** What they suggest, in the order of their entries, those left out that the server already declares. */
  readonly suggestions: readonly Suggestion[];
  /** The place of the first entry with a suggestion. */
  readonly suggestedAt?: string;
  /** An entry that counts no more. */
  readonly expired?: { readonly at: string; readonly expires: string };
}

/** What people decided about the local elements of a server. */
export class Decisions {
  readonly #byElement: ReadonlyMap<string, { readonly element: LocalElement; readonly decision: Decision }>;

  constructor(decided: Iterable<{ readonly element: LocalElement; readonly decision: Decision }> = []) {
    this.#byElement = new Map([...decided].map((entry) => [elementKey(entry.element), entry]));
  }

  get isEmpty(): boolean {
    return this.#byElement.size === 0;
  }

  /** The decision on an element, if there is one. */
  of(element: LocalElement): Decision | undefined {
    return this.isEmpty ? undefined : this.#byElement.get(elementKey(element))?.decision;
  }

  /** All that was decided, in the order of the entries. */
  all(): Iterable<{ readonly element: LocalElement; readonly decision: Decision }> {
    return this.#byElement.values();
  }
}
