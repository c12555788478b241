import type { Suggestion } from '../../core/finding.js';
import { type Declared, declaresMember } from '../declared.js';
import type { LocalElement } from '../local-element.js';
import { servesTypeOf } from '../near-resources.js';
import type { MappingEntry } from './mapping-entry.js';
import type { MappingTarget } from './mapping-target.js';

/** What a person suggests for an element, as findings and reports give it: names its place only where it is another. */
export function toHumanSuggestion(
  { source, related }: MappingEntry,
  target: MappingTarget,
  element: LocalElement,
): Suggestion {
  const own = { resource: element.resource, field: element.kind === 'lookup' ? element.field : undefined };
  const { field, value, url } = target;
  return {
    ...(target.resource !== own.resource || field === undefined
      ? { suggestedResourceName: target.resource }
      : {}),
    ...(field !== undefined && (field !== own.field || value === undefined)
      ? { suggestedFieldName: field }
      : {}),
    ...(value === undefined ? {} : suggestedValue(target, element)),
    ...(related === undefined ? {} : suggestedRelated(related)),
    strategy: source,
    ...(url === undefined ? {} : { ddWikiUrl: url }),
  };
}

/** A value with two equal names is suggested by the kind of name that the element is compared by. */
function suggestedValue({ value, isLegacyName }: MappingTarget, element: LocalElement): Partial<Suggestion> {
  if (value === undefined) return {};
  const areEqual = value.standardValue === value.legacyODataValue;
  const isLegacy = areEqual
    ? element.kind === 'lookup' && element.declared.isLegacyName
    : isLegacyName === true;
  return isLegacy
    ? { suggestedLegacyODataValue: value.legacyODataValue }
    : { suggestedLookupValue: value.standardValue };
}

function suggestedRelated({ resource, field, value }: MappingTarget): Partial<Suggestion> {
  return {
    suggestedRelatedResourceName: resource,
    ...(field === undefined ? {} : { suggestedRelatedFieldName: field }),
    ...(value === undefined ? {} : { suggestedRelatedLookupValue: value.standardValue }),
  };
}

/**
 * True when the server declares the standard element already, beside the local one. What cannot be looked at is not
 * taken for declared.
 */
export function isDeclared(
  { resource, field, value }: MappingTarget,
  element: LocalElement,
  declared: Declared,
): boolean {
  if (field === undefined) {
    const isThat = element.kind === 'resource' && servesTypeOf(declared, resource, element.declared);
    return declared.resources.has(resource) && !isThat;
  }
  if (!declaresMember(declared.resources.get(resource), field)) return false;
  if (value === undefined) return true;
  const values = declared.valuesOf(resource, field);
  if (values.kind !== 'values') return false;
  const names = new Set([value.standardValue, value.legacyODataValue]);
  return values.values.some(
    ({ standsFor, alsoDeclares }) =>
      names.has(standsFor) || (alsoDeclares !== undefined && names.has(alsoDeclares)),
  );
}
