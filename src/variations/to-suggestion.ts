import type { Suggestion } from '../core/finding.js';
import type { NearName } from './near-name.js';

/** What a suggestion says: which kind of name it suggests. */
export type SuggestionKey =
  | 'suggestedResourceName'
  | 'suggestedFieldName'
  | 'suggestedLookupValue'
  | 'suggestedLegacyODataValue';

/** A near name as findings and reports give it. */
export function toSuggestion(key: SuggestionKey, { standard, match }: NearName): Suggestion {
  const { name, url } = standard;
  return url === undefined ? { [key]: name, ...match } : { [key]: name, ...match, ddWikiUrl: url };
}

/** The name that a suggestion suggests. */
export function suggestedName(suggestion: Suggestion): string {
  return (
    suggestion.suggestedLookupValue ??
    suggestion.suggestedLegacyODataValue ??
    suggestion.suggestedFieldName ??
    suggestion.suggestedResourceName ??
    ''
  );
}

/** The name with its place, where a person suggests one in another place. */
export function suggestedPath(suggestion: Suggestion): string {
  const { suggestedResourceName, suggestedFieldName } = suggestion;
  return [...new Set([suggestedResourceName, suggestedFieldName, suggestedName(suggestion)])]
    .filter((part) => part !== undefined)
    .join('.');
}
