import type { LookupRows } from './lookup-rows.js';
import type { MetadataModel } from './model.js';
import { navigatedResources } from './navigated-resources.js';
import { reportLookups } from './report-lookups.js';
import { type ReportContext, reportMembers } from './report-members.js';
import type { MetadataReport, ReportComplexType, ReportField, ReportResource } from './report-shape.js';
import { type Resource, resourcesOf } from './resources.js';

/** What a metadata report is made of. */
export interface MetadataReportInput {
  readonly model: MetadataModel;
  /** The names of the dictionary's resources: see `resourcesOf`. */
  readonly standardNames: ReadonlySet<string>;
  /** The Data Dictionary version, such as `2.0`. */
  readonly version: string;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
  /** Rows of the Lookup Resource to merge. */
  readonly lookups?: LookupRows;
}

/**
 * The metadata report of a document. With rows of the Lookup Resource they are merged: each is a lookup, and the type
 * of an annotated string field is its LookupName. Types that only navigation reaches are resources without entity set.
 */
export function metadataReport(input: MetadataReportInput): MetadataReport {
  const { model, version, generatedOn, lookups } = input;
  const served = resourcesOf(model, input.standardNames);
  const resources = [...served.values(), ...navigatedResources(model, served)];
  const context = { model, isMerged: lookups !== undefined };
  return {
    description: 'RESO Data Dictionary Metadata Report',
    version,
    generatedOn,
    resources: resources.map(reportResource),
    fields: resources.flatMap((resource) => reportFields(resource, context)),
    complexTypes: complexTypes(context),
    lookups: reportLookups(model, lookups),
  };
}

function reportResource({ name, typeName, key, hasEntitySet }: Resource): ReportResource {
  return { resourceName: name, typeName, keyFields: key, hasEntitySet };
}

function reportFields({ name, type }: Resource, context: ReportContext): readonly ReportField[] {
  return reportMembers(type, context).map((member) => ({ resourceName: name, ...member }));
}

function complexTypes(context: ReportContext): readonly ReportComplexType[] {
  const types = [...context.model.types.values()].filter(({ kind }) => kind === 'ComplexType');
  return types.flatMap((type) =>
    type.kind === 'ComplexType'
      ? [{ typeName: type.qualifiedName, fields: reportMembers(type, context) }]
      : [],
  );
}
