/** The parts of a small EDMX document. Each is a list of lines. */
export interface EdmxParts {
  /** Members of the entity type Property, from line 9 on. */
  readonly property?: readonly string[];
  /** Further elements of the schema, after the entity type. */
  readonly schema?: readonly string[];
  /** Further elements of the container. */
  readonly container?: readonly string[];
  /** The entity set of Property; an empty text leaves it out. */
  readonly propertySet?: string;
}

/**
 * A small EDMX document, `org.test`, with one resource, Property. A line of `property` that is only text between tags
 * stays as it is, so that the first of them is line 9 of the document.
 */
export function edmx({ property = [], schema = [], container = [], propertySet }: EdmxParts): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    ' <edmx:DataServices>',
    '  <Schema Namespace="org.test" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    '   <EntityType Name="Property">',
    '    <Key>',
    '     <PropertyRef Name="ListingKey"/></Key>',
    '    <Property Name="ListingKey" Type="Edm.String" Nullable="false"/>',
    ...property,
    '   </EntityType>',
    ...schema,
    '   <EntityContainer Name="Default">',
    propertySet ?? '    <EntitySet Name="Property" EntityType="org.test.Property"/>',
    ...container,
    '   </EntityContainer>',
    '  </Schema>',
    ' </edmx:DataServices>',
    '</edmx:Edmx>',
  ].join('\n');
}

/** A property element. */
export function property(name: string, type: string, rest = ''): string {
  return `<Property Name="${name}" Type="${type}"${rest}/>`;
}

/** A property that carries the LookupName annotation, on one line. */
export function annotated(name: string, type: string, lookup: string): string {
  return `<Property Name="${name}" Type="${type}"><Annotation Term="RESO.OData.Metadata.LookupName" String="${lookup}"/></Property>`;
}

/**
 * An EnumType, its members one a line; `Name=StandardName` gives a member its standard name. With IsFlags, members get
 * values.
 */
export function enumType(name: string, members: readonly string[], attributes = ''): readonly string[] {
  return [
    `<EnumType Name="${name}"${attributes}>`,
    ...members.map((member, at) => {
      const [memberName = '', standardName] = member.split('=');
      const value = attributes.includes('IsFlags') ? ` Value="${2 ** at}"` : '';
      return standardName === undefined
        ? `<Member Name="${memberName}"${value}/>`
        : `<Member Name="${memberName}"${value}><Annotation Term="RESO.OData.Metadata.StandardName" String="${standardName}"/></Member>`;
    }),
    '</EnumType>',
  ];
}

/** An entity type with a key, unless it inherits one, and the members given, and nothing else. */
export function entityType(
  name: string,
  members: readonly string[] = [],
  attributes = '',
): readonly string[] {
  if (attributes.includes('BaseType='))
    return [`<EntityType Name="${name}"${attributes}>`, ...members, '</EntityType>'];
  return [
    `<EntityType Name="${name}"${attributes}><Key><PropertyRef Name="${name}Key"/></Key>`,
    `<Property Name="${name}Key" Type="Edm.String" Nullable="false"/>`,
    ...members,
    '</EntityType>',
  ];
}

/** An entity set of a type in the document's schema. */
export function entitySet(name: string, type = name): string {
  return `<EntitySet Name="${name}" EntityType="org.test.${type}"/>`;
}
