import type { EnumType, MetadataModel, Property } from '../../src/metadata/model.js';
import type { Entity } from '../../src/sandbox/data/value.js';

const TERM = 'RESO.OData.Metadata.LookupName';
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** LookupValues by LookupName. */
export type Advertised = ReadonlyMap<string, ReadonlySet<string>>;

/** What is wrong with a record under the metadata: a strict judge that is written for the tests alone. */
export function payloadFaults(
  model: MetadataModel,
  resource: string,
  record: Entity,
  lookups: Advertised = new Map(),
): readonly string[] {
  const type = model.types.get(`org.reso.metadata.${resource}`);
  if (type?.kind !== 'EntityType') return [`${resource} is not declared`];
  const declared = new Map(type.properties.map((property) => [property.name, property]));
  const foreign = Object.keys(record).filter((name) => !declared.has(name));
  const missing = [...declared.keys()].filter((name) => !Object.hasOwn(record, name));
  const wrong = [...declared.values()].flatMap((property) => {
    const fault = propertyFault(model, property, record[property.name], lookups);
    return fault === undefined ? [] : [`${property.name} ${fault}: ${JSON.stringify(record[property.name])}`];
  });
  return [
    ...foreign.map((name) => `${name} is not declared`),
    ...missing.map((name) => `${name} is missing`),
    ...wrong,
  ];
}

function propertyFault(
  model: MetadataModel,
  property: Property,
  value: unknown,
  lookups: Advertised,
): string | undefined {
  if (property.type.isCollection) {
    if (!Array.isArray(value)) return 'is no array';
    return value
      .map((item) => itemFault(model, property, item, lookups))
      .find((fault) => fault !== undefined);
  }
  if (value === null) return property.facets.nullable === 'false' ? 'is null' : undefined;
  return itemFault(model, property, value, lookups);
}

function itemFault(
  model: MetadataModel,
  property: Property,
  value: unknown,
  lookups: Advertised,
): string | undefined {
  const type = model.types.get(property.type.name);
  if (type?.kind === 'EnumType') return memberFault(type, value);
  const lookup = property.annotations.find(({ term }) => term === TERM)?.value;
  if (lookup !== undefined)
    return lookups.get(lookup)?.has(String(value)) === true ? undefined : `is not in ${lookup}`;
  return PRIMITIVES[property.type.name]?.(value, property) ?? undefined;
}

function memberFault({ members, isFlags }: EnumType, value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is no text';
  const names = isFlags ? value.split(',') : [value];
  const isMember = (text: string) => members.some(({ name }) => name === text);
  return names.every(isMember) ? undefined : 'is no member';
}

const PRIMITIVES: Readonly<Record<string, (value: unknown, property: Property) => string | undefined>> = {
  'Edm.Boolean': (value) => (typeof value === 'boolean' ? undefined : 'is no boolean'),
  'Edm.Int64': (value) => (Number.isSafeInteger(value) ? undefined : 'is no integer'),
  'Edm.Decimal': (value, property) => decimalFault(value, property),
  'Edm.Date': (value) => (DAY.test(String(value)) && isRealDay(String(value)) ? undefined : 'is no date'),
  'Edm.DateTimeOffset': (value) =>
    INSTANT.test(String(value)) && isRealDay(String(value).slice(0, 10)) ? undefined : 'is no timestamp',
  'Edm.String': (value, { facets }) => {
    if (typeof value !== 'string' || value === '') return 'is no text';
    return [...value].length <= Number(facets.maxLength ?? Infinity) ? undefined : 'is too long';
  },
};

function isRealDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function decimalFault(value: unknown, { facets }: Property): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'is no number';
  const [, whole = '', decimals = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === '') return 'is no plain decimal';
  const [precision, scale] = [Number(facets.precision), Number(facets.scale)];
  return decimals.length <= scale && whole.length <= precision - scale ? undefined : 'is too precise';
}
