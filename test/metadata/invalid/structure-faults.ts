import type { Faulty } from './document.js';

/** A fault by its name, where it is planted (a mark before the place of the finding), and the finding's subject. */
export type StructureCase = readonly [name: string, faulty: Faulty, subject: string, says?: string];

const LONG_NAME = 'x'.repeat(129);
const KEY = '<Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32" Nullable="false"/>';

const inSchema = (content: string): Faulty => ({ content });
const inType = (content: string): Faulty => ({
  content: `<EntityType Name="T">${KEY}${content}</EntityType>`,
});
const inContainer = (container: string): Faulty => ({ container });
const onProperty = (attributes: string): Faulty => inType(`<Property Name="P" ${attributes}/>`);
const value = (content: string): Faulty => ({
  content: `<Annotations Target="ns.Base"><Annotation Term="ns.Term">${content}</Annotation></Annotations>`,
});
const constant = (attribute: string): Faulty => ({
  content: `<Annotations Target="ns.Base"><Annotation Term="ns.Term" ${attribute}/></Annotations>`,
});
const item = (content: string): Faulty => ({
  content: `<Annotations Target="ns.Base"><Annotation Term="ns.Terms"><Collection>${content}</Collection></Annotation></Annotations>`,
});
const record = (content: string): Faulty => ({
  content: `<Annotations Target="ns.Base"><Annotation Term="ns.ComplexTerm"><Record>${content}</Record></Annotation></Annotations>`,
});

const TYPE = 'Schema[ns]/EntityType[T]';
const PROPERTY = `${TYPE}/Property[P]`;
const CONTAINER = 'Schema[ns]/EntityContainer[Container]';
const VALUE = 'Schema[ns]/Annotations[ns.Base]/Annotation[ns.Term]';
const ITEM = 'Schema[ns]/Annotations[ns.Base]/Annotation[ns.Terms]/Collection';
const RECORD = 'Schema[ns]/Annotations[ns.Base]/Annotation[ns.ComplexTerm]/Record';

