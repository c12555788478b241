import { LEGACY_ODATA_VALUE_TERM, STANDARD_NAME_TERM } from './lookup-name.js';
import type { LookupRow, LookupRows } from './lookup-rows.js';
import type { EnumType, MetadataModel } from './model.js';
import { reportAnnotations } from './report-members.js';
import type { ReportAnnotation, ReportLookup } from './report-shape.js';

/** The values of a report: one for each member of an EnumType, then one for each row of the Lookup Resource. */
export function reportLookups(
  model: MetadataModel,
  lookups: LookupRows | undefined,
): readonly ReportLookup[] {
  const enumTypes = [...model.types.values()].filter((type) => type.kind === 'EnumType');
  return [...enumTypes.flatMap(lookupsOfEnumType), ...lookupsOfRows(lookups?.rows ?? [])];
}

/** Rows of the Lookup Resource as values of a report. A row without LookupName or LookupValue names no value. */
export function lookupsOfRows(rows: readonly LookupRow[]): readonly ReportLookup[] {
  return rows.flatMap(lookupOfRow);
}

function lookupsOfEnumType({
  qualifiedName,
  isFlags,
  members,
  underlyingType,
}: EnumType): readonly ReportLookup[] {
  return members.map(({ name, annotations }) => ({
    lookupName: qualifiedName,
    ...(isFlags ? { isFlags } : {}),
    lookupValue: name,
    type: underlyingType,
    ...reportAnnotations(annotations),
  }));
}

function lookupOfRow(row: LookupRow): readonly ReportLookup[] {
  const { lookupName, lookupValue } = row;
  if (lookupName === undefined || lookupValue === undefined) return [];
  const annotations: ReportAnnotation[] = [];
  if (row.standardLookupValue !== undefined)
    annotations.push({ term: STANDARD_NAME_TERM, value: row.standardLookupValue });
  if (row.legacyODataValue !== undefined)
    annotations.push({ term: LEGACY_ODATA_VALUE_TERM, value: row.legacyODataValue });
  return [
    { lookupName, lookupValue, type: 'Edm.String', ...(annotations.length === 0 ? {} : { annotations }) },
  ];
}
