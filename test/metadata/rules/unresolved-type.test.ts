import { describe, expect, it } from 'vitest';
import { check, documentOf, documentWith, including, told } from '../documents.js';

const KEY = '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>';
const SERVED =
  '<EntityContainer Name="C"><EntitySet Name="First" EntityType="self.T"/><EntitySet Name="Second" EntityType="self.T"/></EntityContainer>';
const undeclared = (section: string): string =>
  `which the metadata does not declare (OData CSDL 4.0, section ${section}). Declare it, correct its name, or include the document that declares it.`;

describe('edmx/unresolved-type: types', () => {
  it.each([
    [
      'a property of a type that sets serve',
      `<EntityType Name="T">${KEY}\n  <Property Name="P" Type="self.Gone"/></EntityType>${SERVED}`,
      { resource: 'First', field: 'P' },
      `4:22 edmx/unresolved-type The property T.P is of the type "self.Gone", ${undeclared('6.1.2')}`,
    ],
    [
      'a property of a type that no set serves',
      `<EntityType Name="T">${KEY}\n<Property Name="P" Type="Collection(self.Gone)"/></EntityType>`,
      { resource: 'T', field: 'P' },
      `4:20 edmx/unresolved-type The property T.P is of the type "Collection(self.Gone)", ${undeclared('6.1.2')}`,
    ],
    [
      'a navigation property',
      `<EntityType Name="T">${KEY}\n<NavigationProperty Name="N" Type="Collection(ns.Gone)"/></EntityType>${SERVED}`,
      { resource: 'First', expansion: 'N' },
      `4:30 edmx/unresolved-type The navigation property T.N is of the type "Collection(ns.Gone)", ${undeclared('7.1.2')}`,
    ],
    [
      'a property of a complex type',
      '<ComplexType Name="V"><Property Name="P" Type="ns.Gone"/></ComplexType>',
      { element: 'Schema[ns]/ComplexType[V]/Property[P]' },
      `3:42 edmx/unresolved-type The property V.P is of the type "ns.Gone", ${undeclared('6.1.2')}`,
    ],
    [
      'a base type',
      '<EntityType Name="T" BaseType="self.Gone"/>',
      { element: 'Schema[ns]/EntityType[T]' },
      `3:22 edmx/unresolved-type The EntityType T has the base type "ns.Gone", ${undeclared('8.1.2')}`,
    ],
    [
      'an underlying type',
      '<EnumType Name="E" UnderlyingType="Edm.Int33"><Member Name="A"/></EnumType>',
      { element: 'Schema[ns]/EnumType[E]' },
      '3:20 edmx/unresolved-type The EnumType E has the underlying type "Edm.Int33", which the metadata does not declare (OData CSDL 4.0, section 10.1.2). Did you mean "Edm.Int32" or "Edm.Int16" or "Edm.Int64"?',
    ],
    [
      'an entity set',
      '<EntityContainer Name="C"><EntitySet Name="S" EntityType="ns.Gone"/></EntityContainer>',
      { element: 'Schema[ns]/EntityContainer[C]/EntitySet[S]' },
      `3:47 edmx/unresolved-type The entity set S is of the type "ns.Gone", ${undeclared('13.2')}`,
    ],
    [
      'a singleton',
      '<EntityContainer Name="C"><Singleton Name="S" Type="ns.Gone"/></EntityContainer>',
      { element: 'Schema[ns]/EntityContainer[C]/Singleton[S]' },
      `3:47 edmx/unresolved-type The singleton S is of the type "ns.Gone", ${undeclared('13.3')}`,
    ],
    [
      'a parameter',
      '<Action Name="A"><Parameter Name="p" Type="ns.Gone"/></Action>',
      { element: 'Schema[ns]/Action[A]/Parameter[p]' },
      `3:38 edmx/unresolved-type The parameter p of the action A is of the type "ns.Gone", ${undeclared('12.4')}`,
    ],
    [
      'the return type of the second overload',
      '<Function Name="F"><ReturnType Type="Edm.Int32"/></Function>\n<Function Name="F"><Parameter Name="p" Type="Edm.Int32"/><ReturnType Type="Edm.Int23"/></Function>',
      { element: 'Schema[ns]/Function[F][2]/ReturnType' },
      '4:70 edmx/unresolved-type The function F returns the type "Edm.Int23", which the metadata does not declare (OData CSDL 4.0, section 12.3). Did you mean "Edm.Int16" or "Edm.Int32" or "Edm.Int64"?',
    ],
    [
      'a term',
      '<Term Name="X" Type="ns.Gone"/>',
      { element: 'Schema[ns]/Term[X]' },
      `3:16 edmx/unresolved-type The term X is of the type "ns.Gone", ${undeclared('14.1')}`,
    ],
    [
      'a base term',
      '<Term Name="X" Type="Edm.String" BaseTerm="ns.Gone"/>',
      { element: 'Schema[ns]/Term[X]/@BaseTerm' },
      '3:34 edmx/unresolved-type The term X has the base term "ns.Gone", which the metadata does not declare (OData CSDL 4.0, section 14.1.3). Correct the name, or include the document that declares it.',
    ],
    [
      'a type in the wrong case',
      `<EntityType Name="T">${KEY}\n<Property Name="P" Type="Edm.string"/></EntityType>`,
      { resource: 'T', field: 'P' },
      '4:20 edmx/unresolved-type The property T.P is of the type "Edm.string", which the metadata does not declare (OData CSDL 4.0, section 6.1.2). Did you mean "Edm.String"?',
    ],
    [
      'a type in the wrong namespace',
      `<EntityType Name="T">${KEY}\n<Property Name="P" Type="enums.Status"/></EntityType><EnumType Name="Status"><Member Name="A"/></EnumType>`,
      { resource: 'T', field: 'P' },
      '4:20 edmx/unresolved-type The property T.P is of the type "enums.Status", which the metadata does not declare (OData CSDL 4.0, section 6.1.2). Did you mean "ns.Status"?',
    ],
  ])('%s', (_, content, subject, message) => {
    const text = documentOf(content);
    expect(told(text).filter((line) => line.includes('unresolved'))).toEqual([message]);
    expect(check(text).findings.find(({ rule }) => rule === 'edmx/unresolved-type')).toMatchObject({
      severity: 'error',
      subject,
    });
  });

  it('only warns of what an included namespace has', () => {
    const text = documentOf(
      '<EntityType Name="T" BaseType="o.Base"><Property Name="P" Type="o.X"/></EntityType>',
      including('org.other', 'o'),
    );
    expect(check(text).findings).toMatchObject([
      { severity: 'warning', subject: { element: 'Schema[ns]/EntityType[T]' }, found: 'org.other.Base' },
      { severity: 'warning', subject: { resource: 'T', field: 'P' }, found: 'o.X' },
    ]);
  });

  it('speaks once of a set that another container inherits', () => {
    const text = documentOf(`<EntityContainer Name="D" Extends="self.C"/>
<EntityContainer Name="C"><EntitySet Name="S" EntityType="self.Gone"/></EntityContainer>`);
    const found = check(text).findings.filter(({ rule }) => rule === 'edmx/unresolved-type');
    expect(found.map(({ subject }) => subject)).toEqual([
      { element: 'Schema[ns]/EntityContainer[C]/EntitySet[S]' },
    ]);
  });

  it('has nothing to say of types that resolve, in any schema and by any alias', () => {
    const text =
      documentWith(`<Schema Namespace="a" Alias="x"><EntityType Name="T" BaseType="y.B"><Property Name="P" Type="Collection(b.E)"/><Property Name="Q" Type="Edm.Untyped"/></EntityType></Schema>
      <Schema Namespace="b" Alias="y"><EntityType Name="B">${KEY}</EntityType><EnumType Name="E" UnderlyingType="Edm.Byte"><Member Name="A"/></EnumType><EntityContainer Name="C"><EntitySet Name="Ts" EntityType="x.T"/></EntityContainer></Schema>`);
    expect(told(text)).toEqual([]);
  });
});

