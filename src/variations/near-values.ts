import type { Suggestion } from '../core/finding.js';
import type { DeclaredValue, DeclaredValues } from './declared.js';
import { NearNameIndex, type NearNameOptions } from './near-name-index.js';
import { absentValues, type StandardValue, standardNamesOf } from './standard-value.js';
import { toSuggestion } from './to-suggestion.js';

/** A local value with the absent standard ones that it is near to; none for most. */
export interface NearValue {
  readonly local: DeclaredValue;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Compares the local values of a lookup with the standard ones that are absent: OData names with LegacyODataValues,
 * others with StandardLookupValues.
 */
export function nearValues(
  declared: DeclaredValues,
  standard: readonly StandardValue[],
  options: NearNameOptions,
): readonly NearValue[] {
  const names = standardNamesOf(standard);
  const local = declared.values.filter(({ standsFor }) => !names.has(standsFor));
  if (local.length === 0) return [];
  const absent = absentValues(standard, declared);
  const legacy = local.some(({ isLegacyName }) => isLegacyName)
    ? new NearNameIndex(absent.map(underLegacyName), options)
    : undefined;
  const others = new NearNameIndex(absent.map(underStandardName), options);
  return local.map((value) => ({
    local: value,
    suggestions:
      value.isLegacyName && legacy !== undefined
        ? legacy.near(value.standsFor).map((near) => toSuggestion('suggestedLegacyODataValue', near))
        : others.near(value.standsFor).map((near) => toSuggestion('suggestedLookupValue', near)),
  }));
}

function underLegacyName({ legacyODataValue, standardValue: _, ...entry }: StandardValue) {
  return { name: legacyODataValue, ...entry };
}

function underStandardName({ standardValue, legacyODataValue: _, ...entry }: StandardValue) {
  return { name: standardValue, ...entry };
}
