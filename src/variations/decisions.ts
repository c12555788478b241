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
  /** An entry that ignored it and counts no more. */
  readonly expired?: { readonly at: string; readonly expires: string };
}

/** A local element and what people decided about it. */
export interface Decided {
  readonly element: LocalElement;
  readonly decision: Decision;
}

/** Something that whoever keeps a mappings file should know of an entry. */
export interface MappingNote {
  /** The entry: `mappings.csv:4`. */
  readonly at: string;
  /** What the entry is about: `Property.ListPrise`. */
  readonly element: string;
  readonly kind: 'unused' | 'expired' | 'without effect' | 'without reason';
  readonly reason: string;
}

/** What people decided about the local elements of a server, in the order of their entries. */
export class Decisions {
  readonly #byElement: ReadonlyMap<string, Decided>;

  constructor(
    decided: Iterable<Decided> = [],
    readonly notes: readonly MappingNote[] = [],
  ) {
    this.#byElement = new Map([...decided].map((entry) => [elementKey(entry.element), entry]));
  }

  get isEmpty(): boolean {
    return this.#byElement.size === 0;
  }

  /** The decision on an element, if there is one. */
  of(element: LocalElement): Decision | undefined {
    return this.isEmpty ? undefined : this.#byElement.get(elementKey(element))?.decision;
  }

  /** True when people decided something about the element, be it that it counts no more. */
  has(element: LocalElement): boolean {
    return this.of(element) !== undefined;
  }

  all(): readonly Decided[] {
    return [...this.#byElement.values()];
  }
}