/** Two entity types that lead to each other, a complex type with a navigation, a singleton, and imports. */
const service = (change: (text: string) => string = (text) => text): string =>
  documentOf(
    change(`<EntityType Name="House">
<Key><PropertyRef Name="Id"/></Key>
<Property Name="Id" Type="Edm.String" Nullable="false"/>
<Property Name="AgentId" Type="Edm.String"/>
<Property Name="Home" Type="self.Place"/>
<NavigationProperty Name="Agent" Type="self.Person" Partner="Houses"><ReferentialConstraint Property="AgentId" ReferencedProperty="Id"/></NavigationProperty>
<NavigationProperty Name="Rooms" Type="Collection(self.Room)" ContainsTarget="true"/>
</EntityType>
<EntityType Name="Villa" BaseType="self.House"><NavigationProperty Name="Gardener" Type="self.Person"/></EntityType>
<EntityType Name="Person"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>
<NavigationProperty Name="Houses" Type="Collection(self.House)" Partner="Agent"/></EntityType>
<EntityType Name="Room"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="Owner" Type="self.Person"/></EntityType>
<ComplexType Name="Place"><NavigationProperty Name="Keeper" Type="self.Person"/></ComplexType>
<Action Name="Sell" IsBound="true" EntitySetPath="house/Agent"><Parameter Name="house" Type="self.House"/><ReturnType Type="self.Person"/></Action>
<Action Name="Reset"/>
<Function Name="Best"><ReturnType Type="self.House"/></Function>
<EntityContainer Name="C">
<EntitySet Name="Houses" EntityType="self.House">
<NavigationPropertyBinding Path="Agent" Target="People"/>
<NavigationPropertyBinding Path="Home/Keeper" Target="People"/>
<NavigationPropertyBinding Path="self.Villa/Gardener" Target="ns.C/People"/>
<NavigationPropertyBinding Path="Rooms/Owner" Target="Boss"/>
</EntitySet>
<EntitySet Name="People" EntityType="self.Person"/>
<Singleton Name="Boss" Type="self.Person"/>
<ActionImport Name="Reset" Action="self.Reset"/>
<FunctionImport Name="Best" Function="self.Best" EntitySet="Houses"/>
</EntityContainer>
<Annotations Target="self.House/Id"><Annotation Term="RESO.OData.Metadata.StandardName" String="x"/></Annotations>
<Annotations Target="ns.C/Houses/Agent"><Annotation Term="RESO.OData.Metadata.StandardName" String="x"/></Annotations><Annotations Target="ns.Sell(ns.House)/house"><Annotation Term="RESO.OData.Metadata.StandardName" String="x"/></Annotations><Annotations Target="ns.Best/$ReturnType"><Annotation Term="RESO.OData.Metadata.StandardName" String="x"/></Annotations>`),
  );

