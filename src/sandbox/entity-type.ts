import type { DataType, DictionaryExpansion, DictionaryField } from '../dictionary/dictionary.js';
import { enumTypeName } from './enum-types.js';
import type { LookupValues } from './lookup-values.js';
import type { Representation } from './representation.js';
import type { ServedResource } from './served-resources.js';
import { element } from './xml.js';

/** The namespace of the entity types. */
export const NAMESPACE = 'org.reso.metadata';

type PlainType = Exclude<DataType, 'Single Enumeration' | 'Multiple Enumeration'>;

/** The OData type that each plain data type is declared as (RCP-40, Data Type Mappings). */
export const PLAIN_TYPES = {
  Boolean: 'Edm.Boolean',
  Date: 'Edm.Date',
  Timestamp: 'Edm.DateTimeOffset',
  String: 'Edm.String',
  Integer: 'Edm.Int64',
  Decimal: 'Edm.Decimal',
} as const satisfies Readonly<Record<PlainType, string>>;

/** The EntityType of a resource: its key, properties and navigation properties. */
export function entityType(
  { name, key, fields, expansions, required }: ServedResource,
  representation: Representation,
  values: LookupValues,
): string {
  return element('EntityType', { Name: name }, [
    element('Key', {}, [element('PropertyRef', { Name: key })]),
    ...fields.map((field) => property(field, required.has(field.name), representation, values)),
    ...expansions.map(navigation),
  ]);
}

/** Whether a field is declared with an EnumType: not in the `lookup` representation, nor without values. */
export function hasEnumType(
  { lookup }: DictionaryField,
  representation: Representation,
  values: LookupValues,
): boolean {
  return representation === 'enum' && lookup !== undefined && (values.get(lookup) ?? []).length > 0;
}

function property(
  field: DictionaryField,
  isRequired: boolean,
  representation: Representation,
  values: LookupValues,
): string {
  const { name, type, length, precision, scale, lookup = '' } = field;
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') {
    const nullable = isRequired ? 'false' : undefined;
    const own = { Name: name, Type: PLAIN_TYPES[type], Nullable: nullable, MaxLength: length };
    return element('Property', { ...own, Precision: precision, Scale: scale });
  }
  const isEnum = hasEnumType(field, representation, values);
  const item = isEnum ? enumTypeName(lookup) : 'Edm.String';
  const declared = { Name: name, Type: type === 'Multiple Enumeration' ? `Collection(${item})` : item };
  if (isEnum) return element('Property', declared);
  const annotation = { Term: 'RESO.OData.Metadata.LookupName', String: lookup };
  return element('Property', declared, [element('Annotation', annotation)]);
}

function navigation({ name, target, isCollection }: DictionaryExpansion): string {
  const type = `${NAMESPACE}.${target}`;
  return element('NavigationProperty', { Name: name, Type: isCollection ? `Collection(${type})` : type });
}
