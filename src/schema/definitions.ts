/**
 * What payloads may hold, by resource: the one thing that JSON Schemas are generated from and payloads are validated
 * by, wherever it was read: a metadata report, a `schema.json`, the dictionary.
 */

/** A primitive type with the facets that limit its values (OData CSDL 4.01, section 7.2). */
export interface PrimitiveType {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
  /** Unicode code points of a string, octets of a binary. Absent: no limit. */
  readonly maxLength?: number;
  /** Significant digits of a decimal. Absent: no limit. */
  readonly precision?: number;
  /** Digits of a decimal after the point. Absent, as for `variable` and `floating`: no limit. */
  readonly scale?: number;
  /** True when a standard suggests the length, and no server advertises it. */
  readonly isSuggested?: true;
  /** The LookupName of an annotated string whose rows are not at hand: its values are not judged. */
  readonly lookupName?: string;
}

/** One of the values of a lookup. */
export interface LookupType {
  readonly kind: 'lookup';
  readonly lookup: string;
  /** Code points of a value, of an annotated string that declares a length. Absent: no limit. */
  readonly maxLength?: number;
  /** True when other values than those of the lookup are fine too. */
  readonly isOpen?: true;
}

export type FieldType =
  | PrimitiveType
  | LookupType
  | { readonly kind: 'complex'; readonly typeName: string }
  | { readonly kind: 'expansion'; readonly resource: string }
  /** A type whose values cannot be judged: it does not resolve, or stands for many. */
  | { readonly kind: 'unknown'; readonly typeName: string };

export interface FieldDefinition {
  readonly name: string;
  readonly type: FieldType;
  readonly isCollection: boolean;
  /** Whether the value may be null; of a collection, whether its items may. */
  readonly isNullable: boolean;
  /** A collection of values that may also be one text: a value, or several separated by commas. */
  readonly isTextAllowed?: true;
}

/** True for a field that a record must have unless it was fetched with `$select`. Nothing is in complex values. */
export function isRequired({ name, type, isNullable }: FieldDefinition): boolean {
  return !isNullable && type.kind !== 'expansion' && !name.includes('@');
}

/** A complex type with its fields by name, inherited ones included. */
export interface ComplexTypeDefinition {
  readonly typeName: string;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

/** A resource with its fields by name, inherited ones included. */
export interface ResourceDefinition {
  readonly resourceName: string;
  /** The qualified name of its entity type; absent where the source does not say. */
  readonly typeName?: string;
  /** The paths of the key properties; empty where there is none or the source does not say. */
  readonly keyFields: readonly string[];
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** True when other fields than these are fine too. */
  readonly isOpen?: true;
  /** Names that no field may have, each with the fields that it stands for. */
  readonly synonyms?: ReadonlyMap<string, readonly string[]>;
}

/** The values of a lookup. None at all allows none, but to fields for which it is open. */
export interface LookupDefinition {
  readonly lookupName: string;
  /** Each once. */
  readonly values: readonly string[];
  /** A value may be a text of several, separated by commas. */
  readonly isFlags: boolean;
}

/** All definitions of one source. Each map is keyed by the name that its entries carry. */
export interface PayloadDefinitions {
  /** The Data Dictionary version, such as `2.0`. */
  readonly version: string;
  readonly resources: ReadonlyMap<string, ResourceDefinition>;
  readonly complexTypes: ReadonlyMap<string, ComplexTypeDefinition>;
  readonly lookups: ReadonlyMap<string, LookupDefinition>;
  /** True when null counts as absent everywhere, also where a collection should be. */
  readonly isNullAbsent?: true;
}

/** The primitive types whose values have a form that can be judged. */
export const PRIMITIVE_NAMES = [
  'Edm.String',
  'Edm.Boolean',
  'Edm.SByte',
  'Edm.Byte',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.Decimal',
  'Edm.Double',
  'Edm.Single',
  'Edm.Date',
  'Edm.DateTimeOffset',
  'Edm.TimeOfDay',
  'Edm.Duration',
  'Edm.Guid',
  'Edm.Binary',
  'Edm.Geography',
  'Edm.GeographyPoint',
  'Edm.GeographyLineString',
  'Edm.GeographyPolygon',
  'Edm.GeographyMultiPoint',
  'Edm.GeographyMultiLineString',
  'Edm.GeographyMultiPolygon',
  'Edm.GeographyCollection',
  'Edm.Geometry',
  'Edm.GeometryPoint',
  'Edm.GeometryLineString',
  'Edm.GeometryPolygon',
  'Edm.GeometryMultiPoint',
  'Edm.GeometryMultiLineString',
  'Edm.GeometryMultiPolygon',
  'Edm.GeometryCollection',
] as const;
export type PrimitiveName = (typeof PRIMITIVE_NAMES)[number];

const NAMES: ReadonlySet<string> = new Set(PRIMITIVE_NAMES);

/** True for the name of a primitive type whose values can be judged. `Edm.Stream` and abstract types are none. */
export function isPrimitiveName(name: string): name is PrimitiveName {
  return NAMES.has(name);
}
