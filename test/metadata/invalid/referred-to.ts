import type { StructureCase } from './structure-faults.js';

const KEY = '<Key><PropertyRef Name="K"/></Key>';
const PROPERTY = '<Property Name="K" Type="Edm.Int32" Nullable="false"/>';
const USE = '\n<ComplexType Name="User"><Property Name="Used" Type="self.T"/></ComplexType>';
const TYPE = 'Schema[ns]/EntityType[T]';

/** Faults of structure in what others refer to, or in what others rest on: those have no finding of their own. */
export const REFERRED_TO: readonly StructureCase[] = [
  [
    'a misspelt key',
    { content: `<EntityType Name="T">§<key><PropertyRef Name="K"/></key>${PROPERTY}</EntityType>` },
    `${TYPE}/key`,
    'Did you mean "Key"?',
  ],
  [
    'a misspelt reference of a key',
    { content: `<EntityType Name="T"><Key>§<PropertyReff Name="K"/></Key>${PROPERTY}</EntityType>` },
    `${TYPE}/Key/PropertyReff[K]`,
  ],
  [
    'an empty key',
    { content: `<EntityType Name="T">§<Key/>${PROPERTY}</EntityType>` },
    `${TYPE}/Key/PropertyRef`,
  ],
  [
    'a reference of a key without name',
    { content: `<EntityType Name="T"><Key>§<PropertyRef/></Key>${PROPERTY}</EntityType>` },
    `${TYPE}/Key/PropertyRef/@Name`,
  ],
  [
    'a misspelt key property',
    {
      content: `<EntityType Name="T">${KEY}§<Propety Name="K" Type="Edm.Int32" Nullable="false"/></EntityType>`,
    },
    `${TYPE}/Propety[K]`,
  ],
  [
    'a key property without name',
    { content: `<EntityType Name="T">${KEY}§<Property Type="Edm.Int32" Nullable="false"/></EntityType>` },
    `${TYPE}/Property/@Name`,
  ],
  [
    'a key property whose Nullable is in small letters',
    {
      content: `<EntityType Name="T">${KEY}<Property Name="K" Type="Edm.Int32" §nullable="false"/></EntityType>`,
    },
    `${TYPE}/Property[K]/@nullable`,
  ],
  ['a misspelt type', { content: `§<ComplexTyp Name="T"/>${USE}` }, 'Schema[ns]/ComplexTyp[T]'],
  [
    'a type whose name is an attribute in small letters',
    { content: `<ComplexType §name="T"/>${USE}` },
    'Schema[ns]/ComplexType/@name',
  ],
  ['a type without name', { content: `§<ComplexType/>${USE}` }, 'Schema[ns]/ComplexType/@Name'],
  [
    'a type with an empty name',
    { content: `<ComplexType §Name=""/>${USE}` },
    'Schema[ns]/ComplexType[]/@Name',
  ],
  [
    'a type in a wrong namespace',
    {
      content: `§<ComplexType xmlns="urn:x" Name="T"><Property Name="P" Type="Edm.String"/></ComplexType>${USE}`,
    },
    'Schema[ns]/ComplexType[T]',
  ],
  [
    'a Schema without namespace',
    { schemas: '\n§<Schema><ComplexType Name="T"/></Schema>', content: USE.replace('self.T', 'other.T') },
    'Schema/@Namespace',
  ],
  [
    'an Include without namespace',
    {
      references: '<edmx:Reference Uri="a.xml">§<edmx:Include Alias="other"/></edmx:Reference>',
      content: USE.replace('self.T', 'other.T'),
    },
    'Edmx/Reference[a.xml]/Include/@Namespace',
  ],
  [
    'a base type under a misspelt attribute',
    {
      content: `<EntityType Name="T" §BaseTyp="ns.Base"/>`,
      container: '<EntitySet Name="Ts" EntityType="ns.T"/>',
    },
    `${TYPE}/@BaseTyp`,
  ],
  [
    'a navigation property without name',
    {
      content: `<EntityType Name="T" BaseType="ns.Base">§<NavigationProperty Type="ns.Base"/></EntityType>`,
      container:
        '<EntitySet Name="Ts" EntityType="ns.T"><NavigationPropertyBinding Path="Other" Target="Bases"/></EntitySet>',
    },
    `${TYPE}/NavigationProperty/@Name`,
  ],
  [
    'an entity set without name',
    {
      container: `§<EntitySet EntityType="ns.Base"/><Singleton Name="One" Type="ns.Base"><NavigationPropertyBinding Path="To" Target="Others"/></Singleton>`,
    },
    'Schema[ns]/EntityContainer[Container]/EntitySet/@Name',
  ],
  [
    'an operation without name',
    { content: '§<Action/>', container: '<ActionImport Name="Import" Action="ns.Gone"/>' },
    'Schema[ns]/Action/@Name',
  ],
  [
    'a binding parameter without name',
    {
      content:
        '<Action Name="A" IsBound="true" EntitySetPath="it/To">§<Parameter Type="ns.Base"/><ReturnType Type="ns.Base"/></Action>',
    },
    'Schema[ns]/Action[A]/Parameter/@Name',
  ],
  [
    'a term without name',
    { content: '§<Term Type="Edm.String"/><Annotation Term="ns.Gone" String=""/>' },
    'Schema[ns]/Term/@Name',
  ],
  [
    'a member without name',
    {
      content:
        '<EnumType Name="E">§<Member/></EnumType><Annotations Target="ns.E/M"><Annotation Term="ns.Term"/></Annotations>',
    },
    'Schema[ns]/EnumType[E]/Member/@Name',
  ],
  [
    'a type in the container',
    { content: USE, container: '§<ComplexType Name="T"/>' },
    'Schema[ns]/EntityContainer[Container]/ComplexType[T]',
    'Move it into Schema.',
  ],
  [
    'an entity set in the Schema',
    {
      content: '§<EntitySet Name="Others" EntityType="ns.Base"/>',
      container:
        '<Singleton Name="One" Type="ns.Base"><NavigationPropertyBinding Path="To" Target="Others"/></Singleton>',
    },
    'Schema[ns]/EntitySet[Others]',
    'Move it into EntityContainer.',
  ],
  [
    'references of a key without one',
    {
      content: `<EntityType Name="T">§<PropertyRef Name="K"/>${PROPERTY}</EntityType><EntityType Name="U" BaseType="ns.T"/>`,
    },
    `${TYPE}/PropertyRef[K]`,
    'Move it into Key.',
  ],
  [
    'a key property inside the key',
    {
      content: `<EntityType Name="T"><Key><PropertyRef Name="K"/>§${PROPERTY}</Key></EntityType>`,
    },
    `${TYPE}/Key/Property[K]`,
    'Move it into EntityType or ComplexType.',
  ],
  [
    'an Include outside of a Reference',
    {
      references: '§<edmx:Include Namespace="other"/>',
      content: `<Action Name="A"><Parameter Name="p" Type="ns.Complex"/></Action><Term Name="X" Type="Edm.String"><Annotation Term="other.Gone"/></Term>`,
    },
    'Edmx/Include[other]',
    'Move it into edmx:Reference.',
  ],
  [
    'an annotation where none may stand',
    {
      container:
        '<EntitySet Name="S" EntityType="ns.Base"><NavigationPropertyBinding Path="To" Target="S">§<Annotation Term="ns.Gone"/></NavigationPropertyBinding></EntitySet>',
    },
    'Schema[ns]/EntityContainer[Container]/EntitySet[S]/NavigationPropertyBinding[To]/Annotation[ns.Gone]',
  ],
  [
    'a reserved alias, which stands for nothing',
    { schemas: '\n<Schema Namespace="other" §Alias="Edm"/>' },
    'Schema[other]/@Alias',
  ],
  [
    'an attribute of another element in place of the one that is missing',
    { container: '<EntitySet Name="S" §Type="ns.Base"/>' },
    'Schema[ns]/EntityContainer[Container]/EntitySet[S]/@Type',
    'Did you mean "EntityType", which must be there?',
  ],
  [
    'an empty path of a binding',
    {
      container:
        '<EntitySet Name="S" EntityType="ns.Base"><NavigationPropertyBinding §Path="" Target="S"/></EntitySet>',
    },
    'Schema[ns]/EntityContainer[Container]/EntitySet[S]/NavigationPropertyBinding[]/@Path',
  ],
  [
    'an empty partner',
    {
      content:
        '<EntityType Name="T" BaseType="ns.Base"><NavigationProperty Name="N" Type="ns.Base" §Partner=""/></EntityType>',
    },
    `${TYPE}/NavigationProperty[N]/@Partner`,
  ],
  [
    'an empty property of a constraint',
    {
      content:
        '<EntityType Name="T" BaseType="ns.Base"><NavigationProperty Name="N" Type="ns.Base"><ReferentialConstraint §Property="" ReferencedProperty="Key"/></NavigationProperty></EntityType>',
    },
    `${TYPE}/NavigationProperty[N]/ReferentialConstraint[]/@Property`,
  ],
  [
    'an empty path of an entity set',
    {
      content:
        '<Action Name="A" IsBound="true" §EntitySetPath=""><Parameter Name="it" Type="ns.Base"/><ReturnType Type="ns.Base"/></Action>',
    },
    'Schema[ns]/Action[A]/@EntitySetPath',
  ],
  [
    'an operation that is bound with a capital letter',
    {
      content:
        '<Action Name="A" §IsBound="True" EntitySetPath="it/To"><Parameter Name="it" Type="ns.Base"/><ReturnType Type="ns.Base"/></Action>',
    },
    'Schema[ns]/Action[A]/@IsBound',
    'Write "true".',
  ],
  [
    'an abstract type by a number',
    { content: '<EntityType Name="T" §Abstract="1"/>' },
    `${TYPE}/@Abstract`,
    'Write "true".',
  ],
  [
    'flags by a word, of members without value',
    { content: '<EnumType Name="E" §IsFlags="yes"><Member Name="A"/></EnumType>' },
    'Schema[ns]/EnumType[E]/@IsFlags',
    'Write "true".',
  ],
  [
    'a corrected value that would be wrong as well',
    { content: '<EntityType Name="T" BaseType="ns.Base" §Abstract="yes"/>' },
    `${TYPE}/@Abstract`,
  ],
  [
    'an imported function without return type',
    {
      content: '§<Function Name="F"/>',
      container: '<FunctionImport Name="F" Function="ns.F" EntitySet="Bases"/>',
    },
    'Schema[ns]/Function[F]/ReturnType',
  ],
];
