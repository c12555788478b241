import { describe, expect, it } from 'vitest';
import { faultsOf, KEY, type PlantedFault } from './faults.js';

const T = `<EntityType Name="T">${KEY}</EntityType>`;
const V = '<ComplexType Name="V"/>';
const E = '<EnumType Name="E"><Member Name="A"/></EnumType>';
const CONTAINER = 'Schema[ns]/EntityContainer[C]';

const FAULTS: readonly PlantedFault[] = [
  [
    'an entity type based on a complex type',
    `${V}\n<EntityType Name="X" BaseType="self.V"/>`,
    4,
    { element: 'Schema[ns]/EntityType[X]' },
  ],
  [
    'a complex type based on an entity type',
    `${T}\n<ComplexType Name="X" BaseType="self.T"/>`,
    4,
    { element: 'Schema[ns]/ComplexType[X]' },
  ],
  [
    'an enumeration based on a string',
    '\n<EnumType Name="E" UnderlyingType="Edm.String"><Member Name="A"/></EnumType>',
    4,
    { element: 'Schema[ns]/EnumType[E]' },
  ],
  [
    'a type definition based on a type definition',
    '<TypeDefinition Name="D" UnderlyingType="Edm.String"/>\n<TypeDefinition Name="X" UnderlyingType="self.D"/>',
    4,
    { element: 'Schema[ns]/TypeDefinition[X]' },
  ],
  [
    'a type definition based on a complex type',
    `${V}\n<TypeDefinition Name="X" UnderlyingType="self.V"/>`,
    4,
    { element: 'Schema[ns]/TypeDefinition[X]' },
  ],
  [
    'a property of an entity type',
    `${T}<ComplexType Name="X">\n<Property Name="P" Type="Collection(self.T)"/></ComplexType>`,
    4,
    { element: 'Schema[ns]/ComplexType[X]/Property[P]' },
  ],
  [
    'a property of a type for terms',
    `<EntityType Name="T">${KEY}\n<Property Name="P" Type="Edm.PropertyPath"/></EntityType>`,
    4,
    { resource: 'T', field: 'P' },
  ],
  [
    'a navigation property of a complex type',
    `${V}<EntityType Name="T">${KEY}\n<NavigationProperty Name="N" Type="self.V"/></EntityType>`,
    4,
    { resource: 'T', expansion: 'N' },
  ],
  [
    'a navigation property of a primitive type',
    `<EntityType Name="T">${KEY}\n<NavigationProperty Name="N" Type="Edm.String"/></EntityType>`,
    4,
    { resource: 'T', expansion: 'N' },
  ],
  [
    'an entity set of a complex type',
    `${V}<EntityContainer Name="C">\n<EntitySet Name="S" EntityType="self.V"/></EntityContainer>`,
    4,
    { element: `${CONTAINER}/EntitySet[S]` },
  ],
  [
    'an entity set of any entity',
    '<EntityContainer Name="C">\n<EntitySet Name="S" EntityType="Edm.EntityType"/></EntityContainer>',
    4,
    { element: `${CONTAINER}/EntitySet[S]` },
  ],
  [
    'a singleton of an enumeration',
    `${E}<EntityContainer Name="C">\n<Singleton Name="S" Type="self.E"/></EntityContainer>`,
    4,
    { element: `${CONTAINER}/Singleton[S]` },
  ],
  [
    'a type derived from itself',
    '\n<ComplexType Name="X" BaseType="self.X"/>',
    4,
    { element: 'Schema[ns]/ComplexType[X]' },
  ],
  [
    'types derived from each other',
    '\n<EntityType Name="X" BaseType="self.Y"/><EntityType Name="Y" BaseType="self.Z"/><EntityType Name="Z" BaseType="self.X"/>',
    4,
    { element: 'Schema[ns]/EntityType[X]' },
  ],
  [
    'terms derived from each other',
    '\n<Term Name="X" Type="Edm.String" BaseTerm="self.Y"/><Term Name="Y" Type="Edm.String" BaseTerm="self.X"/>',
    4,
    { element: 'Schema[ns]/Term[X]' },
  ],
  [
    'a container that extends itself',
    '<Action Name="A"/>\n<EntityContainer Name="C" Extends="self.C"><ActionImport Name="A" Action="ns.A"/></EntityContainer>',
    4,
    { element: CONTAINER },
  ],
  [
    'an open type that is closed again',
    `<EntityType Name="T" OpenType="true">${KEY}</EntityType>\n<EntityType Name="X" BaseType="self.T" OpenType="false"/>`,
    4,
    { element: 'Schema[ns]/EntityType[X]/@OpenType' },
  ],
  [
    'a stream that is taken back',
    `<EntityType Name="T" HasStream="true">${KEY}</EntityType><EntityType Name="U" BaseType="self.T"/>\n<EntityType Name="X" BaseType="self.U" HasStream="false"/>`,
    4,
    { element: 'Schema[ns]/EntityType[X]/@HasStream' },
  ],
  [
    'an abstract type of one that is not',
    `${T}\n<EntityType Name="X" BaseType="self.T" Abstract="true"/>`,
    4,
    { element: 'Schema[ns]/EntityType[X]/@Abstract' },
  ],
  [
    'a bound action without parameter',
    '\n<Action Name="A" IsBound="true"/>',
    4,
    { element: 'Schema[ns]/Action[A]' },
  ],
  [
    'overloads that return different types',
    '<Function Name="F"><ReturnType Type="Edm.Int32"/></Function><Function Name="F"><Parameter Name="p" Type="Edm.Int32"/>\n<ReturnType Type="Edm.String"/></Function>',
    4,
    { element: 'Schema[ns]/Function[F][2]/ReturnType' },
  ],
  [
    'an import of a bound action',
    '<Action Name="A" IsBound="true"><Parameter Name="it" Type="Edm.Int32"/></Action><EntityContainer Name="C">\n<ActionImport Name="I" Action="self.A"/></EntityContainer>',
    4,
    { element: `${CONTAINER}/ActionImport[I]/@Action` },
  ],
  [
    'an action import of a function',
    '<Function Name="F"><ReturnType Type="Edm.Int32"/></Function><EntityContainer Name="C">\n<ActionImport Name="I" Action="self.F"/></EntityContainer>',
    4,
    { element: `${CONTAINER}/ActionImport[I]/@Action` },
  ],
  [
    'a function import of an action',
    '<Action Name="A"/><EntityContainer Name="C">\n<FunctionImport Name="I" Function="self.A"/></EntityContainer>',
    4,
    { element: `${CONTAINER}/FunctionImport[I]/@Function` },
  ],
  [
    'a binding to a set of another type',
    `${T}<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="self.T"/></EntityType><EntityContainer Name="C"><EntitySet Name="Us" EntityType="self.U">\n<NavigationPropertyBinding Path="N" Target="Us"/></EntitySet></EntityContainer>`,
    4,
    { element: `${CONTAINER}/EntitySet[Us]/NavigationPropertyBinding[N]/@Target` },
  ],
  [
    'a binding of a containment',
    `${T}<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="Collection(self.T)" ContainsTarget="true"/></EntityType><EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/><EntitySet Name="Us" EntityType="self.U">\n<NavigationPropertyBinding Path="N" Target="Ts"/></EntitySet></EntityContainer>`,
    4,
    { element: `${CONTAINER}/EntitySet[Us]/NavigationPropertyBinding[N]/@Path` },
  ],
  [
    'a partner that leads elsewhere',
    `<EntityType Name="A">${KEY}\n<NavigationProperty Name="N" Type="self.B" Partner="M"/></EntityType><EntityType Name="B">${KEY}<NavigationProperty Name="M" Type="self.B"/></EntityType>`,
    4,
    { resource: 'A', expansion: 'N', element: '@Partner' },
  ],
  [
    'a partner of a complex type',
    `<EntityType Name="B">${KEY}<NavigationProperty Name="M" Type="self.B"/></EntityType><ComplexType Name="X">\n<NavigationProperty Name="N" Type="self.B" Partner="M"/></ComplexType>`,
    4,
    { element: 'Schema[ns]/ComplexType[X]/NavigationProperty[N]/@Partner' },
  ],
  [
    'a constraint between different types',
    `${T}<EntityType Name="U">${KEY}<Property Name="R" Type="Edm.Int32"/><NavigationProperty Name="N" Type="self.T">\n<ReferentialConstraint Property="R" ReferencedProperty="Id"/></NavigationProperty></EntityType>`,
    4,
    { resource: 'U', expansion: 'N', element: 'ReferentialConstraint[R]' },
  ],
  [
    'a constraint between one value and many',
    `${T}<EntityType Name="U">${KEY}<Property Name="R" Type="Collection(Edm.String)"/><NavigationProperty Name="N" Type="self.T">\n<ReferentialConstraint Property="R" ReferencedProperty="Id"/></NavigationProperty></EntityType>`,
    4,
    { resource: 'U', expansion: 'N', element: 'ReferentialConstraint[R]' },
  ],
  [
    'a partner behind another navigation property',
    `<EntityType Name="U">${KEY}<NavigationProperty Name="M" Type="self.U"/>\n<NavigationProperty Name="N" Type="self.U" Partner="M/M"/></EntityType>`,
    4,
    { resource: 'U', expansion: 'N', element: '@Partner' },
  ],
  [
    'a navigation property of a complex type, which is bound and a partner',
    `${V}<EntityType Name="U">${KEY}<NavigationProperty Name="M" Type="self.U" Partner="N"/>\n<NavigationProperty Name="N" Type="self.V"/></EntityType><EntityContainer Name="C"><EntitySet Name="Us" EntityType="self.U"><NavigationPropertyBinding Path="N" Target="Us"/></EntitySet></EntityContainer>`,
    4,
    { resource: 'Us', expansion: 'N' },
  ],
  [
    'a bound operation without its parameter, but with a path from it',
    '\n<Action Name="A" IsBound="true" EntitySetPath="it/N"/>',
    4,
    { element: 'Schema[ns]/Action[A]' },
  ],
  [
    'a collection of streams',
    '<TypeDefinition Name="D" UnderlyingType="Edm.Stream"/><ComplexType Name="X">\n<Property Name="P" Type="Collection(self.D)"/></ComplexType>',
    4,
    { element: 'Schema[ns]/ComplexType[X]/Property[P]' },
  ],
  [
    'a stream as a parameter',
    '<Action Name="A" IsBound="true"><Parameter Name="it" Type="Edm.Stream"/>\n<Parameter Name="p" Type="Edm.Stream"/></Action>',
    4,
    { element: 'Schema[ns]/Action[A]/Parameter[p]' },
  ],
  [
    'a key property of an entity type',
    `${T}<EntityType Name="U"><Key><PropertyRef Name="P"/></Key>\n<Property Name="P" Type="self.T" Nullable="false" MaxLength="4"/></EntityType>`,
    4,
    { resource: 'U', field: 'P' },
  ],
  [
    'a definition of itself, and a key of that type',
    `\n<TypeDefinition Name="D" UnderlyingType="self.D"/><EntityType Name="U"><Key><PropertyRef Name="P"/></Key><Property Name="P" Type="self.D" Nullable="false" MaxLength="4"/></EntityType>`,
    4,
    { element: 'Schema[ns]/TypeDefinition[D]' },
  ],
  [
    'a circle of types with bindings',
    `\n<EntityType Name="A" BaseType="self.B"/><EntityType Name="B" BaseType="self.A"/><EntityContainer Name="C"><EntitySet Name="As" EntityType="self.A"><NavigationPropertyBinding Path="N" Target="As"/></EntitySet></EntityContainer>`,
    4,
    { element: 'Schema[ns]/EntityType[A]' },
  ],
  [
    'a binding path that leaves the set before its end',
    `<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="self.U"/></EntityType><EntityContainer Name="C"><EntitySet Name="Us" EntityType="self.U">
<NavigationPropertyBinding Path="N/N" Target="Us"/></EntitySet></EntityContainer>`,
    4,
    { element: `${CONTAINER}/EntitySet[Us]/NavigationPropertyBinding[N/N]/@Path` },
  ],
  [
    'a binding target beyond a singleton',
    `<EntityType Name="U">${KEY}<NavigationProperty Name="N" Type="self.U"/><NavigationProperty Name="In" Type="Collection(self.U)" ContainsTarget="true"/></EntityType><EntityContainer Name="C"><Singleton Name="Me" Type="self.U">
<NavigationPropertyBinding Path="N" Target="Me/N/In"/></Singleton></EntityContainer>`,
    4,
    { element: `${CONTAINER}/Singleton[Me]/NavigationPropertyBinding[N]/@Target` },
  ],
  [
    'the entity set of an import that returns no entities',
    `${T}<Function Name="F"><ReturnType Type="Edm.String"/></Function><EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/>
<FunctionImport Name="F" Function="self.F" EntitySet="Ts"/></EntityContainer>`,
    4,
    { element: `${CONTAINER}/FunctionImport[F]/@EntitySet` },
  ],
  [
    'the entity set of an import that returns other entities',
    `${T}<EntityType Name="U">${KEY}</EntityType><Action Name="A"><ReturnType Type="Collection(self.U)"/></Action><EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/>
<ActionImport Name="A" Action="self.A" EntitySet="Ts"/></EntityContainer>`,
    4,
    { element: `${CONTAINER}/ActionImport[A]/@EntitySet` },
  ],
];

