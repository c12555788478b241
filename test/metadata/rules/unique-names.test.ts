import { describe, expect, it } from 'vitest';
import { check, container, documentWith, including } from '../documents.js';
import { faultsOf, KEY, type PlantedFault } from './faults.js';

const FAULTS: readonly PlantedFault[] = [
  [
    'two types',
    '<ComplexType Name="T"/>\n<EnumType Name="T"><Member Name="A"/></EnumType>',
    4,
    { element: 'Schema[ns]/EnumType[T][2]' },
  ],
  [
    'a type and a term',
    '<ComplexType Name="T"/>\n<Term Name="T" Type="Edm.String"/>',
    4,
    { element: 'Schema[ns]/Term[T][2]' },
  ],
  [
    'a type and a container',
    `<ComplexType Name="C"/><Action Name="A"/>\n<EntityContainer Name="C"><ActionImport Name="A" Action="ns.A"/></EntityContainer>`,
    4,
    { element: 'Schema[ns]/EntityContainer[C][2]' },
  ],
  [
    'a type and a function',
    '<ComplexType Name="F"/>\n<Function Name="F"><ReturnType Type="Edm.Int32"/></Function>',
    4,
    { element: 'Schema[ns]/Function[F]/@Name' },
  ],
  [
    'two properties',
    `<EntityType Name="T">${KEY}<Property Name="P" Type="Edm.Int32"/>\n<Property Name="P" Type="Edm.String"/></EntityType>`,
    4,
    { element: 'Schema[ns]/EntityType[T]/Property[P][2]' },
  ],
  [
    'a property and a navigation property',
    `<EntityType Name="T">${KEY}<Property Name="P" Type="Edm.Int32"/>\n<NavigationProperty Name="P" Type="self.T"/></EntityType>`,
    4,
    { element: 'Schema[ns]/EntityType[T]/NavigationProperty[P][2]' },
  ],
  [
    'two properties of a complex type',
    '<ComplexType Name="T"><Property Name="P" Type="Edm.Int32"/>\n<Property Name="P" Type="Edm.Int32"/></ComplexType>',
    4,
    { element: 'Schema[ns]/ComplexType[T]/Property[P][2]' },
  ],
  [
    'two members',
    '<EnumType Name="E"><Member Name="A"/>\n<Member Name="A"/></EnumType>',
    4,
    { element: 'Schema[ns]/EnumType[E]/Member[A][2]' },
  ],
  [
    'a property twice in a key',
    '<EntityType Name="T"><Key><PropertyRef Name="Id"/>\n<PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/></EntityType>',
    4,
    { element: 'Schema[ns]/EntityType[T]/Key/PropertyRef[Id][2]' },
  ],
  [
    'two sets',
    `<EntityType Name="T">${KEY}</EntityType><EntityContainer Name="C"><EntitySet Name="S" EntityType="self.T"/>\n<Singleton Name="S" Type="self.T"/></EntityContainer>`,
    4,
    { element: 'Schema[ns]/EntityContainer[C]/Singleton[S][2]' },
  ],
  [
    'a set and an import',
    `<EntityType Name="T">${KEY}</EntityType><Action Name="A"/><EntityContainer Name="C"><EntitySet Name="S" EntityType="self.T"/>\n<ActionImport Name="S" Action="self.A"/></EntityContainer>`,
    4,
    { element: 'Schema[ns]/EntityContainer[C]/ActionImport[S][2]' },
  ],
  [
    'two bindings of one path',
    `<EntityType Name="T">${KEY}<NavigationProperty Name="N" Type="self.T"/></EntityType><EntityContainer Name="C"><EntitySet Name="S" EntityType="self.T"><NavigationPropertyBinding Path="N" Target="S"/>\n<NavigationPropertyBinding Path="N" Target="S"/></EntitySet></EntityContainer>`,
    4,
    { element: 'Schema[ns]/EntityContainer[C]/EntitySet[S]/NavigationPropertyBinding[N][2]' },
  ],
  [
    'two parameters',
    '<Action Name="A"><Parameter Name="p" Type="Edm.Int32"/>\n<Parameter Name="p" Type="Edm.Int32"/></Action>',
    4,
    { element: 'Schema[ns]/Action[A]/Parameter[p][2]' },
  ],
  [
    'two unbound actions',
    '<Action Name="A"/>\n<Action Name="A"><Parameter Name="p" Type="Edm.Int32"/></Action>',
    4,
    { element: 'Schema[ns]/Action[A][2]' },
  ],
  [
    'two actions bound to one type',
    '<Action Name="A" IsBound="true"><Parameter Name="it" Type="Edm.Int32"/></Action>\n<Action Name="A" IsBound="true"><Parameter Name="that" Type="Edm.Int32"/></Action>',
    4,
    { element: 'Schema[ns]/Action[A][2]' },
  ],
  [
    'two functions with the same names of parameters',
    '<Function Name="F"><Parameter Name="a" Type="Edm.Int32"/><Parameter Name="b" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>\n<Function Name="F"><Parameter Name="b" Type="Edm.String"/><Parameter Name="a" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>',
    4,
    { element: 'Schema[ns]/Function[F][2]' },
  ],
  [
    'two functions with the same types of parameters',
    '<Function Name="F"><Parameter Name="a" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>\n<Function Name="F"><Parameter Name="b" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>',
    4,
    { element: 'Schema[ns]/Function[F][2]' },
  ],
  [
    'an alias in a key that is a property',
    '<ComplexType Name="V"><Property Name="Z" Type="Edm.Int32" Nullable="false"/></ComplexType><EntityType Name="T"><Key>\n<PropertyRef Name="Home/Z" Alias="Home"/></Key><Property Name="Home" Type="self.V" Nullable="false"/></EntityType>',
    4,
    { element: 'Schema[ns]/EntityType[T]/Key/PropertyRef[Home/Z]/@Alias' },
  ],
  [
    'an inherited property',
    `<EntityType Name="B">${KEY}</EntityType><EntityType Name="M" BaseType="self.B"/><EntityType Name="T" BaseType="self.M">\n<Property Name="Id" Type="Edm.Int32"/></EntityType>`,
    4,
    { element: 'Schema[ns]/EntityType[T]/Property[Id]' },
  ],
];

