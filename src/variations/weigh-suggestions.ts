import type { FindingDetails } from '../core/create-finding.js';
import type { Suggestion } from '../core/finding.js';

/** Suggestions that warn by themselves: no published tool fails on a synonym, and Fast Track binds later. */
const LENIENT: ReadonlySet<string> = new Set(['Synonym', 'Fast Track']);

/**
 * What the suggestions of an element mean for the severity of its finding: a warning where each of them only warns,
 * else advisory where the ratified text would call none of them an error. A listed synonym that is within the ratified
 * distance is an error there, whatever else it is.
 */
export function weighSuggestions(
  suggestions: readonly Suggestion[],
): Pick<FindingDetails, 'advisory' | 'severity'> {
  if (suggestions.every(({ strategy }) => LENIENT.has(strategy))) return { severity: 'warning' };
  return { advisory: suggestions.every(({ advisory }) => advisory === true) };
}
