import { describe, expect, it } from 'vitest';
import { including } from '../documents.js';
import { faultsOf, KEY, type PlantedFault } from './faults.js';

const NO_KEY = '<EntityType Name="T"><Property Name="P" Type="Edm.String"/></EntityType>';
const SET = '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/></EntityContainer>';

describe('edmx/missing-key', () => {
  it.each([
    ['a type that nothing uses', NO_KEY, true, false],
    [
      'a type of a singleton',
      `${NO_KEY}<EntityContainer Name="C"><Singleton Name="T" Type="self.T"/></EntityContainer>`,
      true,
      false,
    ],
    ['a type of an entity set', `${NO_KEY}${SET}`, true, true],
    ['an abstract type', NO_KEY.replace('"T"', '"T" Abstract="true"'), false, false],
    [
      'an abstract type of an entity set',
      `${NO_KEY.replace('"T"', '"T" Abstract="true"')}${SET}`,
      true,
      true,
    ],
    [
      'a contained collection',
      `${NO_KEY.replace('"T"', '"T" Abstract="true"')}<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="Collection(self.T)" ContainsTarget="true"/></EntityType>`,
      true,
      true,
    ],
    [
      'a contained single entity',
      `${NO_KEY.replace('"T"', '"T" Abstract="true"')}<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="self.T" ContainsTarget="true"/></EntityType>`,
      false,
      false,
    ],
    [
      'a type that inherits its key',
      `<EntityType Name="B">${KEY}</EntityType><EntityType Name="T" BaseType="self.B"/>${SET}`,
      false,
      false,
    ],
    [
      'a type that inherits none',
      `<EntityType Name="B" Abstract="true"/><EntityType Name="T" BaseType="self.B"/>${SET}`,
      true,
      true,
    ],
    [
      'a type and another one derived from it',
      `<EntityType Name="T"/>\n<EntityType Name="U" BaseType="self.T"/>${SET.replace('/></', '/><EntitySet Name="Us" EntityType="self.U"/></')}`,
      true,
      true,
    ],
  ])('%s', (_, content, in40, in401) => {
    expect(faultsOf(content).told).toEqual(in40 ? ['3 error edmx/missing-key'] : []);
    expect(faultsOf(content, { version: '4.01' }).told).toEqual(in401 ? ['3 error edmx/missing-key'] : []);
  });

  it('cannot say so where the base type is declared elsewhere', () => {
    const { told } = faultsOf(`<EntityType Name="T" BaseType="o.B"/>${SET}`, {
      references: including('org.other', 'o'),
    });
    expect(told).toEqual(['3 warning edmx/unresolved-type']);
  });

  it('says why', () => {
    expect(faultsOf(`${NO_KEY}${SET}`).messages).toEqual([
      'The EntityType T has no key, but the entity set Ts needs one, so that its entities can be asked for one by one (OData CSDL 4.0, section 8.2). Add a Key with a PropertyRef.',
    ]);
  });
});

/** An entity type with this in its key, and these properties. */
const keyed = (key: string, properties: string): string =>
  `<ComplexType Name="V"><Property Name="Z" Type="Edm.Int32" Nullable="false"/></ComplexType><EntityType Name="T"><Key>\n${key}</Key>${properties}</EntityType>`;
const P = 'Schema[ns]/EntityType[T]/Key/PropertyRef';