/** Elements that may not stand where they do. */
export const ELEMENTS: readonly StructureCase[] = [
  ['an unknown element in a Schema', inSchema('§<Entity Name="X"/>'), 'Schema[ns]/Entity[X]', 'Remove it.'],
  [
    'an element of which the name is misspelt',
    inSchema('§<EntityTyp Name="X"/>'),
    'Schema[ns]/EntityTyp[X]',
    'Did you mean "EntityType"?',
  ],
  [
    'an element in small letters',
    inType('§<property Name="P" Type="Edm.String"/>'),
    `${TYPE}/property[P]`,
    'Did you mean "Property"?',
  ],
  [
    'an element of another place',
    inContainer('§<Property Name="P" Type="Edm.String"/>'),
    `${CONTAINER}/Property[P]`,
    'Move it into EntityType or ComplexType.',
  ],
  [
    'an entity set outside the container',
    inSchema('§<EntitySet Name="S" EntityType="ns.Base"/>'),
    'Schema[ns]/EntitySet[S]',
    'Move it into EntityContainer.',
  ],
  ['a type in a type', inType('§<ComplexType Name="X"/>'), `${TYPE}/ComplexType[X]`, 'Move it into Schema.'],
  [
    'a Key in a complex type',
    inSchema('<ComplexType Name="X">§<Key><PropertyRef Name="P"/></Key></ComplexType>'),
    'Schema[ns]/ComplexType[X]/Key',
    'Move it into EntityType.',
  ],
  [
    'a Property in a Key',
    inSchema(
      '<EntityType Name="X"><Key><PropertyRef Name="P"/>§<Property Name="P" Type="Edm.Int32"/></Key><Property Name="P" Type="Edm.Int32" Nullable="false"/></EntityType>',
    ),
    'Schema[ns]/EntityType[X]/Key/Property[P]',
  ],
  [
    'a Member in an entity type',
    inType('§<Member Name="A"/>'),
    `${TYPE}/Member[A]`,
    'Move it into EnumType.',
  ],
  [
    'a Parameter in a property',
    inType('<Property Name="P" Type="Edm.String">§<Parameter Name="X" Type="Edm.String"/></Property>'),
    `${PROPERTY}/Parameter[X]`,
  ],
  [
    'an annotation in a PropertyRef',
    inSchema(
      `<EntityType Name="X"><Key><PropertyRef Name="P">§<Annotation Term="ns.Term"/></PropertyRef></Key><Property Name="P" Type="Edm.Int32" Nullable="false"/></EntityType>`,
    ),
    'Schema[ns]/EntityType[X]/Key/PropertyRef[P]/Annotation[ns.Term]',
    'where no element may stand',
  ],
  [
    'an annotation in a binding',
    inContainer(
      '<EntitySet Name="S" EntityType="ns.Base"><NavigationPropertyBinding Path="To" Target="Bases">§<Annotation Term="ns.Term"/></NavigationPropertyBinding></EntitySet>',
    ),
    `${CONTAINER}/EntitySet[S]/NavigationPropertyBinding[To]/Annotation[ns.Term]`,
  ],
  ['an annotation in a collection', item('§<Annotation Term="ns.Term"/>'), `${ITEM}/Annotation[ns.Term]`],
  [
    'an annotation in a Key',
    inSchema(
      '<EntityType Name="X"><Key>§<Annotation Term="ns.Term"/><PropertyRef Name="P"/></Key><Property Name="P" Type="Edm.Int32" Nullable="false"/></EntityType>',
    ),
    'Schema[ns]/EntityType[X]/Key/Annotation[ns.Term]',
  ],
  ['an element in a text', value('<String>a §<b/></String>'), `${VALUE}/String/b`],
  ['an expression in a constant', value('<Bool>§<String>true</String></Bool>'), `${VALUE}/Bool/String`],
  [
    'a PropertyValue outside a record',
    value('§<PropertyValue Property="P" String=""/>'),
    `${VALUE}/PropertyValue[P]`,
    'Move it into Record.',
  ],
  ['an expression in a record', record('§<String>a</String>'), `${RECORD}/String`],
  [
    'a Schema in a Schema',
    inSchema('§<Schema Namespace="other"/>'),
    'Schema[ns]/Schema[other]',
    'Move it into edmx:DataServices.',
  ],
  [
    'a Reference in a Schema',
    inSchema('§<edmx:Reference Uri="x"><edmx:Include Namespace="y"/></edmx:Reference>'),
    'Schema[ns]/Reference[x]',
    'Move it into edmx:Edmx.',
  ],
  [
    'an Include outside a Reference',
    { references: '§<edmx:Include Namespace="y"/>' },
    'Edmx/Include[y]',
    'Move it into edmx:Reference.',
  ],
  ['an annotation in the root', { references: '§<Annotation Term="ns.Term"/>' }, 'Edmx/Annotation[ns.Term]'],
  [
    'an element of OData 3',
    inSchema('§<Using Namespace="x" Alias="y"/>'),
    'Schema[ns]/Using[x]',
    'It is of OData 3.',
  ],
  [
    'an association of OData 3',
    inSchema('§<Association Name="A"/>'),
    'Schema[ns]/Association[A]',
    'It is of OData 3.',
  ],
  [
    'documentation of OData 3',
    inType('<Property Name="P" Type="Edm.String">§<Documentation/></Property>'),
    `${PROPERTY}/Documentation`,
    'Org.OData.Core.V1.Description',
  ],
  [
    'an element of a foreign namespace',
    inType('§<x:extra xmlns:x="urn:x"><x:y/></x:extra>'),
    `${TYPE}/extra`,
  ],
  [
    'an element in no namespace',
    inType('§<Property xmlns="" Name="P" Type="Edm.String"/>'),
    PROPERTY,
    'is in no namespace',
  ],
  [
    'an element in the namespace of edmx',
    inType('§<edmx:Property Name="P" Type="Edm.String"/>'),
    PROPERTY,
    'is in the namespace of edmx',
  ],
  [
    'a key in the namespace of edmx',
    inSchema('<EntityType Name="X" BaseType="ns.Base">§<edmx:Key/></EntityType>'),
    'Schema[ns]/EntityType[X]/Key',
  ],
  [
    'a Reference in the namespace of edm',
    { references: '§<Reference Uri="x"/>' },
    'Edmx/Reference[x]',
    'is in the namespace of edm,',
  ],
  [
    'an Include in the namespace of edm',
    { references: '<edmx:Reference Uri="x">§<Include Namespace="y"/></edmx:Reference>' },
    'Edmx/Reference[x]/Include[y]',
  ],
  [
    'a Reference behind DataServices',
    { end: '§<edmx:Reference Uri="x"><edmx:Include Namespace="y"/></edmx:Reference>' },
    'Edmx/Reference[x]',
    'must come before',
  ],
];

