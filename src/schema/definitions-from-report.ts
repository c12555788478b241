import { expansionTargets, membersByType } from '../metadata/record-shapes.js';
import type { MetadataReport, ReportMember } from '../metadata/report-shape.js';
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

/** True for the qualified name of a type that a referenced document declares: its values cannot be judged. */
export type IsExternal = (typeName: string) => boolean;

/**
 * The definitions that a metadata report makes. Where Lookup rows are merged, an annotated string allows the values of
 * its rows. A lookup without any value allows none, and neither does a type that the metadata names and does not declare:
 * what is not advertised fails.
 *
 * @param isExternal a report does not say which types are declared elsewhere; the metadata model does
 */
export function definitionsFromReport(
  report: MetadataReport,
  isExternal: IsExternal = () => false,
): PayloadDefinitions {
  const reader = new ReportReader(report, isExternal);
  return {
    version: report.version,
    resources: reader.resources(),
    complexTypes: reader.complexTypes(),
    lookups: reader.lookups,
  };
}

class ReportReader {
  readonly #report: MetadataReport;
  readonly #isExternal: IsExternal;
  readonly #complexTypeNames: ReadonlySet<string>;
  readonly #targets: ReadonlyMap<string, string>;
  /** Grows by lookups without values as fields are read that use them. */
  readonly lookups: Map<string, LookupDefinition>;

  constructor(report: MetadataReport, isExternal: IsExternal) {
    this.#report = report;
    this.#isExternal = isExternal;
    this.#complexTypeNames = new Set(report.complexTypes.map(({ typeName }) => typeName));
    this.#targets = expansionTargets(report.resources);
    this.lookups = lookupsOf(report);
  }

  resources(): ReadonlyMap<string, ResourceDefinition> {
    const members = membersByType(this.#report);
    return new Map(
      this.#report.resources.map(({ resourceName, typeName, keyFields }) => [
        resourceName,
        {
          resourceName,
          ...(typeName === '' ? {} : { typeName }),
          keyFields,
          fields: this.#fields(members.get(resourceName) ?? []),
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
      const resource = this.#target(member);
      return resource === undefined ? unknown : { kind: 'expansion', resource };
    }
    if (isPrimitiveName(type)) return primitive(type, member);
    if (this.#complexTypeNames.has(type)) return { kind: 'complex', typeName: type };
    const isOther = member.isComplexType === true || type.startsWith('Edm.') || this.#isExternal(type);
    return isOther ? unknown : this.#lookup(type, member);
  }

  /** A report of RESO's own tool tells no types of resources: there the simple name of the type is what there is. */
  #target({ type, typeName }: ReportMember): string | undefined {
    const ofType = this.#targets.get(type);
    if (ofType !== undefined) return ofType;
    return this.#report.resources.find(({ resourceName }) => resourceName === typeName)?.resourceName;
  }

  /** An annotated string is a string still, and no longer than its MaxLength. */
  #lookup(lookup: string, member: ReportMember): FieldType {
    if (!this.lookups.has(lookup))
      this.lookups.set(lookup, { lookupName: lookup, values: [], isFlags: false });
    const { maxLength } = member;
    const isLimited = isLimit(maxLength) && lookupNameOf(member) !== undefined;
    return { kind: 'lookup', lookup, ...(isLimited ? { maxLength } : {}) };
  }
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
