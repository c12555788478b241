import { notEvaluated, type Unjudged } from '../core/outcome.js';
import { legacyODataValueOf, lookupNameOf, standardNameOf } from '../metadata/lookup-name.js';
import type { MetadataReport, ReportField, ReportLookup } from '../metadata/report-shape.js';
import type { Declared, DeclaredName, DeclaredResource, DeclaredValue, DeclaredValues } from './declared.js';
import { memberValue, rowValue } from './declared-values.js';
import { NO_VALUES } from './no-values.js';

/** The type of rows in a report; members of an EnumType have its underlying type. */
const TYPE_OF_ROWS = 'Edm.String';

/**
 * What a metadata report declares. Lookup rows are those merged into it.
 *
 * @param rowsBlocked why the rows are not all there, where they should be
 */
export function declaredInReport(report: MetadataReport, rowsBlocked?: string): Declared {
  const fields = fieldsByResource(report);
  const values = new ReportValues(report.lookups, rowsBlocked);
  const served = report.resources.filter(({ hasEntitySet }) => hasEntitySet);
  return {
    resources: new Map(
      report.resources.map(({ resourceName: name, typeName, hasEntitySet }) => {
        const members = fields.get(name) ?? new Map<string, ReportField>();
        return [name, toResource({ name, typeName, hasEntitySet }, members)];
      }),
    ),
    offered: (served.length > 0 ? served : report.resources).map(
      ({ resourceName: name, typeName, hasEntitySet }) => ({ name, typeName, hasEntitySet }),
    ),
    valuesOf: (resource, field) => {
      const members = fields.get(resource);
      if (members === undefined) return NO_VALUES.noResource(resource);
      const member = members.get(field);
      return member === undefined ? NO_VALUES.noField(resource, field) : values.of(member);
    },
  };
}

/** The fields of each resource by name. A resource without fields has an entry too. */
function fieldsByResource({ resources, fields }: MetadataReport): Map<string, Map<string, ReportField>> {
  const byResource = new Map(
    resources.map(({ resourceName }) => [resourceName, new Map<string, ReportField>()]),
  );
  for (const field of fields) byResource.get(field.resourceName)?.set(field.fieldName, field);
  return byResource;
}

function toResource(
  resource: Pick<DeclaredResource, 'name' | 'typeName' | 'hasEntitySet'>,
  members: ReadonlyMap<string, ReportField>,
): DeclaredResource {
  const properties = new Map<string, DeclaredName>();
  const navigationProperties = new Map<string, DeclaredName>();
  for (const [name, { isExpansion }] of members) {
    (isExpansion === true ? navigationProperties : properties).set(name, { name });
  }
  return { ...resource, properties, navigationProperties };
}

/** The values in a report, by the lookup that they belong to. */
class ReportValues {
  readonly #byLookup = new Map<string, ReportLookup[]>();
  readonly #known = new Map<string, DeclaredValues>();

  constructor(
    lookups: readonly ReportLookup[],
    private readonly rowsBlocked: string | undefined,
  ) {
    for (const lookup of lookups) {
      const before = this.#byLookup.get(lookup.lookupName);
      if (before === undefined) this.#byLookup.set(lookup.lookupName, [lookup]);
      else before.push(lookup);
    }
  }

  /** The values of a field, or why there are none to judge. */
  of(field: ReportField): DeclaredValues | Unjudged {
    const place = `${field.resourceName}.${field.fieldName}`;
    if (field.isExpansion === true || field.isComplexType === true) return NO_VALUES.wrongType(place);
    const lookupName = lookupNameOf(field);
    const isMerged = lookupName !== undefined && field.type === lookupName;
    if (field.type === TYPE_OF_ROWS || isMerged) return this.#ofString(place, lookupName, isMerged);
    if (field.type.startsWith('Edm.')) return NO_VALUES.wrongType(place);
    return (
      this.#named(field.type) ??
      notEvaluated(`the report has no values of ${field.type}, the type of ${place}: it may not be declared`)
    );
  }

  #ofString(place: string, lookupName: string | undefined, isMerged: boolean): DeclaredValues | Unjudged {
    if (lookupName === undefined) return NO_VALUES.noAnnotation(place);
    const values = this.#named(lookupName);
    if (values !== undefined) return values;
    if (this.rowsBlocked !== undefined) return notEvaluated(this.rowsBlocked);
    return isMerged ? NO_VALUES.noRows(lookupName) : NO_VALUES.rowsNotGiven();
  }

  #named(lookup: string): DeclaredValues | undefined {
    const listed = this.#byLookup.get(lookup);
    if (listed === undefined) return undefined;
    const known = this.#known.get(lookup) ?? this.#toValues(lookup, listed);
    this.#known.set(lookup, known);
    return known;
  }

  #toValues(lookup: string, listed: readonly ReportLookup[]): DeclaredValues {
    const isOfRows = listed.some(({ type }) => type === TYPE_OF_ROWS);
    return {
      kind: 'values',
      source: isOfRows ? 'Lookup Resource' : 'EnumType',
      lookup,
      values: listed.map(toValue),
      ...(isOfRows && this.rowsBlocked !== undefined ? { incomplete: this.rowsBlocked } : {}),
    };
  }
}

function toValue(lookup: ReportLookup): DeclaredValue {
  const standardName = standardNameOf(lookup);
  return lookup.type === TYPE_OF_ROWS
    ? rowValue(lookup.lookupValue, standardName, legacyODataValueOf(lookup))
    : memberValue(lookup.lookupValue, standardName);
}
