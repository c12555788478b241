import type { DictionaryField } from '../dictionary/dictionary.js';
import type { LookupValues } from './lookup-values.js';
import type { Representation } from './representation.js';
import type { ServedResource } from './served-resources.js';

/** How enumerations are declared and written, which is the same for metadata, records and queries. */
export interface Notation {
  readonly representation: Representation;
  readonly values: LookupValues;
  /** The lookups whose EnumType has IsFlags: their values are one text with commas, not a collection. */
  readonly flags: ReadonlySet<string>;
}

/** The most members of a type with IsFlags: each is a bit of a number that JavaScript holds exactly. */
const MOST_FLAGS = 52;

/**
 * The notation of a service. Under `flags` the lookups that only fields for several values use, and that have few
 * enough values, are declared with IsFlags.
 */
export function notationOf(
  resources: readonly ServedResource[],
  representation: Representation,
  values: LookupValues,
): Notation {
  const fields = representation === 'flags' ? resources.flatMap((resource) => resource.fields) : [];
  const lookupsOf = (type: DictionaryField['type']) =>
    fields.flatMap((field) => (field.type === type ? (field.lookup ?? []) : []));
  const single = new Set(lookupsOf('Single Enumeration'));
  const several = lookupsOf('Multiple Enumeration').filter((lookup) => !single.has(lookup));
  const isSmall = (lookup: string) => (values.get(lookup) ?? []).length <= MOST_FLAGS;
  return { representation, values, flags: new Set(several.filter(isSmall)) };
}

/** Whether a field is declared with an EnumType: not in the `lookup` representation, nor without values. */
export function hasEnumType({ lookup }: DictionaryField, { representation, values }: Notation): boolean {
  return representation !== 'lookup' && lookup !== undefined && (values.get(lookup) ?? []).length > 0;
}

/** Whether a field is declared with an EnumType that has IsFlags. */
export function isFlags(field: DictionaryField, notation: Notation): boolean {
  return hasEnumType(field, notation) && notation.flags.has(field.lookup ?? '');
}
