import { ConfigurationError } from '../core/errors.js';
import { decodeJson } from './decode-json.js';
import { JsonRecord } from './json-record.js';
import type {
  MetadataReport,
  ReportAnnotation,
  ReportComplexType,
  ReportField,
  ReportLookup,
  ReportMember,
  ReportResource,
} from './report-shape.js';

const ADVICE = "Give a metadata report: metadata-report.json as reso-certify or RESO's own tool writes it.";

/**
 * Reads a metadata report back from a file, in UTF-8 with or without byte order mark. RESO's own tool writes less:
 * where the report lists no resources they are those that its fields name, each taken as an entity set without a known
 * key, under its own name as type name; complex types are then none. Keys that the shape does not have are dropped.
 *
 * @param file the name of the file, for errors
 * @throws ConfigurationError with line and column for what is not JSON, and with the path of the value for another
 *   shape: `fields[3].type`
 */
export function readMetadataReport(bytes: Uint8Array, file: string): MetadataReport {
  const report = new JsonRecord(decodeJson(bytes, file), '', { file, advice: ADVICE });
  if (!report.has('fields')) throw noReport(report, file);
  const fields = report.list('fields', toField);
  return {
    description: report.optionalText('description') ?? '',
    version: report.optionalText('version') ?? '',
    generatedOn: report.optionalText('generatedOn') ?? '',
    resources: report.has('resources') ? report.list('resources', toResource) : resourcesOfFields(fields),
    fields,
    complexTypes: report.list('complexTypes', toComplexType),
    lookups: report.list('lookups', toLookup),
  };
}

/** Says what the file is instead, where its keys tell. */
function noReport(report: JsonRecord, file: string): ConfigurationError {
  const other = Object.entries(OTHER_FILES).find(([key]) => report.has(key))?.[1];
  const what = other === undefined ? 'It has no list "fields"' : `It is ${other}`;
  return new ConfigurationError(`The file is no metadata report. ${what}.`, { where: file, advice: ADVICE });
}

const OTHER_FILES: Readonly<Record<string, string>> = {
  variations: 'a variations report',
  findings: "a run's results.json",
  lookups: 'a file of Lookup rows',
  value: 'an OData answer',
  $Version: 'metadata in CSDL JSON, and only XML is read',
};

function toResource(resource: JsonRecord): ReportResource {
  return {
    resourceName: resource.text('resourceName'),
    typeName: resource.text('typeName'),
    keyFields: resource.texts('keyFields'),
    hasEntitySet: resource.flag('hasEntitySet') ?? true,
  };
}

function resourcesOfFields(fields: readonly ReportField[]): readonly ReportResource[] {
  const names = new Set(fields.map(({ resourceName }) => resourceName));
  return [...names].map((name) => ({
    resourceName: name,
    typeName: name,
    keyFields: [],
    hasEntitySet: true,
  }));
}

function toField(field: JsonRecord): ReportField {
  return { resourceName: field.text('resourceName'), ...toMember(field) };
}

function toComplexType(type: JsonRecord): ReportComplexType {
  return { typeName: type.text('typeName'), fields: type.list('fields', toMember) };
}

function toMember(member: JsonRecord): ReportMember {
  const isExpansion = member.flag('isExpansion') === true;
  const typeName = member.optionalText('typeName');
  const type = isExpansion && !member.has('type') ? typeName : undefined;
  return {
    fieldName: member.text('fieldName'),
    type: type ?? member.text('type'),
    ...present('typeName', typeName),
    ...present('nullable', member.flag('nullable')),
    ...present('maxLength', member.numberOrText('maxLength')),
    ...present('precision', member.numberOrText('precision')),
    ...present('scale', member.numberOrText('scale')),
    isCollection: member.flag('isCollection') ?? false,
    ...(isExpansion ? { isExpansion } : {}),
    ...(member.flag('isComplexType') === true ? { isComplexType: true } : {}),
    ...present('unicode', member.flag('unicode')),
    ...present('defaultValue', member.scalar('defaultValue')),
    ...annotationsOf(member),
  };
}

function toLookup(lookup: JsonRecord): ReportLookup {
  const lookupName = lookup.text('lookupName');
  return {
    lookupName,
    ...(lookup.flag('isFlags') === true ? { isFlags: true } : {}),
    lookupValue: lookup.text('lookupValue'),
    type: lookup.optionalText('type') ?? typeOfValues(lookupName),
    ...annotationsOf(lookup),
  };
}

/** Where a report does not say, a qualified name is that of an EnumType, another that of rows. */
function typeOfValues(lookupName: string): string {
  return lookupName.includes('.') ? 'Edm.Int32' : 'Edm.String';
}

function annotationsOf(element: JsonRecord): { readonly annotations?: readonly ReportAnnotation[] } {
  const annotations = element.list('annotations', (annotation) => ({
    term: annotation.text('term'),
    ...present('value', annotation.scalar('value')),
  }));
  return annotations.length === 0 ? {} : { annotations };
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
