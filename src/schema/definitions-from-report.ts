import type { MetadataReport, ReportMember, ReportResource } from '../metadata/report-shape.js';
import type {
  ComplexTypeDefinition,
  FieldDefinition,
  FieldType,
  LookupDefinition,
  PayloadDefinitions,
  PrimitiveName,
  PrimitiveType,
  ResourceDefinition,
} from './definitions.js';
import { isPrimitiveName } from './definitions.js';

/** The term that ties a string field to its rows (RCP-40, section 2.2). */
const LOOKUP_NAME = 'RESO.OData.Metadata.LookupName';

/** True for the qualified name of a type that nobody declares: its fields cannot be judged. */
export type IsUnresolved = (typeName: string) => boolean;

/**
 * The definitions that a metadata report makes. Where Lookup rows are merged, an annotated string allows the values of
 * its rows; a lookup without any value allows none, since what is not advertised fails.
 *
 * @param isUnresolved a report does not tell an EnumType without members from a type that does not resolve; the
 *   metadata model does. Without it both allow no value.
 */
export function definitionsFromReport(
  report: MetadataReport,
  isUnresolved: IsUnresolved = () => false,
): PayloadDefinitions {
  const reader = new ReportReader(report, isUnresolved);
  return {
    version: report.version,
    resources: reader.resources(),
    complexTypes: reader.complexTypes(),
    lookups: reader.lookups,
  };
}

class ReportReader {
  readonly #report: MetadataReport;
  readonly #isUnresolved: IsUnresolved;
  readonly #complexTypeNames: ReadonlySet<string>;
  /** Grows by lookups without values as fields are read that use them. */
  readonly lookups: Map<string, LookupDefinition>;

  constructor(report: MetadataReport, isUnresolved: IsUnresolved) {
    this.#report = report;
    this.#isUnresolved = isUnresolved;
    this.#complexTypeNames = new Set(report.complexTypes.map(({ typeName }) => typeName));
    this.lookups = lookupsOf(report);
  }

  resources(): ReadonlyMap<string, ResourceDefinition> {
    const fields = byResource(this.#report);
    return new Map(
      this.#report.resources.map(({ resourceName, typeName, keyFields }) => [
        resourceName,
        {
          resourceName,
          ...(typeName === '' ? {} : { typeName }),
          keyFields,
          fields: this.#fields(fields.get(resourceName) ?? []),
        },
      ]),
    );
  }

  complexTypes(): ReadonlyMap<string, ComplexTypeDefinition> {
    return new Map(
      this.#report.complexTypes.map(({ typeName, fields }) => [
        typeName,
        { typeName, fields: this.#fields(fields) },
      ]),
    );
  }

  #fields(members: readonly ReportMember[]): ReadonlyMap<string, FieldDefinition> {
    return new Map(
      members.map((member) => [
        member.fieldName,
        {
          name: member.fieldName,
          type: this.#type(member),
          isCollection: member.isCollection,
          isNullable: member.nullable !== false,
        },
      ]),
    );
  }

  #type(member: ReportMember): FieldType {
    const { type } = member;
    const unknown = { kind: 'unknown', typeName: type } as const;
    if (member.isExpansion === true) {
      const resource = targetOf(member, this.#report.resources);
      return resource === undefined ? unknown : { kind: 'expansion', resource };
    }
    if (isPrimitiveName(type)) return primitive(type, member);
    if (this.#complexTypeNames.has(type)) return { kind: 'complex', typeName: type };
    if (member.isComplexType === true || type.startsWith('Edm.')) return unknown;
    const isLookup = this.lookups.has(type) || lookupNameOf(member) === type || !this.#isUnresolved(type);
    return isLookup ? this.#lookup(type) : unknown;
  }

  #lookup(lookup: string): FieldType {
    if (!this.lookups.has(lookup))
      this.lookups.set(lookup, { lookupName: lookup, values: [], isFlags: false });
    return { kind: 'lookup', lookup };
  }
}

function byResource({ fields }: MetadataReport): ReadonlyMap<string, readonly ReportMember[]> {
  const grouped = new Map<string, ReportMember[]>();
  for (const field of fields) {
    const before = grouped.get(field.resourceName);
    if (before === undefined) grouped.set(field.resourceName, [field]);
    else before.push(field);
  }
  return grouped;
}

function lookupsOf({ lookups }: MetadataReport): Map<string, LookupDefinition> {
  const values = new Map<string, Set<string>>();
  const flags = new Set<string>();
  for (const { lookupName, lookupValue, isFlags } of lookups) {
    const known = values.get(lookupName) ?? new Set();
    values.set(lookupName, known.add(lookupValue));
    if (isFlags === true) flags.add(lookupName);
  }
  return new Map(
    [...values].map(([lookupName, known]) => [
      lookupName,
      { lookupName, values: [...known], isFlags: flags.has(lookupName) },
    ]),
  );
}

/**
 * The resource that an expansion leads to. Several entity sets may have its type: that of the type's own name is meant
 * then, else the first.
 */
function targetOf(
  { type, typeName }: ReportMember,
  resources: readonly ReportResource[],
): string | undefined {
  const simpleName = typeName ?? type.slice(type.lastIndexOf('.') + 1);
  const ofType = resources.filter((resource) => resource.typeName === type);
  const named = (ofType.length === 0 ? resources : ofType).find(
    ({ resourceName }) => resourceName === simpleName,
  );
  return (named ?? ofType[0])?.resourceName;
}

function primitive(name: PrimitiveName, member: ReportMember): PrimitiveType {
  const [maxLength, precision, scale] = [member.maxLength, member.precision, member.scale];
  const lookupName = name === 'Edm.String' ? lookupNameOf(member) : undefined;
  return {
    kind: 'primitive',
    name,
    ...(isLimit(maxLength) && hasLength(name) ? { maxLength } : {}),
    ...(isLimit(precision) && name === 'Edm.Decimal' ? { precision } : {}),
    ...(typeof scale === 'number' && name === 'Edm.Decimal' ? { scale } : {}),
    ...(lookupName === undefined ? {} : { lookupName }),
  };
}

/** CSDL has no limit of 0; servers write it for "not limited". */
function isLimit(facet: number | string | undefined): facet is number {
  return typeof facet === 'number' && facet > 0;
}

function hasLength(name: PrimitiveName): boolean {
  return name === 'Edm.String' || name === 'Edm.Binary';
}

function lookupNameOf({ annotations }: ReportMember): string | undefined {
  const value = annotations?.find(({ term }) => term === LOOKUP_NAME)?.value;
  return value === undefined || value.trim() === '' ? undefined : value;
}
