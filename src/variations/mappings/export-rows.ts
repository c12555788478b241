import type { Suggestion } from '../../core/finding.js';
import type { Decisions } from '../decisions.js';
import type { LocalElement } from '../local-element.js';
import type { Variation } from '../variation.js';
import type { Cells } from './mapping-row.js';
import type { Mappings } from './read-mappings.js';

/**
 * The rows of a mappings file to be filled in: one for each open element, with its best suggestion, resources before
 * fields before expansions before values. Rows that were read stand first and as they were, whatever they are about; an element that one of them is about gets no further row.
 *
 * @param decisions what the rows that were read mean for the server
 */
export function exportRows(
  variations: readonly Variation[],
  read: Mappings | undefined,
  decisions: Decisions,
): readonly Cells[] {
  const open = KINDS.flatMap((kind) =>
    variations.filter(({ element }) => element.kind === kind && !decisions.has(element)),
  );
  return [...(read?.entries ?? []).map(({ row }) => row.cells), ...open.map(toCells)];
}

const KINDS = ['resource', 'field', 'expansion', 'lookup'] as const;

function toCells({ element, suggestions: [best] }: Variation): Cells {
  return { ...ofElement(element), ...(best === undefined ? {} : ofSuggestion(best, element)) };
}

function ofElement(element: LocalElement): Cells {
  if (element.kind === 'resource') return { 'Resource Name': element.resource };
  const place = { 'Resource Name': element.resource, 'Field Name': element.field };
  if (element.kind !== 'lookup') return place;
  const { lookupValue, legacyODataValue, name } = element.declared;
  return { ...place, 'Lookup Value': lookupValue ?? legacyODataValue ?? name };
}

/** A suggestion is written with the whole of its place, so that a person sees where it leads. */
function ofSuggestion(suggestion: Suggestion, element: LocalElement): Cells {
  const { suggestedResourceName, suggestedFieldName } = suggestion;
  const value = suggestion.suggestedLookupValue ?? suggestion.suggestedLegacyODataValue;
  const field = suggestedFieldName ?? (element.kind === 'lookup' ? element.field : undefined);
  return {
    'Suggested Resource Name': suggestedResourceName ?? element.resource,
    ...(field === undefined ? {} : { 'Suggested Field Name': field }),
    ...(value === undefined ? {} : { 'Suggested Lookup Value': value }),
  };
}