describe('edmx/unresolved-type: paths and names', () => {
  it('has nothing to say of a service where all leads somewhere', () => {
    expect(told(service())).toEqual([]);
  });

  const PATH = 'Schema[ns]/EntityContainer[C]/EntitySet[Houses]/NavigationPropertyBinding';

  it.each([
    ['a binding path', 'Path="Agent"', 'Path="Agnt"', 21, { element: `${PATH}[Agnt]/@Path` }],
    [
      'a binding path to a property',
      'Path="Agent"',
      'Path="AgentId"',
      21,
      { element: `${PATH}[AgentId]/@Path` },
    ],
    [
      'a path through a complex value',
      'Home/Keeper',
      'Home/Keper',
      22,
      { element: `${PATH}[Home/Keper]/@Path` },
    ],
    ['a path beyond a value', '"Home/Keeper"', '"AgentId/X"', 22, { element: `${PATH}[AgentId/X]/@Path` }],
    [
      'a cast to an unrelated type',
      'self.Villa/Gardener',
      'self.Person/Houses',
      23,
      { element: `${PATH}[self.Person/Houses]/@Path` },
    ],
    [
      'a cast to no type',
      'self.Villa/Gardener',
      'self.Vila/Gardener',
      23,
      { element: `${PATH}[self.Vila/Gardener]/@Path` },
    ],
    [
      'a binding target',
      'Path="Agent" Target="People"',
      'Path="Agent" Target="Peopel"',
      21,
      { element: `${PATH}[Agent]/@Target` },
    ],
    [
      'a target in a container that is not there',
      'ns.C/People',
      'ns.D/People',
      23,
      { element: `${PATH}[self.Villa/Gardener]/@Target` },
    ],
    [
      'a partner',
      'Partner="Houses"',
      'Partner="House"',
      8,
      { resource: 'Houses', expansion: 'Agent', element: '@Partner' },
    ],
    [
      'a partner that is a property',
      'Partner="Houses"',
      'Partner="Id"',
      8,
      { resource: 'Houses', expansion: 'Agent', element: '@Partner' },
    ],
    [
      'the property of a constraint',
      'Property="AgentId"',
      'Property="AgentKey"',
      8,
      { resource: 'Houses', expansion: 'Agent', element: 'ReferentialConstraint[AgentKey]/@Property' },
    ],
    [
      'the referenced property of a constraint',
      'ReferencedProperty="Id"',
      'ReferencedProperty="Key"',
      8,
      {
        resource: 'Houses',
        expansion: 'Agent',
        element: 'ReferentialConstraint[AgentId]/@ReferencedProperty',
      },
    ],
    [
      'an EntitySetPath that starts elsewhere',
      'house/Agent',
      'home/Agent',
      16,
      { element: 'Schema[ns]/Action[Sell]/@EntitySetPath' },
    ],
    [
      'an EntitySetPath that leads nowhere',
      'house/Agent',
      'house/Agents',
      16,
      { element: 'Schema[ns]/Action[Sell]/@EntitySetPath' },
    ],
    [
      'an EntitySetPath to a property',
      'house/Agent',
      'house/AgentId',
      16,
      { element: 'Schema[ns]/Action[Sell]/@EntitySetPath' },
    ],
    [
      'an EntitySetPath of what is not bound',
      ' IsBound="true"',
      '',
      16,
      { element: 'Schema[ns]/Action[Sell]/@EntitySetPath' },
    ],
    [
      'an action import',
      'Action="self.Reset"',
      'Action="self.Rest"',
      28,
      { element: 'Schema[ns]/EntityContainer[C]/ActionImport[Reset]/@Action' },
    ],
    [
      'a function import',
      'Function="self.Best"',
      'Function="self.Bst"',
      29,
      { element: 'Schema[ns]/EntityContainer[C]/FunctionImport[Best]/@Function' },
    ],
    [
      'the set of a function import',
      'EntitySet="Houses"',
      'EntitySet="House"',
      29,
      { element: 'Schema[ns]/EntityContainer[C]/FunctionImport[Best]/@EntitySet' },
    ],
    [
      'a container to extend',
      '<EntityContainer Name="C">',
      '<EntityContainer Name="C" Extends="self.D">',
      19,
      { element: 'Schema[ns]/EntityContainer[C]' },
    ],
  ])('%s', (_, before, after, line, subject) => {
    const text = service((content) => content.replace(before, after));
    const { findings } = check(text);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error edmx/unresolved-type',
    ]);
    expect(findings[0]).toMatchObject({ subject, location: { line } });
  });

  it.each([
    [
      'a target',
      'Target="self.House/Id"',
      'Target="self.House/Key"',
      { element: 'Annotations[self.House/Key]' },
    ],
    [
      'a target in a set',
      'ns.C/Houses/Agent',
      'ns.C/Houses/Nobody',
      { element: 'Annotations[ns.C/Houses/Nobody]' },
    ],
    ['a target in a parameter', ')/house"', ')/hose"', { element: 'Annotations[ns.Sell(ns.House)/hose]' }],
    [
      'a target in an overload that does not exist',
      'Sell(ns.House)/house"',
      'Sell(self.Villa)/house"',
      { element: 'Annotations[ns.Sell(self.Villa)/house]' },
    ],
    [
      'a term of its own namespace',
      'Term="RESO.OData.Metadata.StandardName"',
      'Term="self.Gone"',
      { element: 'Annotation[ns.Gone]' },
    ],
    [
      'a term of an unknown vocabulary',
      'Term="RESO.OData.Metadata.StandardName"',
      'Term="Core.Gone"',
      { element: 'Annotation[Core.Gone]' },
    ],
  ])('annotations are warnings: %s', (_, before, after, subject) => {
    const { findings } = check(service((content) => content.replace(before, after)));
    expect(findings).toMatchObject([{ rule: 'edmx/unresolved-type', severity: 'warning', subject }]);
  });

  const E = '<EnumType Name="E"><Member Name="A"/></EnumType>';

  it.each([
    ['a record', '<Record Type="self.Gone"/>', { element: 'Annotation/Type[ns.Gone]' }],
    ['a cast', '<Cast Type="Collection(ns.Gone)"><Null/></Cast>', { element: 'Annotation/Type[ns.Gone]' }],
    ['a type test', '<IsOf Type="ns.Gone"><Null/></IsOf>', { element: 'Annotation/Type[ns.Gone]' }],
    ['a member', '<EnumMember>ns.E/A ns.E/B</EnumMember>', { element: 'Annotation/EnumMember[ns.E/B]' }],
    [
      'a member of what is no enumeration',
      '<Record><PropertyValue Property="P" EnumMember="self.X/A"/></Record>',
      { element: 'Annotation/EnumMember[ns.X/A]' },
    ],
  ])('annotations are warnings: the type of %s', (_, value, subject) => {
    const text = documentOf(`${E}<ComplexType Name="X"><Annotation Term="RESO.OData.Metadata.X">\n${value}
${value}</Annotation></ComplexType>`);
    const findings = check(text).findings.filter(({ rule }) => rule === 'edmx/unresolved-type');
    expect(findings).toMatchObject([{ severity: 'warning', subject, location: { line: 4 } }]);
  });

  it.each([
    'self.F',
    'ns.F(Collection(Edm.Int32),self.X)',
    'self.F(Collection(Edm.Int32),ns.X)/b',
    'ns.A()',
    'ns.A(self.X)',
  ])('finds the target %s', (target) => {
    const content = `<ComplexType Name="X"/><Function Name="F"><Parameter Name="a" Type="Collection(Edm.Int32)"/><Parameter Name="b" Type="ns.X"/><ReturnType Type="Edm.String"/></Function><Action Name="A"/><Action Name="A" IsBound="true"><Parameter Name="it" Type="self.X"/><Parameter Name="p" Type="Edm.String"/></Action><Annotations Target="${target}"><Annotation Term="RESO.OData.Metadata.X"/></Annotations>`;
    expect(told(documentOf(content, '', '4.01'))).toEqual([]);
  });

  it('takes types of other namespaces in annotations on trust', () => {
    const value =
      '<Collection><Record Type="Other.Gone"/><EnumMember>self.E/A</EnumMember><Cast Type="Edm.String"><Null/></Cast></Collection>';
    expect(
      told(
        documentOf(
          `${E}<ComplexType Name="X"><Annotation Term="RESO.OData.Metadata.X">${value}</Annotation></ComplexType>`,
        ),
      ),
    ).toEqual([]);
  });

  it('says once how often a term is used that nobody declares', () => {
    const text = documentOf(
      '<Term Name="T" Type="Edm.String"><Annotation Term="No.Such" String="a"/></Term>\n<Term Name="U" Type="Edm.String"><Annotation Term="No.Such" String="b"/></Term>',
    );
    expect(told(text)).toEqual([
      '3:46 edmx/unresolved-type An annotation uses the term "No.Such" (2 times), which the metadata neither declares nor includes (OData CSDL 4.0, section 14.3). Add an edmx:Reference to its vocabulary, or correct the name; clients pass it over.',
    ]);
  });

  it('takes terms of included vocabularies on trust, and warns of what else leads there', () => {
    const text = documentOf(
      `<Term Name="T" Type="Edm.String"><Annotation Term="o.Known" String="a"/></Term>
<Annotations Target="o.Thing"><Annotation Term="RESO.OData.Metadata.StandardName" String="x"/></Annotations>
<EntityContainer Name="C" Extends="o.Base"><FunctionImport Name="F" Function="o.F" EntitySet="There"/></EntityContainer>`,
      including('org.other', 'o'),
    );
    expect(check(text).findings.map(({ severity, location }) => `${location?.line} ${severity}`)).toEqual([
      '4 warning',
      '5 warning',
      '5 warning',
      '5 warning',
    ]);
  });

  it('speaks of a base that is not declared, and not of what it may have', () => {
    const type = '<EntityType Name="T" BaseType="self.Gone"/>';
    const sets =
      '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"><NavigationPropertyBinding Path="N" Target="Ts"/></EntitySet></EntityContainer>';
    expect(told(documentOf(type + sets))).toEqual([expect.stringContaining('base type "ns.Gone"')]);
    const extending =
      '<EntityContainer Name="C" Extends="self.Gone"><EntitySet Name="Ts" EntityType="self.T"><NavigationPropertyBinding Path="N" Target="Inherited"/></EntitySet></EntityContainer>';
    const whole = `<EntityType Name="T">${KEY}<NavigationProperty Name="N" Type="self.T"/></EntityType>`;
    expect(told(documentOf(whole + extending))).toEqual([expect.stringContaining('extends "ns.Gone"')]);
  });

  it('cannot say of a path through an open type or an external base that it leads nowhere', () => {
    const text = documentOf(
      `<EntityType Name="T" OpenType="true">${KEY}</EntityType>
<EntityType Name="U" BaseType="o.Base"/>
<EntityContainer Name="C">
<EntitySet Name="Ts" EntityType="self.T"><NavigationPropertyBinding Path="Later" Target="Ts"/></EntitySet>
<EntitySet Name="Us" EntityType="self.U"><NavigationPropertyBinding Path="Elsewhere" Target="Ts"/></EntitySet>
</EntityContainer>`,
      including('org.other', 'o'),
    );
    expect(check(text).findings.map(({ severity, location }) => `${location?.line} ${severity}`)).toEqual([
      '4 warning',
      '7 warning',
    ]);
  });
});
