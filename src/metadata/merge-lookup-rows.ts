import type { LookupRows } from './lookup-rows.js';
import { lookupsOfRows } from './report-lookups.js';
import type { MetadataReport, ReportField } from './report-shape.js';

const LOOKUP_NAME = 'RESO.OData.Metadata.LookupName';

/**
 * A metadata report with rows of the Lookup Resource merged in: the type of an annotated string field becomes its
 * LookupName, and the rows take the place of those that the report had.
 */
export function mergeLookupRows(report: MetadataReport, { rows }: LookupRows): MetadataReport {
  return {
    ...report,
    fields: report.fields.map(mergeField),
    lookups: [...report.lookups.filter(({ type }) => type !== 'Edm.String'), ...lookupsOfRows(rows)],
  };
}

function mergeField(field: ReportField): ReportField {
  const lookupName = field.annotations?.find(({ term }) => term === LOOKUP_NAME)?.value;
  if (field.type !== 'Edm.String' || lookupName === undefined || lookupName.trim() === '') return field;
  return { ...field, type: lookupName };
}
