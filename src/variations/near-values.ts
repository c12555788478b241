import type { Suggestion } from '../core/finding.js';
import type { DeclaredValue, DeclaredValues } from './declared.js';
import { NearNameIndex, type NearNameOptions } from './near-name-index.js';
import { absentValues, type StandardValue, standardNamesOf } from './standard-value.js';
import type { SuggestionBudget } from './suggestion-budget.js';
import { toSuggestion } from './to-suggestion.js';

/** The local values of a lookup, and the absent standard ones that some of them are near to. */
export interface NearValues {
  readonly local: readonly DeclaredValue[];
  /** In the order of the local values; those that are near to none are left out. */
  readonly near: ReadonlyMap<DeclaredValue, readonly Suggestion[]>;
}

/**
 * Compares the local values of a lookup with the standard ones that are absent: OData names with LegacyODataValues,
 * others with StandardLookupValues. Stops when the budget is spent.
 */
export function nearValues(
  declared: DeclaredValues,
  standard: readonly StandardValue[],
  options: NearNameOptions,
  budget: SuggestionBudget,
): NearValues {
  const names = standardNamesOf(standard);
  const local = declared.values.filter(({ standsFor }) => !names.has(standsFor));
  const near = new Map<DeclaredValue, readonly Suggestion[]>();
  if (local.length === 0) return { local, near };
  const search = searchAmong(absentValues(standard, declared), options);
  for (const value of local) {
    if (budget.isSpent) break;
    const suggestions = search(value);
    budget.spend(suggestions.length);
    if (suggestions.length > 0) near.set(value, suggestions);
  }
  return { local, near };
}

/** Makes each index when the first value asks for it: most lookups have values of one kind. */
function searchAmong(
  absent: readonly StandardValue[],
  options: NearNameOptions,
): (value: DeclaredValue) => readonly Suggestion[] {
  let byLegacyName: NearNameIndex | undefined;
  let byName: NearNameIndex | undefined;
  return ({ isLegacyName, standsFor }) => {
    if (isLegacyName) {
      byLegacyName ??= new NearNameIndex(absent.map(underLegacyName), options);
      return byLegacyName.near(standsFor).map((near) => toSuggestion('suggestedLegacyODataValue', near));
    }
    byName ??= new NearNameIndex(absent.map(underStandardName), options);
    return byName.near(standsFor).map((near) => toSuggestion('suggestedLookupValue', near));
  };
}

function underLegacyName({ legacyODataValue, standardValue: _, ...entry }: StandardValue) {
  return { name: legacyODataValue, ...entry };
}

function underStandardName({ standardValue, legacyODataValue: _, ...entry }: StandardValue) {
  return { name: standardValue, ...entry };
}
