import type { Suggestion } from '../core/finding.js';
import type { DictionaryElement } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { type DeclaredName, type DeclaredResource, declaresMember } from './declared.js';
import { NearNameIndex, type NearNameOptions } from './near-name-index.js';
import type { SuggestionBudget } from './suggestion-budget.js';
import { toSuggestion } from './to-suggestion.js';

/** A local field or expansion with the absent standard ones that it is near to; none for most. */
export interface NearMember {
  readonly local: DeclaredName;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Compares the local fields of a standard resource with the standard fields that are absent, or the local expansions
 * with the standard expansions. Listed synonyms are left out: `dd/synonym` speaks of them. Stops when the budget is
 * spent.
 */
export function nearMembers(
  resource: DeclaredResource,
  kind: DictionaryElement['kind'],
  dictionary: DictionaryIndex,
  options: NearNameOptions,
  budget: SuggestionBudget,
): readonly NearMember[] {
  const synonyms = dictionary.synonyms(resource.name);
  const declared = kind === 'field' ? resource.properties : resource.navigationProperties;
  const local = [...declared.values()].filter(
    ({ name }) => dictionary.element(resource.name, name) === undefined && !synonyms.has(name),
  );
  if (local.length === 0) return [];
  const absent = (dictionary.resource(resource.name)?.elements ?? []).filter(
    (element) => element.kind === kind && !declaresMember(resource, element.name),
  );
  // The listed synonyms of an element are none of its values' names.
  const index = new NearNameIndex(
    absent.map(({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) })),
    options,
  );
  const found: NearMember[] = [];
  for (const member of local) {
    if (budget.isSpent) break;
    const suggestions = index.near(member.name).map((near) => toSuggestion('suggestedFieldName', near));
    budget.spend(suggestions.length);
    found.push({ local: member, suggestions });
  }
  return found;
}
