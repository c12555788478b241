import { compileShapes, type ShapeDefinition } from '../json/compile-shapes.js';
import type { Shape } from '../json/shape.js';
import type { MetadataReport, ReportMember, ReportResource } from './report-shape.js';

/**
 * The shapes of a report's resources (by resource name) and complex types (by qualified name), fields in the order of the
 * report, leading into complex values and expansions. Whoever looks at payloads takes the slots of these.
 */
export function recordShapes(report: MetadataReport): ReadonlyMap<string, Shape> {
  const complexTypes = new Set(report.complexTypes.map(({ typeName }) => typeName));
  const targets = expansionTargets(report.resources);
  return compileShapes(
    [...membersByType(report)].map(([name, members]) => ({
      name,
      fields: members.map((member) => definitionOf(member, complexTypes, targets)),
    })),
  );
}

/** The members of a report's resources (by resource name) and complex types (by qualified name). */
export function membersByType(report: MetadataReport): ReadonlyMap<string, readonly ReportMember[]> {
  const members = new Map<string, ReportMember[]>();
  for (const { resourceName } of report.resources) members.set(resourceName, []);
  for (const field of report.fields) members.get(field.resourceName)?.push(field);
  for (const { typeName, fields } of report.complexTypes) members.set(typeName, [...fields]);
  return members;
}

/**
 * The resource that stands for an entity type, by the type's qualified name: the first with an entity set, else the first
 * of that type.
 */
export function expansionTargets(resources: readonly ReportResource[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const served = resources.filter(({ hasEntitySet }) => hasEntitySet);
  for (const { typeName, resourceName } of [...served, ...resources]) {
    if (!targets.has(typeName)) targets.set(typeName, resourceName);
  }
  return targets;
}

function definitionOf(
  { fieldName: name, type, isExpansion }: ReportMember,
  complexTypes: ReadonlySet<string>,
  targets: ReadonlyMap<string, string>,
): ShapeDefinition['fields'][number] {
  const shape = isExpansion === true ? targets.get(type) : complexTypes.has(type) ? type : undefined;
  return shape === undefined ? { name } : { name, shape };
}