describe('edmx/unique-names', () => {
  it.each(FAULTS)('%s', (_, content, line, subject) => {
    const { told, subjects } = faultsOf(content);
    expect(told).toEqual([`${line} error edmx/unique-names`]);
    expect(subjects).toEqual([subject]);
  });

  it.each([
    [
      'two Schemas',
      documentWith(`<Schema Namespace="a">${container('C', 'a')}</Schema>\n<Schema Namespace="a"/>`),
      { element: 'Schema[a][2]' },
    ],
    [
      'an alias for two namespaces',
      documentWith(
        `<Schema Namespace="a" Alias="x">${container('C', 'a')}</Schema>\n<Schema Namespace="b" Alias="x"/>`,
      ),
      { element: 'Schema[b]/@Alias' },
    ],
    [
      'an alias that is a namespace',
      documentWith(
        `<Schema Namespace="a">${container('C', 'a')}</Schema>\n<Schema Namespace="b" Alias="a"/>`,
      ),
      { element: 'Schema[b]/@Alias' },
    ],
    [
      'two Includes',
      documentWith(
        `<Schema Namespace="a">${container('C', 'a')}</Schema>`,
        `${including('o', 'x')}\n${including('o', 'y')}`,
      ),
      { element: 'Include[o][2]' },
    ],
    [
      'two References to one document',
      documentWith(
        `<Schema Namespace="a">${container('C', 'a')}</Schema>`,
        `${including('o', 'x')}\n${including('p', 'y')}`,
      ),
      { element: 'Reference[https://example.org/x.xml][2]' },
    ],
  ])('%s', (_, text, subject) => {
    const { findings } = check(text);
    expect(findings).toMatchObject([{ rule: 'edmx/unique-names', subject, location: { line: 2 } }]);
  });

  it.each([
    [
      'overloads that differ',
      `<Action Name="A"/><Action Name="A" IsBound="true"><Parameter Name="it" Type="Edm.Int32"/></Action><Action Name="A" IsBound="true"><Parameter Name="it" Type="Collection(Edm.Int32)"/></Action>
<Function Name="F"><ReturnType Type="Edm.Int32"/></Function><Function Name="F"><Parameter Name="p" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>`,
    ],
    [
      'members with one value',
      '<EnumType Name="E"><Member Name="A" Value="1"/><Member Name="B" Value="1"/></EnumType>',
    ],
    [
      'names that differ in case, and the same name in sibling types',
      `<EntityType Name="B">${KEY}</EntityType><EntityType Name="S" BaseType="self.B"><Property Name="P" Type="Edm.Int32"/></EntityType><EntityType Name="T" BaseType="self.B"><Property Name="P" Type="Edm.Int32"/><Property Name="p" Type="Edm.Int32"/></EntityType>`,
    ],
  ])('lets %s be', (_, content) => {
    expect(faultsOf(content).told).toEqual([]);
  });

  it('lets a type of 4.01 narrow an inherited property, and nothing else', () => {
    const content = (type: string) =>
      `<ComplexType Name="V"/><ComplexType Name="W" BaseType="self.V"/><EntityType Name="B">${KEY}<Property Name="P" Type="self.V"/></EntityType>
<EntityType Name="T" BaseType="self.B"><Property Name="P" Type="${type}"/></EntityType>`;
    expect(faultsOf(content('self.W'), { version: '4.01' }).told).toEqual([]);
    expect(faultsOf(content('self.V'), { version: '4.01' }).told).toEqual(['4 error edmx/unique-names']);
    expect(faultsOf(content('Edm.String'), { version: '4.01' }).told).toEqual(['4 error edmx/unique-names']);
    expect(faultsOf(content('self.W')).told).toEqual(['4 error edmx/unique-names']);
  });

  it.each([
    ['Edm.PrimitiveType', 'Edm.String'],
    ['Edm.PrimitiveType', 'self.E'],
    ['Edm.Untyped', 'Edm.Int32'],
    ['Edm.ComplexType', 'self.V'],
    ['Edm.Geography', 'Edm.GeographyPoint'],
  ])('lets a type of 4.01 narrow %s to %s', (base, type) => {
    const content = `<ComplexType Name="V"/><EnumType Name="E"><Member Name="A"/></EnumType><ComplexType Name="B"><Property Name="P" Type="${base}"/></ComplexType><ComplexType Name="T" BaseType="self.B"><Property Name="P" Type="${type}"/></ComplexType>`;
    expect(faultsOf(content, { version: '4.01' }).told).toEqual([]);
  });

  it('only warns of an annotation that comes twice', () => {
    const content =
      '<Term Name="T" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.X" String="a"/>\n<Annotation Term="RESO.OData.Metadata.X" String="b"/><Annotation Term="RESO.OData.Metadata.X" Qualifier="q" String="c"/></Term>';
    expect(faultsOf(content).told).toEqual(['4 warning edmx/unique-names']);
  });
});
