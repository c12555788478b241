// Valid metadata of any size, made like that of real services: entity types with keys, properties, navigation
// properties and annotations, complex types, enumerations, type definitions, operations and one container.

const EDMX = 'http://docs.oasis-open.org/odata/ns/edmx';
const EDM = 'http://docs.oasis-open.org/odata/ns/edm';
const NAMESPACE = 'org.example.metadata';
const GROUPS_A_SCHEMA = 200;

/**
 * A valid CSDL 4.0 document of at least so many characters.
 *
 * @returns {{ text: string, types: number }} the document and how many types it declares
 */
export function edmxDocument(length) {
  const schemas = [];
  const sets = [];
  let size = 0;
  let group = 0;
  while (size < length) {
    const schema = [];
    for (let one = 0; one < GROUPS_A_SCHEMA && size < length; one++, group++) {
      const text = typeGroup(group, `${NAMESPACE}.m${schemas.length}`);
      const set = entitySet(group, `${NAMESPACE}.m${schemas.length}`);
      schema.push(text);
      sets.push(set);
      size += text.length + set.length;
    }
    schemas.push(schema.join(''));
  }
  const container = `      <EntityContainer Name="Container">\n${sets.join('')}      </EntityContainer>\n`;
  const bodies = [...schemas.map((body, index) => schemaElement(`${NAMESPACE}.m${index}`, body))];
  bodies.push(schemaElement(`${NAMESPACE}.service`, container));
  return { text: documentElement(bodies.join('')), types: group * TYPES_A_GROUP };
}

const TYPES_A_GROUP = 6;

function documentElement(schemas) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="${EDMX}" Version="4.0">
  <edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml">
    <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>
  </edmx:Reference>
  <edmx:DataServices>
${schemas}  </edmx:DataServices>
</edmx:Edmx>
`;
}

function schemaElement(namespace, content) {
  return `    <Schema xmlns="${EDM}" Namespace="${namespace}">\n${content}    </Schema>\n`;
}

function typeGroup(group, namespace) {
  return [
    entityType(`Listing${group}`, group, namespace),
    entityType(`Person${group}`, group + 1, namespace),
    complexType(`Address${group}`, group),
    enumType(`Status${group}`, 4 + (group % 5), false),
    enumType(`Feature${group}`, 3 + (group % 3), true),
    `      <TypeDefinition Name="Amount${group}" UnderlyingType="Edm.Decimal" Precision="14" Scale="2"/>\n`,
    operations(group, namespace),
  ].join('');
}

const PROPERTIES = [
  ['Key', 'Type="Edm.String" Nullable="false" MaxLength="255"'],
  ['ModificationTimestamp', 'Type="Edm.DateTimeOffset" Precision="3"'],
  ['Price', 'Type="Edm.Decimal" Precision="14" Scale="2"'],
  ['Remarks', 'Type="Edm.String" MaxLength="4000"'],
  ['Count', 'Type="Edm.Int64"'],
  ['Active', 'Type="Edm.Boolean"'],
  ['ContractDate', 'Type="Edm.Date"'],
  ['Latitude', 'Type="Edm.Double"'],
];

function entityType(name, seed, namespace) {
  const properties = PROPERTIES.map(
    ([property, facets], index) =>
      `        <Property Name="${property}" ${facets}${index % 3 === seed % 3 ? description(`${name} ${property}`) : '/>\n'}`,
  );
  const group = name.replace(/^\D+/, '');
  return `      <EntityType Name="${name}">
        <Key>
          <PropertyRef Name="Key"/>
        </Key>
${properties.join('')}        <Property Name="Status" Type="${namespace}.Status${group}"/>
        <Property Name="Features" Type="${namespace}.Feature${group}"/>
        <Property Name="City" Type="Edm.String"${lookupName(`City${seed % 100}`)}        <Property Name="Addresses" Type="Collection(${namespace}.Address${group})"/>
        <NavigationProperty Name="Agent" Type="${namespace}.Person${group}" Nullable="true">
          <ReferentialConstraint Property="Remarks" ReferencedProperty="Key"/>
        </NavigationProperty>
        <NavigationProperty Name="Related" Type="Collection(${namespace}.Listing${group})" ContainsTarget="false"/>
      </EntityType>
`;
}

function description(subject) {
  return `>
          <Annotation Term="Core.Description" String="What ${subject} means to those who read it"/>
        </Property>
`;
}

function lookupName(lookup) {
  return `>
          <Annotation Term="RESO.OData.Metadata.LookupName" String="${lookup}"/>
        </Property>
`;
}

function complexType(name, seed) {
  return `      <ComplexType Name="${name}">
        <Property Name="Street" Type="Edm.String" MaxLength="${50 + (seed % 50)}"/>
        <Property Name="PostalCode" Type="Edm.String" MaxLength="10" Nullable="false"/>
        <Property Name="Unit" Type="Edm.Int32"/>
      </ComplexType>
`;
}

function enumType(name, members, isFlags) {
  const flags = isFlags ? ' IsFlags="true"' : '';
  const list = Array.from(
    { length: members },
    (_, index) =>
      `        <Member Name="Value${index}" Value="${isFlags ? 2 ** index : index}">
          <Annotation Term="RESO.OData.Metadata.StandardName" String="Value ${index} of ${name}"/>
        </Member>
`,
  );
  return `      <EnumType Name="${name}" UnderlyingType="Edm.Int32"${flags}>\n${list.join('')}      </EnumType>\n`;
}

function operations(group, namespace) {
  return `      <Function Name="Nearby${group}" IsBound="true">
        <Parameter Name="listing" Type="${namespace}.Listing${group}"/>
        <ReturnType Type="Collection(${namespace}.Listing${group})"/>
      </Function>
      <Annotations Target="${namespace}.Listing${group}/Price">
        <Annotation Term="Core.Permissions" EnumMember="Core.Permission/Read"/>
        <Annotation Term="Core.Revisions">
          <Collection>
            <Record>
              <PropertyValue Property="Version" String="${group}.0"/>
              <PropertyValue Property="Description" String="Added &amp; agreed"/>
            </Record>
          </Collection>
        </Annotation>
      </Annotations>
`;
}

function entitySet(group, namespace) {
  return `        <EntitySet Name="Listing${group}" EntityType="${namespace}.Listing${group}">
          <NavigationPropertyBinding Path="Agent" Target="Person${group}"/>
        </EntitySet>
        <EntitySet Name="Person${group}" EntityType="${namespace}.Person${group}"/>
`;
}
