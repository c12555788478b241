import { lineageOf, membersOf } from './inheritance.js';
import { lookupNameOf } from './lookup-name.js';
import type {
  Annotation,
  Facets,
  MetadataModel,
  NavigationProperty,
  Property,
  StructuredType,
} from './model.js';
import type { ReportAnnotation, ReportMember } from './report-shape.js';
import { underlyingOf } from './resolve-type.js';

/** What the members of a report are taken from. */
export interface ReportContext {
  readonly model: MetadataModel;
  /** True when rows of the Lookup Resource are merged: annotated strings then have their LookupName as type. */
  readonly isMerged: boolean;
}

/** The members of a structured type as fields of a report, inherited ones included: properties, then expansions. */
export function reportMembers(type: StructuredType, context: ReportContext): readonly ReportMember[] {
  const lineage = lineageOf(context.model, type);
  const properties = membersOf(lineage, ({ properties }) => properties);
  const navigations = membersOf(lineage, ({ navigationProperties }) => navigationProperties);
  return [
    ...[...properties.values()].map((property) => reportProperty(property, context)),
    ...[...navigations.values()].map(reportNavigation),
  ];
}

/** Annotations as a report has them; nothing when there are none. */
export function reportAnnotations(annotations: readonly Annotation[]): {
  readonly annotations?: readonly ReportAnnotation[];
} {
  if (annotations.length === 0) return {};
  return {
    annotations: annotations.map(({ term, value }) => (value === undefined ? { term } : { term, value })),
  };
}

function reportProperty(property: Property, context: ReportContext): ReportMember {
  const { model } = context;
  const declared = model.types.get(property.type.name);
  const facets =
    declared?.kind === 'TypeDefinition' ? { ...declared.facets, ...property.facets } : property.facets;
  return {
    fieldName: property.name,
    type: reportType(property, context),
    nullable: facets.nullable !== 'false',
    ...reportFacets(facets),
    isCollection: property.type.isCollection,
    ...(declared?.kind === 'ComplexType' ? { isComplexType: true } : {}),
    ...reportAnnotations(property.annotations),
  };
}

function reportType(property: Property, { model, isMerged }: ReportContext): string {
  const underlying = underlyingOf(model, property.type.name);
  if (!isMerged || underlying !== 'Edm.String') return underlying;
  return lookupNameOf(property) ?? underlying;
}

function reportNavigation({ name, type, nullable, annotations }: NavigationProperty): ReportMember {
  return {
    fieldName: name,
    type: type.name,
    typeName: type.name.slice(type.name.lastIndexOf('.') + 1),
    ...(type.isCollection ? {} : { nullable: nullable !== 'false' }),
    isCollection: type.isCollection,
    isExpansion: true,
    ...reportAnnotations(annotations),
  };
}

function reportFacets(facets: Facets): Partial<ReportMember> {
  const { maxLength, precision, scale, unicode, defaultValue } = facets;
  return {
    ...(maxLength === undefined ? {} : { maxLength: numberOrText(maxLength) }),
    ...(precision === undefined ? {} : { precision: numberOrText(precision) }),
    ...(scale === undefined ? {} : { scale: numberOrText(scale) }),
    ...(unicode === 'true' || unicode === 'false' ? { unicode: unicode === 'true' } : {}),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

function numberOrText(facet: string): number | string {
  return /^\d{1,15}$/.test(facet) ? Number(facet) : facet;
}
