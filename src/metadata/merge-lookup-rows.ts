import { lookupNameOf } from './lookup-name.js';
import type { LookupRows } from './lookup-rows.js';
import { lookupsOfRows } from './report-lookups.js';
import type { MetadataReport, ReportField } from './report-shape.js';

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
  const lookupName = lookupNameOf(field);
  return field.type === 'Edm.String' && lookupName !== undefined ? { ...field, type: lookupName } : field;
}