const FAULTS: readonly PlantedFault[] = [
  [
    'a property that is not there',
    keyed('<PropertyRef Name="Id"/>', '<Property Name="ID" Type="Edm.String" Nullable="false"/>'),
    4,
    { element: `${P}[Id]` },
  ],
  ...[
    'Single',
    'Double',
    'Binary',
    'Stream',
    'GeographyPoint',
    'GeometryCollection',
    'Untyped',
    'PrimitiveType',
  ].map(
    (type): PlantedFault => [
      `a property of the type ${type}`,
      keyed('<PropertyRef Name="Id"/>', `<Property Name="Id" Type="Edm.${type}" Nullable="false"/>`),
      4,
      { element: `${P}[Id]` },
    ],
  ),
  [
    'a complex property',
    keyed('<PropertyRef Name="Id"/>', '<Property Name="Id" Type="self.V" Nullable="false"/>'),
    4,
    { element: `${P}[Id]` },
  ],
  [
    'a definition of a type for no keys',
    `<TypeDefinition Name="D" UnderlyingType="Edm.Double"/>${keyed('<PropertyRef Name="Id"/>', '<Property Name="Id" Type="self.D" Nullable="false"/>')}`,
    4,
    { element: `${P}[Id]` },
  ],
  [
    'a collection',
    keyed('<PropertyRef Name="Id"/>', '<Property Name="Id" Type="Collection(Edm.String)" Nullable="false"/>'),
    4,
    { element: `${P}[Id]` },
  ],
  [
    'a navigation property',
    keyed('<PropertyRef Name="N"/>', '<NavigationProperty Name="N" Type="self.T" Nullable="false"/>'),
    4,
    { element: `${P}[N]` },
  ],
  [
    'a path without alias',
    keyed('<PropertyRef Name="Home/Z"/>', '<Property Name="Home" Type="self.V" Nullable="false"/>'),
    4,
    { element: `${P}[Home/Z]/@Alias` },
  ],
  [
    'an alias without path',
    keyed(
      '<PropertyRef Name="Id" Alias="Other"/>',
      '<Property Name="Id" Type="Edm.String" Nullable="false"/>',
    ),
    4,
    { element: `${P}[Id]/@Alias` },
  ],
  [
    'a path that breaks off',
    keyed('<PropertyRef Name="Home/Y" Alias="Y"/>', '<Property Name="Home" Type="self.V" Nullable="false"/>'),
    4,
    { element: `${P}[Home/Y]` },
  ],
  [
    'a path through a collection',
    keyed(
      '<PropertyRef Name="Home/Z" Alias="Z"/>',
      '<Property Name="Home" Type="Collection(self.V)" Nullable="false"/>',
    ),
    4,
    { element: `${P}[Home/Z]` },
  ],
  [
    'a key beside an inherited one',
    `<EntityType Name="B">${KEY}</EntityType><EntityType Name="T" BaseType="self.B">\n<Key>\n<PropertyRef Name="Q"/></Key><Property Name="Q" Type="Edm.String" Nullable="false"/></EntityType>`,
    4,
    { element: 'Schema[ns]/EntityType[T]/Key' },
  ],
];

describe('edmx/key-property', () => {
  it.each(FAULTS)('%s', (_, content, line, subject) => {
    const { told, subjects } = faultsOf(content);
    expect(told).toEqual([`${line} error edmx/key-property`]);
    expect(subjects).toEqual([subject]);
  });

  it.each([
    'String',
    'Guid',
    'Int64',
    'Boolean',
    'Date',
    'DateTimeOffset',
    'Decimal',
    'Duration',
    'TimeOfDay',
    'Byte',
  ])('lets a key of the type %s be', (type) => {
    const content = keyed(
      '<PropertyRef Name="Id"/>',
      `<Property Name="Id" Type="Edm.${type}" Nullable="false"/>`,
    );
    expect(faultsOf(content).told).toEqual([]);
  });

  it('lets enumerations, definitions and paths with an alias be', () => {
    const content = `<EnumType Name="E"><Member Name="A"/></EnumType><TypeDefinition Name="D" UnderlyingType="Edm.String"/>
${keyed('<PropertyRef Name="E"/><PropertyRef Name="D"/><PropertyRef Name="Home/Z" Alias="Z"/>', '<Property Name="E" Type="self.E" Nullable="false"/><Property Name="D" Type="self.D" Nullable="false"/><Property Name="Home" Type="self.V" Nullable="false"/>')}`;
    expect(faultsOf(content).told).toEqual([]);
  });

  it('lets a key of 4.01 go through a single navigation', () => {
    const content = keyed(
      '<PropertyRef Name="N/Id" Alias="NId"/>',
      '<NavigationProperty Name="N" Type="self.U" Nullable="false"/>',
    ).concat(`<EntityType Name="U">${KEY}</EntityType>`);
    expect(faultsOf(content, { version: '4.01' }).told).toEqual([]);
    expect(faultsOf(content).told).toEqual(['4 error edmx/key-property']);
  });

  it('warns of a key that may be null, and fails it by the specification', () => {
    const content =
      '<EntityType Name="T"><Key><PropertyRef Name="Id"/></Key>\n<Property Name="Id" Type="Edm.String"/></EntityType>';
    expect(faultsOf(content).told).toEqual(['4 warning edmx/key-property']);
    expect(faultsOf(content, { profile: 'specification' }).told).toEqual(['4 error edmx/key-property']);
  });

  it('fails a key that says it may be null', () => {
    const content =
      '<EntityType Name="T"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String"\nNullable="true"/></EntityType>';
    expect(faultsOf(content).told).toEqual(['4 error edmx/key-property']);
  });
});