/** Elements that stand there too often, or not at all. */
export const QUANTITIES: readonly StructureCase[] = [
  ['a second Key', inType('§<Key><PropertyRef Name="K"/></Key>'), `${TYPE}/Key[2]`, 'may have only one'],
  [
    'a second OnDelete',
    inType(
      '<NavigationProperty Name="N" Type="ns.Base"><OnDelete Action="None"/>§<OnDelete Action="None"/></NavigationProperty>',
    ),
    `${TYPE}/NavigationProperty[N]/OnDelete[2]`,
  ],
  [
    'a second ReturnType of a function',
    inSchema('<Function Name="F"><ReturnType Type="Edm.Int32"/>§<ReturnType Type="Edm.Int32"/></Function>'),
    'Schema[ns]/Function[F]/ReturnType[2]',
  ],
  [
    'a second ReturnType of an action',
    inSchema('<Action Name="A"><ReturnType Type="Edm.Int32"/>§<ReturnType Type="Edm.Int32"/></Action>'),
    'Schema[ns]/Action[A]/ReturnType[2]',
  ],
  [
    'a function without ReturnType',
    inSchema('§<Function Name="F"/>'),
    'Schema[ns]/Function[F]/ReturnType',
    'must have one',
  ],
  [
    'a misspelt ReturnType',
    inSchema('<Function Name="F">§<ReturnTyp Type="Edm.Int32"/></Function>'),
    'Schema[ns]/Function[F]/ReturnTyp',
    'Did you mean "ReturnType"?',
  ],
  [
    'a Key without PropertyRef',
    inSchema('<EntityType Name="X" BaseType="ns.Base">§<Key/></EntityType>'),
    'Schema[ns]/EntityType[X]/Key/PropertyRef',
  ],
  [
    'an EnumType without members',
    inSchema('§<EnumType Name="X"/>'),
    'Schema[ns]/EnumType[X]/Member',
    'must have at least one',
  ],
  [
    'Annotations without any',
    inSchema('§<Annotations Target="ns.Base"/>'),
    'Schema[ns]/Annotations[ns.Base]/Annotation',
  ],
  [
    'a Reference that includes nothing',
    { references: '§<edmx:Reference Uri="x"/>' },
    'Edmx/Reference[x]/Include',
    'no edmx:Include or edmx:IncludeAnnotations',
  ],
  [
    'an annotation with two values as attributes',
    constant('String="a" §Int="1"'),
    `${VALUE}/@Int`,
    'may have only one',
  ],
  [
    'an annotation with a value and another as an element',
    {
      content:
        '<Annotations Target="ns.Base"><Annotation Term="ns.Term" String="a">§<String>b</String></Annotation></Annotations>',
    },
    `${VALUE}/String`,
  ],
  [
    'an annotation with two values as elements',
    value('<String>a</String>§<String>b</String>'),
    `${VALUE}/String[2]`,
  ],
  [
    'a property value without value',
    record('§<PropertyValue Property="P"/>'),
    `${RECORD}/PropertyValue[P]`,
    'has no value',
  ],
  [
    'a property value with two',
    record('<PropertyValue Property="P" String="a">§<Null/></PropertyValue>'),
    `${RECORD}/PropertyValue[P]/Null`,
  ],
  ['a labelled element without value', value('§<LabeledElement Name="L"/>'), `${VALUE}/LabeledElement[L]`],
  [
    'And with one operand',
    item('§<And><Bool>true</Bool></And>'),
    `${ITEM}/And`,
    'has only 1 of its operands, but must have 2',
  ],
  [
    'Or with three operands',
    item('<Or><Bool>true</Bool><Bool>true</Bool>§<Bool>true</Bool></Or>'),
    `${ITEM}/Or/Bool[3]`,
    'only 2 operands',
  ],
  ['Not without operand', item('§<Not/>'), `${ITEM}/Not`],
  ['Not with two operands', item('<Not><Bool>true</Bool>§<Bool>true</Bool></Not>'), `${ITEM}/Not/Bool[2]`],
  ['Eq without operands', item('§<Eq/>'), `${ITEM}/Eq`, 'must have 2 operands'],
  ['Ne with one operand', item('§<Ne><Null/></Ne>'), `${ITEM}/Ne`],
  ['Lt with three operands', item('<Lt><Int>1</Int><Int>2</Int>§<Int>3</Int></Lt>'), `${ITEM}/Lt/Int[3]`],
  [
    'If with two operands outside a collection',
    value('§<If><Bool>true</Bool><String>a</String></If>'),
    `${VALUE}/If`,
    'directly in a Collection the last may be left out',
  ],
  ['If with one operand in a collection', item('§<If><Bool>true</Bool></If>'), `${ITEM}/If`],
  [
    'If with four operands',
    item('<If><Bool>true</Bool><Int>1</Int><Int>2</Int>§<Int>3</Int></If>'),
    `${ITEM}/If/Int[3]`,
  ],
  ['Cast without operand', item('§<Cast Type="Edm.String"/>'), `${ITEM}/Cast`],
  [
    'IsOf with two operands',
    item('<IsOf Type="Edm.String"><Path>a</Path>§<Path>b</Path></IsOf>'),
    `${ITEM}/IsOf/Path[2]`,
  ],
  ['UrlRef without operand', value('§<UrlRef/>'), `${VALUE}/UrlRef`],
  [
    'Neg with two operands',
    { version: '4.01', ...item('<Neg><Int>1</Int>§<Int>2</Int></Neg>') },
    `${ITEM}/Neg/Int[2]`,
  ],
  ['In with one operand', { version: '4.01', ...item('§<In><Int>1</Int></In>') }, `${ITEM}/In`],
];

