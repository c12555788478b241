import type { Finding, Suggestion } from '../../core/finding.js';
import { evaluated, type Outcome } from '../../core/outcome.js';
import { type Candidate, candidates, nearNames } from '../../variations/near-names.js';
import type { CheckContext, StandardValue } from '../assessment.js';
import { type DeclaredValue, type DeclaredValues, ofValues, standardValuesOf } from '../declared-values.js';
import { findingAt } from '../report-finding.js';
import { describeSuggestions, isAdvisory } from '../suggestions.js';

/** `dd/similar-lookup`: no local value is near a standard value of the lookup that the server does not declare. */
export function similarLookup(context: CheckContext): Outcome {
  return ofValues(context, (declared) => {
    const entries = standardValuesOf(context);
    const standard = new Set(entries.flatMap((entry) => [entry.standardValue, entry.legacyODataValue]));
    const local = declared.values.filter((value) => !standard.has(value.standsFor));
    if (local.length === 0) return evaluated();
    const absent = absentEntries(entries, declared);
    const legacy = candidates(absent.map(({ legacyODataValue }) => legacyODataValue));
    const names = candidates(absent.map(({ standardValue }) => standardValue));
    return evaluated(
      ...local.map((value) => findNear(context, declared, value, value.isLegacyName ? legacy : names)),
    );
  });
}

/** Either standard value of an entry, declared, declares the entry. */
function absentEntries(
  entries: readonly StandardValue[],
  declared: DeclaredValues,
): readonly StandardValue[] {
  const names = new Set(declared.values.flatMap((value) => [value.standsFor, value.alsoDeclares]));
  return entries.filter((entry) => !names.has(entry.standardValue) && !names.has(entry.legacyODataValue));
}

function findNear(
  context: CheckContext,
  declared: DeclaredValues,
  value: DeclaredValue,
  absent: readonly Candidate[],
): Finding | undefined {
  const near = nearNames(value.standsFor, absent);
  if (near.length === 0) return undefined;
  const suggestions = near.map(({ standardName, ...match }): Suggestion => {
    const key = value.isLegacyName ? 'suggestedLegacyODataValue' : 'suggestedLookupValue';
    const url = urlOf(context, standardName);
    return { [key]: standardName, ...match, ...(url === undefined ? {} : { ddWikiUrl: url }) };
  });
  const names = near.map(({ standardName }) => standardName);
  return findingAt(context, 'dd/similar-lookup', value.position, {
    subject: { lookup: declared.lookup, value: value.name },
    message: `"${value.name}" in ${declared.lookup} (used by ${context.resource}.${context.name}) is nearly ${describeSuggestions(names, 'value', suggestions)}`,
    expected: names.join(' or '),
    found: value.standsFor,
    related: [{ resource: context.resource, field: context.name }],
    suggestions,
    advisory: isAdvisory(suggestions),
  });
}

function urlOf(context: CheckContext, standardName: string): string | undefined {
  const { dictionary } = context.assessment;
  const element = dictionary.element(context.resource, context.name);
  const lookup =
    element?.kind === 'field' && element.lookup !== undefined ? dictionary.lookup(element.lookup) : undefined;
  return lookup?.values.find(
    ({ standardValue, legacyODataValue }) =>
      standardValue === standardName || legacyODataValue === standardName,
  )?.url;
}
