/** An annotation of a field or lookup; without value where its expression is no constant. */
export interface ReportAnnotation {
  readonly term: string;
  readonly value?: string;
}

/** A resource of the metadata report. */
export interface ReportResource {
  readonly resourceName: string;
  /** The qualified name of its entity type. */
  readonly typeName: string;
  /** The paths of the key properties. */
  readonly keyFields: readonly string[];
  readonly hasEntitySet: boolean;
}

/** A field of a complex type: a property, or an expansion. */
export interface ReportMember {
  readonly fieldName: string;
  /**
   * Qualified, without `Collection(…)`; the underlying type of a type definition; the LookupName of an annotated
   * string once the Lookup Resource is merged.
   */
  readonly type: string;
  /** The simple name of an expansion's type, as RESO's own report gives it. */
  readonly typeName?: string;
  /** As CSDL defaults it: true when the metadata does not say. Absent for an expansion to many, which cannot have it. */
  readonly nullable?: boolean;
  /** A number, or `max`. */
  readonly maxLength?: number | string;
  readonly precision?: number | string;
  /** A number, `variable` or `floating`. */
  readonly scale?: number | string;
  readonly isCollection: boolean;
  /** Only for navigation properties, and then true. */
  readonly isExpansion?: boolean;
  /** Only for properties of a complex type, and then true. */
  readonly isComplexType?: boolean;
  readonly unicode?: boolean;
  readonly defaultValue?: string;
  /** Absent when there is none. */
  readonly annotations?: readonly ReportAnnotation[];
}

/** A field of a resource. */
export interface ReportField extends ReportMember {
  readonly resourceName: string;
}

/** A complex type with its fields, inherited ones included. */
export interface ReportComplexType {
  readonly typeName: string;
  readonly fields: readonly ReportMember[];
}

/** One value of a lookup. */
export interface ReportLookup {
  /** The EnumType's qualified name, or the LookupName of a row. */
  readonly lookupName: string;
  /** Only for an EnumType with `IsFlags="true"`, and then true. */
  readonly isFlags?: boolean;
  /** The member's name, or the row's LookupValue. */
  readonly lookupValue: string;
  /** The EnumType's underlying type, or `Edm.String` for a row. */
  readonly type: string;
  /** Absent when there is none. */
  readonly annotations?: readonly ReportAnnotation[];
}

/** The metadata report: what a server declares, in the shape of RESO's own report with resources and types added. */
export interface MetadataReport {
  readonly description: string;
  /** The Data Dictionary version. */
  readonly version: string;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
  readonly resources: readonly ReportResource[];
  readonly fields: readonly ReportField[];
  readonly complexTypes: readonly ReportComplexType[];
  readonly lookups: readonly ReportLookup[];
}