/** Attributes that may not stand there, or are missing. */
export const ATTRIBUTES: readonly StructureCase[] = [
  [
    'Nullable of a navigation to many',
    inType('<NavigationProperty Name="N" Type="Collection(ns.Base)" §Nullable="false"/>'),
    `${TYPE}/NavigationProperty[N]/@Nullable`,
    'Remove it.',
  ],
  [
    'a child that is written as an attribute',
    inSchema('<Function Name="F" §ReturnType="Edm.String"/>'),
    'Schema[ns]/Function[F]/@ReturnType',
    'Write it as an element within: <ReturnType …/>.',
  ],
  [
    'a misspelt attribute',
    onProperty('§Nulable="true" Type="Edm.String"'),
    `${PROPERTY}/@Nulable`,
    'Did you mean "Nullable"?',
  ],
  [
    'an attribute in small letters',
    onProperty('Type="Edm.String" §maxLength="5"'),
    `${PROPERTY}/@maxLength`,
    'Did you mean "MaxLength"?',
  ],
  [
    'a required attribute in small letters',
    onProperty('§type="Edm.String"'),
    `${PROPERTY}/@type`,
    'Did you mean "Type", which must be there?',
  ],
  [
    'a required attribute under an unknown name',
    inType('<Property §Id="P" Type="Edm.String"/>'),
    `${TYPE}/Property/@Id`,
    'Did you mean "Name", which must be there?',
  ],
  ['an unknown attribute', onProperty('Type="Edm.String" §Foo="1"'), `${PROPERTY}/@Foo`, 'Remove it.'],
  ['an attribute on another line', onProperty('Type="Edm.String"\n  §Foo="1"'), `${PROPERTY}/@Foo`],
  [
    'an attribute of another element',
    inSchema('<ComplexType Name="X" §HasStream="true"/>'),
    'Schema[ns]/ComplexType[X]/@HasStream',
  ],
  [
    'a default value of a parameter',
    inSchema('<Action Name="A"><Parameter Name="P" Type="Edm.String" §DefaultValue="x"/></Action>'),
    'Schema[ns]/Action[A]/Parameter[P]/@DefaultValue',
  ],
  [
    'IsComposable on an action',
    inSchema('<Action Name="A" §IsComposable="true"/>'),
    'Schema[ns]/Action[A]/@IsComposable',
  ],
  [
    'Nullable on a type definition',
    inSchema('<TypeDefinition Name="X" UnderlyingType="Edm.String" §Nullable="true"/>'),
    'Schema[ns]/TypeDefinition[X]/@Nullable',
  ],
  [
    'MaxLength on a navigation property',
    inType('<NavigationProperty Name="N" Type="ns.Base" §MaxLength="5"/>'),
    `${TYPE}/NavigationProperty[N]/@MaxLength`,
  ],
  [
    'IncludeInServiceDocument on an action import',
    inContainer('<ActionImport Name="A" Action="ns.Act" §IncludeInServiceDocument="true"/>'),
    `${CONTAINER}/ActionImport[A]/@IncludeInServiceDocument`,
  ],
  [
    'an attribute of a Key',
    inSchema(
      '<EntityType Name="X"><Key §Name="Id"><PropertyRef Name="P"/></Key><Property Name="P" Type="Edm.Int32" Nullable="false"/></EntityType>',
    ),
    'Schema[ns]/EntityType[X]/Key/@Name',
  ],
  ['an attribute of a Collection', value('<Collection §Type="Edm.String"/>'), `${VALUE}/Collection/@Type`],
  [
    'a facet of OData 3',
    onProperty('Type="Edm.String" §FixedLength="true"'),
    `${PROPERTY}/@FixedLength`,
    'It is of OData 3.',
  ],
  [
    'an attribute with the prefix of edmx',
    inType('<Property §edmx:Name="P" Type="Edm.String"/>'),
    `${TYPE}/Property/@edmx:Name`,
    'Write Name without a prefix.',
  ],
  [
    'an attribute with the prefix of edm',
    {
      content: `<EntityType xmlns:edm="http://docs.oasis-open.org/odata/ns/edm" Name="T">${KEY}<Property Name="P" Type="Edm.String" §edm:Nullable="true"/></EntityType>`,
    },
    `${PROPERTY}/@edm:Nullable`,
  ],
  [
    'Singleton/@Nullable in 4.0',
    inContainer('<Singleton Name="S" Type="ns.Base" §Nullable="true"/>'),
    `${CONTAINER}/Singleton[S]/@Nullable`,
    'came with OData 4.01',
  ],
  [
    'ModelElementPath as an attribute in 4.0',
    constant('§ModelElementPath="ns.Base"'),
    `${VALUE}/@ModelElementPath`,
    'came with OData 4.01',
  ],
  [
    'ModelElementPath as an element in 4.0',
    value('§<ModelElementPath>ns.Base</ModelElementPath>'),
    `${VALUE}/ModelElementPath`,
    'came with OData 4.01',
  ],
  [
    'Has in 4.0',
    item('§<Has><Path>a</Path><EnumMember>ns.Enum/A</EnumMember></Has>'),
    `${ITEM}/Has`,
    'came with OData 4.01',
  ],
  ['Add in 4.0', item('§<Add><Int>1</Int><Int>2</Int></Add>'), `${ITEM}/Add`, 'came with OData 4.01'],

  [
    'a Property without Name',
    inType('§<Property Type="Edm.String"/>'),
    `${TYPE}/Property/@Name`,
    'Add Name=',
  ],
  ['a Property without Type', inType('§<Property Name="P"/>'), `${PROPERTY}/@Type`, 'Add Type='],
  [
    'a NavigationProperty without Type',
    inType('§<NavigationProperty Name="N"/>'),
    `${TYPE}/NavigationProperty[N]/@Type`,
  ],
  [
    'an EntityType without Name',
    inSchema('§<EntityType BaseType="ns.Base"/>'),
    'Schema[ns]/EntityType/@Name',
  ],
  ['a ComplexType without Name', inSchema('§<ComplexType/>'), 'Schema[ns]/ComplexType/@Name'],
  [
    'an EnumType without Name',
    inSchema('§<EnumType><Member Name="A"/></EnumType>'),
    'Schema[ns]/EnumType/@Name',
  ],
  [
    'a Member without Name',
    inSchema('<EnumType Name="X">§<Member/></EnumType>'),
    'Schema[ns]/EnumType[X]/Member/@Name',
  ],
  [
    'a TypeDefinition without UnderlyingType',
    inSchema('§<TypeDefinition Name="X"/>'),
    'Schema[ns]/TypeDefinition[X]/@UnderlyingType',
  ],
  [
    'a PropertyRef without Name',
    inSchema('<EntityType Name="X" BaseType="ns.Base"><Key>§<PropertyRef/></Key></EntityType>'),
    'Schema[ns]/EntityType[X]/Key/PropertyRef/@Name',
  ],
  [
    'a constraint without ReferencedProperty',
    inType(
      '<NavigationProperty Name="N" Type="ns.Base">§<ReferentialConstraint Property="K"/></NavigationProperty>',
    ),
    `${TYPE}/NavigationProperty[N]/ReferentialConstraint[K]/@ReferencedProperty`,
  ],
  [
    'a constraint without Property',
    inType(
      '<NavigationProperty Name="N" Type="ns.Base">§<ReferentialConstraint ReferencedProperty="Key"/></NavigationProperty>',
    ),
    `${TYPE}/NavigationProperty[N]/ReferentialConstraint/@Property`,
  ],
  [
    'OnDelete without Action',
    inType('<NavigationProperty Name="N" Type="ns.Base">§<OnDelete/></NavigationProperty>'),
    `${TYPE}/NavigationProperty[N]/OnDelete/@Action`,
  ],
  [
    'a Parameter without Type',
    inSchema('<Action Name="A">§<Parameter Name="P"/></Action>'),
    'Schema[ns]/Action[A]/Parameter[P]/@Type',
  ],
  [
    'a ReturnType without Type',
    inSchema('<Function Name="F">§<ReturnType/></Function>'),
    'Schema[ns]/Function[F]/ReturnType/@Type',
  ],
  ['an Action without Name', inSchema('§<Action/>'), 'Schema[ns]/Action/@Name'],
  [
    'an EntitySet without EntityType',
    inContainer('§<EntitySet Name="S"/>'),
    `${CONTAINER}/EntitySet[S]/@EntityType`,
  ],
  [
    'an EntitySet without Name',
    inContainer('§<EntitySet EntityType="ns.Base"/>'),
    `${CONTAINER}/EntitySet/@Name`,
  ],
  ['a Singleton without Type', inContainer('§<Singleton Name="S"/>'), `${CONTAINER}/Singleton[S]/@Type`],
  [
    'a binding without Target',
    inContainer(
      '<EntitySet Name="S" EntityType="ns.Base">§<NavigationPropertyBinding Path="To"/></EntitySet>',
    ),
    `${CONTAINER}/EntitySet[S]/NavigationPropertyBinding[To]/@Target`,
  ],
  [
    'a binding without Path',
    inContainer(
      '<EntitySet Name="S" EntityType="ns.Base">§<NavigationPropertyBinding Target="Bases"/></EntitySet>',
    ),
    `${CONTAINER}/EntitySet[S]/NavigationPropertyBinding/@Path`,
  ],
  [
    'an ActionImport without Action',
    inContainer('§<ActionImport Name="A"/>'),
    `${CONTAINER}/ActionImport[A]/@Action`,
  ],
  [
    'a FunctionImport without Function',
    inContainer('§<FunctionImport Name="F"/>'),
    `${CONTAINER}/FunctionImport[F]/@Function`,
  ],
  ['a Term without Type', inSchema('§<Term Name="X"/>'), 'Schema[ns]/Term[X]/@Type'],
  [
    'Annotations without Target',
    inSchema('§<Annotations><Annotation Term="ns.Term"/></Annotations>'),
    'Schema[ns]/Annotations/@Target',
  ],
  ['an Annotation without Term', inSchema('§<Annotation String="a"/>'), 'Schema[ns]/Annotation/@Term'],
  [
    'a PropertyValue without Property',
    record('§<PropertyValue String="a"/>'),
    `${RECORD}/PropertyValue/@Property`,
  ],
  ['Apply without Function', value('§<Apply><Path>a</Path></Apply>'), `${VALUE}/Apply/@Function`],
  ['Cast without Type', item('§<Cast><Path>a</Path></Cast>'), `${ITEM}/Cast/@Type`],
  ['IsOf without Type', item('§<IsOf><Path>a</Path></IsOf>'), `${ITEM}/IsOf/@Type`],
  ['a labelled element without Name', value('§<LabeledElement Path="a"/>'), `${VALUE}/LabeledElement/@Name`],
  [
    'a Reference without Uri',
    { references: '§<edmx:Reference><edmx:Include Namespace="y"/></edmx:Reference>' },
    'Edmx/Reference/@Uri',
  ],
  [
    'an Include without Namespace',
    { references: '<edmx:Reference Uri="x">§<edmx:Include/></edmx:Reference>' },
    'Edmx/Reference[x]/Include/@Namespace',
  ],
  [
    'IncludeAnnotations without TermNamespace',
    { references: '<edmx:Reference Uri="x">§<edmx:IncludeAnnotations/></edmx:Reference>' },
    'Edmx/Reference[x]/IncludeAnnotations/@TermNamespace',
  ],
  ['a Schema without Namespace', { schemas: '§<Schema/>' }, 'Schema/@Namespace'],
];

