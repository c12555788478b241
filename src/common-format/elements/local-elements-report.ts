import type { VersionAssessment } from '../version-assessment.js';

/** A field that the dictionary does not have. */
interface ReportedField {
  /** The Data Dictionary version of the payloads. */
  readonly version: string;
  readonly resourceName: string;
  readonly fieldName: string;
  /** As inferred from its values. */
  readonly type: string;
  /** How often it came with a value. */
  readonly count: number;
  /** Redacted: letters are x, digits 9, and there are at most 20 characters. */
  readonly samples: readonly string[];
}

/** A value of an open lookup that the dictionary does not have. */
interface ReportedValue {
  readonly version: string;
  readonly resourceName: string;
  readonly fieldName: string;
  readonly lookupName: string;
  readonly lookupValue: string;
  /** Values of lookups are texts: others are none. */
  readonly type: 'String';
  readonly count: number;
}

/** What came besides and is not told by name, since there is too much of it. */
interface Untold {
  readonly version: string;
  readonly resourceName: string;
  readonly fieldName?: string;
  readonly count: number;
}

/** `local-elements.json`, described by `docs/local-elements.schema.json`. */
export interface LocalElementsReport {
  readonly description: 'RESO Common Format Local Elements';
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
  readonly fields: readonly ReportedField[];
  readonly lookupValues: readonly ReportedValue[];
  readonly moreFields?: readonly Untold[];
  readonly moreLookupValues?: readonly Untold[];
}

/** What the payloads of a run have and the dictionary of their version has not. In the order of versions and names. */
export function localElementsReport(
  assessments: readonly VersionAssessment[],
  generatedOn: string,
): LocalElementsReport {
  const moreFields = assessments.flatMap(untoldFields);
  const moreLookupValues = assessments.flatMap(untoldValues);
  return {
    description: 'RESO Common Format Local Elements',
    generatedOn,
    fields: assessments.flatMap(reportedFields),
    lookupValues: assessments.flatMap(reportedValues),
    ...(moreFields.length === 0 ? {} : { moreFields }),
    ...(moreLookupValues.length === 0 ? {} : { moreLookupValues }),
  };
}

function reportedFields({ version, elements }: VersionAssessment): readonly ReportedField[] {
  const fields = elements.localFields.map(({ resource, name, type, count, samples }) => ({
    version,
    resourceName: resource,
    fieldName: name,
    type: type.name,
    count,
    samples,
  }));
  return inOrder(fields, ({ resourceName, fieldName }) => [resourceName, fieldName]);
}

function reportedValues({ version, elements }: VersionAssessment): readonly ReportedValue[] {
  const values = elements.values.local.map(({ in: { resource, field, lookup }, value, count }) => ({
    version,
    resourceName: resource,
    fieldName: field,
    lookupName: lookup,
    lookupValue: value,
    type: 'String' as const,
    count,
  }));
  return inOrder(values, ({ resourceName, fieldName, lookupValue }) => [
    resourceName,
    fieldName,
    lookupValue,
  ]);
}

function untoldFields({ version, elements }: VersionAssessment): readonly Untold[] {
  return elements.untoldFields.map(({ resource, count }) => ({ version, resourceName: resource, count }));
}

function untoldValues({ version, elements }: VersionAssessment): readonly Untold[] {
  return elements.values.others.map(({ in: { resource, field }, count }) => ({
    version,
    resourceName: resource,
    fieldName: field,
    count,
  }));
}

function inOrder<T>(entries: readonly T[], namesOf: (entry: T) => readonly string[]): readonly T[] {
  const keyed = entries.map((entry) => ({ entry, key: namesOf(entry).join('\0') }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ entry }) => entry);
}
