import type { Suggestion } from '../core/finding.js';
import type { DictionaryResource } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { Declared, OfferedResource } from './declared.js';
import type { StandardName } from './near-name.js';
import { NearNameIndex, type NearNameOptions } from './near-name-index.js';
import { resourceUrl } from './resource-url.js';
import type { SuggestionBudget } from './suggestion-budget.js';
import { toSuggestion } from './to-suggestion.js';

/** A local resource with the absent standard ones that it is nearly called like; none for most. */
export interface NearResource {
  readonly local: OfferedResource;
  readonly suggestions: readonly Suggestion[];
}

/** Compares the local resources with the standard ones that are absent, plural endings folded. Stops when the budget is spent. */
export function nearResources(
  declared: Declared,
  dictionary: DictionaryIndex,
  options: NearNameOptions,
  budget: SuggestionBudget,
): readonly NearResource[] {
  const standard = dictionary.dictionary.resources.map(toStandardName);
  const indexOf = (names: readonly StandardName[]) => new NearNameIndex(names, { ...options, plurals: true });
  const absent = standard.filter(({ name }) => !declared.resources.has(name));
  const index = indexOf(absent);
  const found: NearResource[] = [];
  for (const local of declared.offered) {
    if (budget.isSpent) break;
    if (dictionary.resource(local.name) !== undefined) continue;
    const served = standard.filter(({ name }) => servesTypeOf(declared, name, local));
    const names = served.length === 0 ? index : indexOf([...absent, ...served]);
    const suggestions = names.near(local.name).map((near) => toSuggestion('suggestedResourceName', near));
    budget.spend(suggestions.length);
    found.push({ local, suggestions });
  }
  return found;
}

/**
 * A standard resource that only its entity type declares is absent to the entity set that serves that very type under
 * another name: the set `Properties` of the type `Property` stands in for the set `Property`.
 */
export function servesTypeOf(declared: Declared, name: string, local: OfferedResource): boolean {
  const standard = declared.resources.get(name);
  return (
    standard?.hasEntitySet === false &&
    local.hasEntitySet &&
    standard.typeName !== undefined &&
    standard.typeName === local.typeName
  );
}

function toStandardName(resource: DictionaryResource): StandardName {
  const url = resourceUrl(resource);
  return { name: resource.name, ...(url === undefined ? {} : { url }) };
}
