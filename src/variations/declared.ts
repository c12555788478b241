import type { Unjudged } from '../core/outcome.js';

/** A name that somebody declares, and where, if that is known. Lines and columns count from 1. */
export interface DeclaredName {
  readonly name: string;
  readonly line?: number;
  readonly column?: number;
}

/** A resource with the names of its fields and expansions. A property of a complex type is a field. */
export interface DeclaredResource {
  readonly name: string;
  /** The qualified name of its entity type, where that is known. */
  readonly typeName?: string;
  /** False for an entity type that stands in for a resource of its name. */
  readonly hasEntitySet: boolean;
  readonly properties: ReadonlyMap<string, DeclaredName>;
  readonly navigationProperties: ReadonlyMap<string, DeclaredName>;
}

/** A name under which clients ask for records. */
export interface OfferedResource extends DeclaredName {
  /** The qualified name of its entity type, where that is known. */
  readonly typeName?: string;
  readonly hasEntitySet: boolean;
}

/** A value of a lookup, declared by a member of an EnumType or a row of the Lookup Resource, or found in a payload. */
export interface DeclaredValue extends DeclaredName {
  /** What counts as its standard value: the StandardName or StandardLookupValue where it has one, else its name. */
  readonly standsFor: string;
  /** True when `standsFor` is an OData name, to be compared with LegacyODataValues. */
  readonly isLegacyName: boolean;
  /** The name that people read: a row's LookupValue, a member's StandardName. */
  readonly lookupValue?: string;
  /** The OData name: a member's own, a row's LegacyODataValue. */
  readonly legacyODataValue?: string;
  /** Another name under which it declares a standard value: a row's LegacyODataValue. */
  readonly alsoDeclares?: string;
}

/** The values of a lookup. The same object for each field that uses it. */
export interface DeclaredValues {
  readonly kind: 'values';
  readonly source: 'EnumType' | 'Lookup Resource' | 'payloads';
  /** The EnumType's qualified name or the LookupName. */
  readonly lookup: string;
  readonly line?: number;
  readonly column?: number;
  readonly values: readonly DeclaredValue[];
  /** Why values may be missing here that are there: what only those could show is not evaluated. */
  readonly incomplete?: string;
}

/**
 * What a server declares, as far as names are compared: taken from EDMX, from a metadata report, or from payloads, of
 * which nothing else is known here.
 */
export interface Declared {
  /** Standard resources and others, by name. */
  readonly resources: ReadonlyMap<string, DeclaredResource>;
  /** The entity sets, or the types of a document that has none. */
  readonly offered: readonly OfferedResource[];
  /** The values of a field's lookup, or why there are none to judge. */
  valuesOf(resource: string, field: string): DeclaredValues | Unjudged;
}

/** The field or expansion of a resource by its name. */
export function declaresMember(resource: DeclaredResource | undefined, name: string): boolean {
  return resource?.properties.has(name) === true || resource?.navigationProperties.has(name) === true;
}