describe('edmx/type-kind', () => {
  it.each(FAULTS)('%s', (_, content, line, subject) => {
    const { told, subjects } = faultsOf(content);
    expect(told).toEqual([`${line} error edmx/type-kind`]);
    expect(subjects).toEqual([subject]);
  });

  it('lets pass what is of its kind', () => {
    const content = `${T}${V}${E}<TypeDefinition Name="D" UnderlyingType="Edm.String"/>
<ComplexType Name="X"><Property Name="P" Type="Edm.PropertyPath"/><Property Name="Q" Type="Collection(self.E)"/><Property Name="R" Type="self.D"/><Property Name="S" Type="Edm.ComplexType"/><NavigationProperty Name="N" Type="Collection(Edm.EntityType)"/></ComplexType>
<EntityType Name="U" BaseType="self.T"><Property Name="R" Type="self.D"/><NavigationProperty Name="N" Type="self.T" Partner="ns.U/M"><ReferentialConstraint Property="R" ReferencedProperty="Id"/></NavigationProperty><NavigationProperty Name="M" Type="self.T"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/><EntitySet Name="Us" EntityType="self.U"><NavigationPropertyBinding Path="N" Target="Us"/></EntitySet></EntityContainer>`;
    expect(faultsOf(content).told).toEqual([]);
  });

  it('names the circle', () => {
    const { messages } = faultsOf(
      '<ComplexType Name="X" BaseType="self.Y"/><ComplexType Name="Y" BaseType="self.X"/>',
    );
    expect(messages).toEqual([
      'The ComplexType ns.X is derived from itself through ns.Y (OData CSDL 4.0, section 9.1.2). Remove one BaseType to break the circle.',
    ]);
  });

  it('says in the message what the type is and what is expected', () => {
    const { messages } = faultsOf(
      `${V}<EntityType Name="T">${KEY}<NavigationProperty Name="N" Type="self.V"/></EntityType>`,
    );
    expect(messages).toEqual([
      'The navigation property T.N is of the type "self.V", which is a complex type, but an entity type is expected (OData CSDL 4.0, section 7.1.2). Use a Property for other types.',
    ]);
  });
});
