/** The namespace of RESO's own annotations, which its metadata uses without a reference. */
export const RESO_VOCABULARY = 'RESO.OData.Metadata';

/** The term that ties a string field to the rows of the Lookup Resource (RCP-40, section 2.2). */
export const LOOKUP_NAME_TERM = `${RESO_VOCABULARY}.LookupName`;
