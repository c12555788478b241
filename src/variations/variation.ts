import type { Suggestion } from '../core/finding.js';
import { elementKey, type LocalElement } from './local-element.js';

/** A local element that is open: somebody should rename it, or say that it is something else. */
export interface Variation {
  readonly element: LocalElement;
  /** The likeliest first; never empty. */
  readonly suggestions: readonly Suggestion[];
  /** Where a person suggested what the suggestions say: the entry of a mappings file. */
  readonly suggestedAt?: string;
  /** An entry that ignored the element until it expired. */
  readonly expired?: { readonly at: string; readonly expires: string };
}

/** Each variation once: a resource is near to several standard ones, and rows of a value may come twice. */
export function distinctVariations(variations: readonly Variation[]): readonly Variation[] {
  return [...new Map(variations.map((variation) => [elementKey(variation.element), variation])).values()];
}
