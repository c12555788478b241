import type { Suggestion } from '../core/finding.js';

/** True when the ratified text would call none of the suggestions an error. */
export function isAdvisory(suggestions: readonly Suggestion[]): boolean {
  return suggestions.every(({ advisory }) => advisory === true);
}

/** The second half of a near-name message: what it is near to, and what to do. */
export function describeSuggestions(
  names: readonly string[],
  what: string,
  suggestions: readonly Suggestion[],
): string {
  const standard = names.map((name) => `"${name}"`).join(' or ');
  const advice = `the standard ${what} ${standard}, which the server does not declare. Use the standard name if that is what it means.`;
  return isAdvisory(suggestions)
    ? `${advice} The ratified text would let it pass, but RESO's published tools fail on it.`
    : advice;
}
