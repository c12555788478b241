import type { DataType, DictionaryExpansion, DictionaryField } from '../dictionary/dictionary.js';
import { enumTypeName } from './enum-types.js';
import { hasEnumType, isFlags, type Notation } from './notation.js';
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
  notation: Notation,
): string {
  return element('EntityType', { Name: name }, [
    element('Key', {}, [element('PropertyRef', { Name: key })]),
    ...fields.map((field) => property(field, required.has(field.name), notation)),
    ...expansions.map(navigation),
  ]);
}

function property(field: DictionaryField, isRequired: boolean, notation: Notation): string {
  const { name, type, length, precision, scale, lookup = '' } = field;
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') {
    const nullable = isRequired ? 'false' : undefined;
    const own = { Name: name, Type: PLAIN_TYPES[type], Nullable: nullable, MaxLength: length };
    return element('Property', { ...own, Precision: precision, Scale: scale });
  }
  const isEnum = hasEnumType(field, notation);
  const item = isEnum ? enumTypeName(lookup) : 'Edm.String';
  const isCollection = type === 'Multiple Enumeration' && !isFlags(field, notation);
  const declared = { Name: name, Type: isCollection ? `Collection(${item})` : item };
  if (isEnum) return element('Property', declared);
  const annotation = { Term: 'RESO.OData.Metadata.LookupName', String: lookup };
  return element('Property', declared, [element('Annotation', annotation)]);
}

function navigation({ name, target, isCollection }: DictionaryExpansion): string {
  const type = `${NAMESPACE}.${target}`;
  return element('NavigationProperty', { Name: name, Type: isCollection ? `Collection(${type})` : type });
}
