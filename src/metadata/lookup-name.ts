/** The term that ties a string field to the rows of the Lookup Resource (RCP-40, section 2.2). */
export const LOOKUP_NAME_TERM = 'RESO.OData.Metadata.LookupName';

/** The term that gives a field or value its standard display name. */
export const STANDARD_NAME_TERM = 'RESO.OData.Metadata.StandardName';

/** The term under which a report has the LegacyODataValue of a row. */
export const LEGACY_ODATA_VALUE_TERM = 'RESO.OData.Metadata.LegacyODataValue';

/** Something that may be annotated, in EDMX or in a metadata report. */
interface Annotated {
  readonly annotations?: readonly {
    readonly term: string;
    readonly qualifier?: string;
    readonly value?: string;
  }[];
}

/** The lookup name that a property is annotated with; an empty one counts as none. */
export function lookupNameOf(property: Annotated): string | undefined {
  return constantOf(property, LOOKUP_NAME_TERM);
}

/** The standard name that a member is annotated with; an empty one counts as none. */
export function standardNameOf(member: Annotated): string | undefined {
  return constantOf(member, STANDARD_NAME_TERM);
}

/** The legacy OData value that a value of a report is annotated with; an empty one counts as none. */
export function legacyODataValueOf(value: Annotated): string | undefined {
  return constantOf(value, LEGACY_ODATA_VALUE_TERM);
}

function constantOf({ annotations = [] }: Annotated, term: string): string | undefined {
  const found = annotations.find(
    (annotation) => annotation.term === term && annotation.qualifier === undefined,
  );
  return found?.value === undefined || found.value.trim() === '' ? undefined : found.value;
}