/** Values of the wrong form, and text where none may stand. */
export const VALUES: readonly StructureCase[] = [
  [
    'a number for a Boolean',
    onProperty('Type="Edm.String" §Nullable="1"'),
    `${PROPERTY}/@Nullable`,
    'Write "true".',
  ],
  [
    'a Boolean in capitals',
    onProperty('Type="Edm.String" §Nullable="False"'),
    `${PROPERTY}/@Nullable`,
    'Write "false".',
  ],
  [
    'an empty Boolean',
    inSchema('<EntityType Name="X" BaseType="ns.Base" §OpenType=""/>'),
    'Schema[ns]/EntityType[X]/@OpenType',
    'is empty',
  ],
  [
    'a Boolean with a blank',
    inSchema('<ComplexType Name="X" §Abstract="true "/>'),
    'Schema[ns]/ComplexType[X]/@Abstract',
  ],
  [
    'IsFlags="yes"',
    inSchema('<EnumType Name="X" §IsFlags="yes"><Member Name="A" Value="1"/></EnumType>'),
    'Schema[ns]/EnumType[X]/@IsFlags',
    'Write "true".',
  ],
  ['IsBound="bound"', inSchema('<Action Name="A" §IsBound="bound"/>'), 'Schema[ns]/Action[A]/@IsBound'],
  [
    'ContainsTarget="no"',
    inType('<NavigationProperty Name="N" Type="ns.Base" §ContainsTarget="no"/>'),
    `${TYPE}/NavigationProperty[N]/@ContainsTarget`,
  ],
  ['Unicode="utf-8"', onProperty('Type="Edm.String" §Unicode="utf-8"'), `${PROPERTY}/@Unicode`],
  [
    'a MaxLength that is no number',
    onProperty('Type="Edm.String" §MaxLength="ten"'),
    `${PROPERTY}/@MaxLength`,
  ],
  [
    'MaxLength in capitals',
    onProperty('Type="Edm.String" §MaxLength="Max"'),
    `${PROPERTY}/@MaxLength`,
    'Write "max".',
  ],
  ['a negative MaxLength', onProperty('Type="Edm.String" §MaxLength="-1"'), `${PROPERTY}/@MaxLength`],
  ['a MaxLength with a fraction', onProperty('Type="Edm.String" §MaxLength="5.0"'), `${PROPERTY}/@MaxLength`],
  ['an empty MaxLength', onProperty('Type="Edm.String" §MaxLength=""'), `${PROPERTY}/@MaxLength`],
  [
    'a Precision that is no number',
    onProperty('Type="Edm.Decimal" §Precision="many"'),
    `${PROPERTY}/@Precision`,
  ],
  ['a negative Precision', onProperty('Type="Edm.Decimal" §Precision="-3"'), `${PROPERTY}/@Precision`],
  [
    'a Scale that is no number',
    onProperty('Type="Edm.Decimal" Precision="5" §Scale="some"'),
    `${PROPERTY}/@Scale`,
  ],
  ['a negative Scale', onProperty('Type="Edm.Decimal" Precision="5" §Scale="-1"'), `${PROPERTY}/@Scale`],
  ['an SRID that is no number', onProperty('Type="Edm.GeographyPoint" §SRID="WGS84"'), `${PROPERTY}/@SRID`],
  [
    'a name with a hyphen',
    inType('<Property §Name="List-Price" Type="Edm.String"/>'),
    `${TYPE}/Property[List-Price]/@Name`,
    'Remove the "-" in it.',
  ],
  [
    'a name with a blank',
    inType('<Property §Name="List Price" Type="Edm.String"/>'),
    `${TYPE}/Property[List Price]/@Name`,
    'Remove the blank in it.',
  ],
  [
    'a name that starts with a digit',
    inType('<Property §Name="2ndPrice" Type="Edm.String"/>'),
    `${TYPE}/Property[2ndPrice]/@Name`,
    'starts with a digit',
  ],
  ['an empty name', inType('<Property §Name="" Type="Edm.String"/>'), `${TYPE}/Property[]/@Name`],
  [
    'a name of 129 characters',
    inType(`<Property §Name="${LONG_NAME}" Type="Edm.String"/>`),
    `${TYPE}/Property[${LONG_NAME}]/@Name`,
    'It has 129 characters',
  ],
  [
    'a member of a name with a dot',
    inSchema('<EnumType Name="X"><Member §Name="a.b"/></EnumType>'),
    'Schema[ns]/EnumType[X]/Member[a.b]/@Name',
  ],
  [
    'a type of a name with a dollar',
    inSchema('<ComplexType §Name="$X"/>'),
    'Schema[ns]/ComplexType[$X]/@Name',
  ],
  [
    'a type without namespace',
    onProperty('§Type="String"'),
    `${PROPERTY}/@Type`,
    'Did you mean "Edm.String"?',
  ],
  [
    'a collection without namespace',
    onProperty('§Type="Collection(int32)"'),
    `${PROPERTY}/@Type`,
    'Did you mean "Collection(Edm.Int32)"?',
  ],
  [
    'a collection without end',
    onProperty('§Type="Collection(Edm.String"'),
    `${PROPERTY}/@Type`,
    'Close the parenthesis.',
  ],
  [
    'a collection of collections',
    onProperty('§Type="Collection(Collection(Edm.String))"'),
    `${PROPERTY}/@Type`,
  ],
  ['a collection in small letters', onProperty('§Type="collection(Edm.String)"'), `${PROPERTY}/@Type`],
  ['an empty type', onProperty('§Type=""'), `${PROPERTY}/@Type`, 'is empty'],
  ['a type with two dots', onProperty('§Type="ns..Complex"'), `${PROPERTY}/@Type`],
  [
    'a base type without namespace',
    inSchema('<EntityType Name="X" §BaseType="Base"/>'),
    'Schema[ns]/EntityType[X]/@BaseType',
  ],
  [
    'a base type that is a collection',
    inSchema('<ComplexType Name="X" §BaseType="Collection(ns.Complex)"/>'),
    'Schema[ns]/ComplexType[X]/@BaseType',
  ],
  [
    'an underlying type that is a collection',
    inSchema('<TypeDefinition Name="X" §UnderlyingType="Collection(Edm.String)"/>'),
    'Schema[ns]/TypeDefinition[X]/@UnderlyingType',
  ],
  [
    'an underlying type without namespace',
    inSchema('<EnumType Name="X" §UnderlyingType="Int32"><Member Name="A"/></EnumType>'),
    'Schema[ns]/EnumType[X]/@UnderlyingType',
    'Did you mean "Edm.Int32"?',
  ],
  [
    'an entity set of a collection',
    inContainer('<EntitySet Name="S" §EntityType="Collection(ns.Base)"/>'),
    `${CONTAINER}/EntitySet[S]/@EntityType`,
  ],
  [
    'a singleton of a type without namespace',
    inContainer('<Singleton Name="S" §Type="Base"/>'),
    `${CONTAINER}/Singleton[S]/@Type`,
  ],
  [
    'a member value that is no number',
    inSchema('<EnumType Name="X"><Member Name="A" §Value="one"/></EnumType>'),
    'Schema[ns]/EnumType[X]/Member[A]/@Value',
  ],
  [
    'a member value with a fraction',
    inSchema('<EnumType Name="X"><Member Name="A" §Value="1.5"/></EnumType>'),
    'Schema[ns]/EnumType[X]/Member[A]/@Value',
  ],
  [
    'a hexadecimal member value',
    inSchema('<EnumType Name="X"><Member Name="A" §Value="0x1F"/></EnumType>'),
    'Schema[ns]/EnumType[X]/Member[A]/@Value',
  ],
  [
    'an unknown action on deletion',
    inType('<NavigationProperty Name="N" Type="ns.Base"><OnDelete §Action="Delete"/></NavigationProperty>'),
    `${TYPE}/NavigationProperty[N]/OnDelete/@Action`,
  ],
  [
    'an action on deletion in small letters',
    inType('<NavigationProperty Name="N" Type="ns.Base"><OnDelete §Action="cascade"/></NavigationProperty>'),
    `${TYPE}/NavigationProperty[N]/OnDelete/@Action`,
    'Write "Cascade".',
  ],
  [
    'a partner with two slashes',
    inType('<NavigationProperty Name="N" Type="ns.Base" §Partner="a//b"/>'),
    `${TYPE}/NavigationProperty[N]/@Partner`,
  ],
  [
    'a binding path that starts with a slash',
    inContainer(
      '<EntitySet Name="S" EntityType="ns.Base"><NavigationPropertyBinding §Path="/To" Target="Bases"/></EntitySet>',
    ),
    `${CONTAINER}/EntitySet[S]/NavigationPropertyBinding[/To]/@Path`,
  ],
  [
    'a binding target with a blank',
    inContainer(
      '<EntitySet Name="S" EntityType="ns.Base"><NavigationPropertyBinding Path="To" §Target="Bases "/></EntitySet>',
    ),
    `${CONTAINER}/EntitySet[S]/NavigationPropertyBinding[To]/@Target`,
  ],
  [
    'a term without namespace',
    inSchema('<Annotation §Term="Term" String="a"/>'),
    'Schema[ns]/Annotation[Term]/@Term',
  ],
  [
    'a qualifier with a blank',
    inSchema('<Annotation Term="ns.Term" §Qualifier="a b" String="a"/>'),
    'Schema[ns]/Annotation[ns.Term#a b]/@Qualifier',
  ],
  [
    'a target with a blank',
    inSchema('<Annotations §Target="ns.Base /Key"><Annotation Term="ns.Term"/></Annotations>'),
    'Schema[ns]/Annotations[ns.Base /Key]/@Target',
  ],
  [
    'an unknown element among those of a term',
    inSchema('<Term Name="X" Type="Edm.String" §AppliesTo="Property Entitytype"/>'),
    'Schema[ns]/Term[X]/@AppliesTo',
    'Did you mean "EntityType"?',
  ],
  ['a namespace with a hyphen', { schemas: '<Schema §Namespace="my-ns"/>' }, 'Schema[my-ns]/@Namespace'],
  [
    'a reserved namespace',
    { references: '<edmx:Reference Uri="x"><edmx:Include §Namespace="Edm"/></edmx:Reference>' },
    'Edmx/Reference[x]/Include[Edm]/@Namespace',
    'is not reserved (Edm, odata, System, Transient)',
  ],
  [
    'a reserved alias',
    { references: '<edmx:Reference Uri="x"><edmx:Include Namespace="y" §Alias="odata"/></edmx:Reference>' },
    'Edmx/Reference[x]/Include[y]/@Alias',
    'is not reserved (Edm, odata, System, Transient)',
  ],
  [
    'an alias with a dot',
    { references: '<edmx:Reference Uri="x"><edmx:Include Namespace="y" §Alias="a.b"/></edmx:Reference>' },
    'Edmx/Reference[x]/Include[y]/@Alias',
  ],
  [
    'an empty URI',
    { references: '<edmx:Reference §Uri=""><edmx:Include Namespace="y"/></edmx:Reference>' },
    'Edmx/Reference[]/@Uri',
  ],
  ['Bool="1"', constant('§Bool="1"'), `${VALUE}/@Bool`, 'Write "true".'],
  ['a Bool of other words', value('<Bool>§maybe</Bool>'), `${VALUE}/Bool/text()`],
  ['an Int with a fraction', constant('§Int="1.5"'), `${VALUE}/@Int`],
  ['an empty Int', value('§<Int/>'), `${VALUE}/Int/text()`, 'is empty'],
  ['a Decimal with a comma', constant('§Decimal="1,5"'), `${VALUE}/@Decimal`],
  ['a Float of words', constant('§Float="infinite"'), `${VALUE}/@Float`],
  ['a Date that is none', constant('§Date="2023-02-29"'), `${VALUE}/@Date`],
  ['a Date with a time zone', value('<Date>§2024-01-01Z</Date>'), `${VALUE}/Date/text()`],
  [
    'a DateTimeOffset without offset',
    constant('§DateTimeOffset="2024-01-01T00:00:00"'),
    `${VALUE}/@DateTimeOffset`,
  ],
  [
    'a DateTimeOffset without seconds',
    constant('§DateTimeOffset="2024-01-01T00:00Z"'),
    `${VALUE}/@DateTimeOffset`,
  ],
  ['a TimeOfDay of 24 hours', constant('§TimeOfDay="24:00:00"'), `${VALUE}/@TimeOfDay`],
  ['a Duration with months', constant('§Duration="P1M"'), `${VALUE}/@Duration`],
  ['a Duration of nothing', constant('§Duration="PT"'), `${VALUE}/@Duration`],
  ['a Guid without hyphens', constant('§Guid="21ec20203aea1069a2dd08002b30309d"'), `${VALUE}/@Guid`],
  ['a Binary with a plus', constant('§Binary="QUI+"'), `${VALUE}/@Binary`],
  ['an EnumMember without type', constant('§EnumMember="Read"'), `${VALUE}/@EnumMember`],
  [
    'EnumMembers with a comma',
    value('<EnumMember>§ns.Enum/A,ns.Enum/A</EnumMember>'),
    `${VALUE}/EnumMember/text()`,
  ],
  ['a PropertyPath with a blank', constant('§PropertyPath="a b"'), `${VALUE}/@PropertyPath`],
  [
    'a NavigationPropertyPath with two slashes',
    constant('§NavigationPropertyPath="a//b"'),
    `${VALUE}/@NavigationPropertyPath`,
  ],
  [
    'an AnnotationPath of two at signs',
    value('<AnnotationPath>§@@ns.Term</AnnotationPath>'),
    `${VALUE}/AnnotationPath/text()`,
  ],
  ['a UrlRef that is no URI', constant('§UrlRef="http://[a"'), `${VALUE}/@UrlRef`],
  [
    'a function without namespace',
    value('<Apply §Function="concat"><Path>a</Path></Apply>'),
    `${VALUE}/Apply/@Function`,
  ],
  [
    'a record of a type without namespace',
    {
      content:
        '<Annotations Target="ns.Base"><Annotation Term="ns.ComplexTerm"><Record §Type="Complex"/></Annotation></Annotations>',
    },
    `${RECORD}/@Type`,
  ],
  [
    'a reference to a label without namespace',
    value('<LabeledElementReference>§Label</LabeledElementReference>'),
    `${VALUE}/LabeledElementReference/text()`,
  ],

  ['text in a Schema', inSchema('§stray text'), 'Schema[ns]/text()', 'Remove it.'],
  ['text behind the children of a type', inType('\n  §stray'), `${TYPE}/text()`],
  [
    'text in a property',
    inType('<Property Name="P" Type="Edm.String">§Edm.String</Property>'),
    `${PROPERTY}/text()`,
  ],
  [
    'text in an annotation',
    inSchema('<Annotation Term="ns.Term">§a</Annotation>'),
    'Schema[ns]/Annotation[ns.Term]/text()',
    'Write <String>…</String> around it',
  ],
  [
    'text in a property value',
    record('<PropertyValue Property="P">§a</PropertyValue>'),
    `${RECORD}/PropertyValue[P]/text()`,
  ],
  ['text in UrlRef', value('<UrlRef>§https://example.org</UrlRef>'), `${VALUE}/UrlRef/text()`],
  ['text in a collection', item('§a'), `${ITEM}/text()`],
  ['text in CDATA', inSchema('§<![CDATA[a]]>'), 'Schema[ns]/text()'],
  ['text in the root', { references: '§a' }, 'Edmx/text()'],
  [
    'text in a PropertyRef',
    inSchema(
      '<EntityType Name="X"><Key><PropertyRef Name="P">§P</PropertyRef></Key><Property Name="P" Type="Edm.Int32" Nullable="false"/></EntityType>',
    ),
    'Schema[ns]/EntityType[X]/Key/PropertyRef[P]/text()',
  ],
];
