import type {
  DataType,
  Dictionary,
  DictionaryElement,
  DictionaryExpansion,
  DictionaryField,
  DictionaryResource,
} from '../dictionary/dictionary.js';
import { element } from './xml.js';

const NAMESPACE = 'org.reso.metadata';
const ENUMS = 'org.reso.metadata.enums';

/** How enumerations are declared: as EnumTypes, or as strings whose values the Lookup Resource holds. */
export type Representation = 'enum' | 'lookup';

export interface DocumentOptions {
  /** The standard resources to declare; expansions to others are left out. */
  readonly resources: readonly string[];
  readonly representation: Representation;
}

const PLAIN_TYPES: Readonly<
  Record<Exclude<DataType, 'Single Enumeration' | 'Multiple Enumeration'>, string>
> = {
  Boolean: 'Edm.Boolean',
  Date: 'Edm.Date',
  Timestamp: 'Edm.DateTimeOffset',
  String: 'Edm.String',
  Integer: 'Edm.Int64',
  Decimal: 'Edm.Decimal',
};

/** An EDMX document that declares standard resources exactly as the dictionary has them. */
export function metadataDocument(dictionary: Dictionary, options: DocumentOptions): string {
  const resources = dictionary.resources.filter(({ name }) => options.resources.includes(name));
  const types = resources.map((resource) => entityType(resource, dictionary, options));
  const schemas = [schema(NAMESPACE, [...types, container(resources)])];
  const enums = options.representation === 'enum' ? enumTypes(resources, dictionary) : [];
  if (enums.length > 0) schemas.push(schema(ENUMS, enums));
  const root = element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    [element('edmx:DataServices', {}, schemas)],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function schema(namespace: string, content: readonly string[]): string {
  return element(
    'Schema',
    { Namespace: namespace, xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    content,
  );
}

function entityType(resource: DictionaryResource, dictionary: Dictionary, options: DocumentOptions): string {
  const key = keyOf(resource);
  return element('EntityType', { Name: resource.name }, [
    element('Key', {}, [element('PropertyRef', { Name: key })]),
    ...resource.elements.flatMap((member) => declaration(member, key, dictionary, options)),
  ]);
}

/** The key field: the resource's own, such as ListingKey or MemberKey, which the dictionary does not mark. */
function keyOf({ name, elements }: DictionaryResource): string {
  const strings = elements.filter((member) => member.kind === 'field' && member.type === 'String');
  const names = strings.map((member) => member.name);
  const own = [`${name}Key`, 'ListingKey', ...names.filter((candidate) => candidate.endsWith('Key'))];
  return own.find((candidate) => names.includes(candidate)) ?? names[0] ?? '';
}

function declaration(
  member: DictionaryElement,
  key: string,
  dictionary: Dictionary,
  options: DocumentOptions,
): readonly string[] {
  if (member.kind === 'expansion')
    return options.resources.includes(member.target) ? [navigation(member)] : [];
  return [property(member, key, dictionary, options)];
}

function navigation({ name, target, isCollection }: DictionaryExpansion): string {
  const type = `${NAMESPACE}.${target}`;
  return element('NavigationProperty', { Name: name, Type: isCollection ? `Collection(${type})` : type });
}

function property(
  field: DictionaryField,
  key: string,
  dictionary: Dictionary,
  { representation }: DocumentOptions,
): string {
  const { name, type, length, precision, scale, lookup } = field;
  const nullable = name === key ? 'false' : undefined;
  if (type !== 'Single Enumeration' && type !== 'Multiple Enumeration') {
    const values = { Name: name, Type: PLAIN_TYPES[type], Nullable: nullable, MaxLength: length };
    return element('Property', { ...values, Precision: precision, Scale: scale });
  }
  const isMulti = type === 'Multiple Enumeration';
  const hasValues = dictionary.lookups.some((candidate) => candidate.name === lookup);
  if (representation === 'enum' && hasValues) {
    const enumType = `${ENUMS}.${lookup}`;
    return element('Property', { Name: name, Type: isMulti ? `Collection(${enumType})` : enumType });
  }
  return element('Property', { Name: name, Type: isMulti ? 'Collection(Edm.String)' : 'Edm.String' }, [
    element('Annotation', { Term: 'RESO.OData.Metadata.LookupName', String: lookup }),
  ]);
}

function enumTypes(resources: readonly DictionaryResource[], dictionary: Dictionary): readonly string[] {
  const used = new Set(
    resources.flatMap(({ elements }) =>
      elements.map((member) => (member.kind === 'field' ? member.lookup : undefined)),
    ),
  );
  return dictionary.lookups
    .filter(({ name }) => used.has(name))
    .map(({ name, values }) =>
      element(
        'EnumType',
        { Name: name },
        values.map(({ standardValue, legacyODataValue }, at) =>
          element('Member', { Name: legacyODataValue, Value: at }, [
            element('Annotation', { Term: 'RESO.OData.Metadata.StandardName', String: standardValue }),
          ]),
        ),
      ),
    );
}

function container(resources: readonly DictionaryResource[]): string {
  return element(
    'EntityContainer',
    { Name: 'Default' },
    resources.map(({ name }) => element('EntitySet', { Name: name, EntityType: `${NAMESPACE}.${name}` })),
  );
}
