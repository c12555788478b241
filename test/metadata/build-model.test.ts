import { describe, expect, it } from 'vitest';
import { documentOf, documentWith, EDM, including, modelOf, structuredType } from './documents.js';

describe('buildModel', () => {
  it('reads an entity type whole', () => {
    const model = modelOf(
      documentOf(`<EntityType Name="Property" BaseType="self.Base" Abstract="true" OpenType="true">
  <Key><PropertyRef Name="Id"/><PropertyRef Name="Home/Zip" Alias="Zip"/></Key>
  <Property Name="ListPrice" Type="Edm.Decimal" Nullable="false" Precision="14" Scale="2" DefaultValue="0"/>
  <Property Name="Tags" Type="Collection(self.Tag)" MaxLength="max" Unicode="false" SRID="4326"/>
  <NavigationProperty Name="Media" Type="Collection(self.Media)" ContainsTarget="true" Partner="Listing" Nullable="false"/>
</EntityType>`),
    );
    expect(model.types.get('ns.Property')).toEqual({
      kind: 'EntityType',
      name: 'Property',
      namespace: 'ns',
      qualifiedName: 'ns.Property',
      baseType: 'ns.Base',
      isAbstract: true,
      keyPosition: { line: 4, column: 3 },
      isOpen: true,
      openType: 'true',
      key: [
        { name: 'Id', line: 4, column: 8 },
        { name: 'Home/Zip', alias: 'Zip', line: 4, column: 32 },
      ],
      properties: [
        {
          name: 'ListPrice',
          type: { text: 'Edm.Decimal', name: 'Edm.Decimal', isCollection: false },
          facets: { nullable: 'false', precision: '14', scale: '2', defaultValue: '0' },
          annotations: [],
          line: 5,
          column: 3,
        },
        {
          name: 'Tags',
          type: { text: 'Collection(self.Tag)', name: 'ns.Tag', isCollection: true },
          facets: { maxLength: 'max', unicode: 'false', srid: '4326' },
          annotations: [],
          line: 6,
          column: 3,
        },
      ],
      navigationProperties: [
        {
          name: 'Media',
          type: { text: 'Collection(self.Media)', name: 'ns.Media', isCollection: true },
          nullable: 'false',
          partner: 'Listing',
          containsTarget: true,
          constraints: [],
          annotations: [],
          line: 7,
          column: 3,
        },
      ],
      annotations: [],
      line: 3,
      column: 1,
    });
  });

  it('reads complex types, enum types and type definitions', () => {
    const model = modelOf(
      documentOf(`<ComplexType Name="Address"><Property Name="Zip" Type="self.Zip"/></ComplexType>
<EnumType Name="Heating" IsFlags="true" UnderlyingType="Edm.Int64"><Member Name="Gas" Value="1"/><Member Name="Oil"/></EnumType>
<EnumType Name="Plain"/>
<TypeDefinition Name="Zip" UnderlyingType="Edm.String" MaxLength="10"/>`),
    );
    expect([...model.types.values()]).toMatchObject([
      { kind: 'ComplexType', name: 'Address', isAbstract: false, key: [], line: 3 },
      {
        kind: 'EnumType',
        isFlags: true,
        underlyingType: 'Edm.Int64',
        members: [
          { name: 'Gas', value: '1', line: 4, column: 68 },
          { name: 'Oil', line: 4, column: 98 },
        ],
      },
      { kind: 'EnumType', isFlags: false, underlyingType: 'Edm.Int32', members: [] },
      { kind: 'TypeDefinition', underlyingType: 'Edm.String', facets: { maxLength: '10' } },
    ]);
  });

  it('knows the version, schemas and includes', () => {
    const model = modelOf(documentOf('', including('Org.OData.Core.V1', 'Core')));
    expect(model.version).toBe('4.0');
    expect(model.schemas).toEqual([{ namespace: 'ns', alias: 'self', line: 2, column: 1 }]);
    expect(model.includes).toMatchObject([{ namespace: 'Org.OData.Core.V1', alias: 'Core', line: 1 }]);
  });

  it('replaces aliases of schemas and of includes, in one schema by that of another', () => {
    const model = modelOf(
      documentWith(
        `<Schema Namespace="org.a" Alias="a"><ComplexType Name="T"><Property Name="P" Type="Collection(b.E)"/><Property Name="Q" Type="c.X"/><Property Name="R" Type="org.b.E"/></ComplexType></Schema>
         <Schema Namespace="org.b" Alias="b"><EnumType Name="E"/></Schema>`,
        including('org.c.v1', 'c'),
      ),
    );
    const names = structuredType(model, 'org.a.T').properties.map(({ type }) => type.name);
    expect(names).toEqual(['org.b.E', 'org.c.v1.X', 'org.b.E']);
  });

  it('never takes a namespace for an alias, and of two claims to an alias the first', () => {
    const model = modelOf(
      documentWith(`<Schema Namespace="a" Alias="b"><ComplexType Name="T"><Property Name="P" Type="b.X"/><Property Name="Q" Type="d.X"/></ComplexType></Schema>
        <Schema Namespace="b" Alias="d"/><Schema Namespace="c" Alias="d"/>`),
    );
    expect(structuredType(model, 'a.T').properties.map(({ type }) => type.name)).toEqual(['b.X', 'b.X']);
  });

  it('takes the first of two with the same name', () => {
    const model = modelOf(
      documentOf(`<ComplexType Name="T"><Property Name="P" Type="Edm.Int32"/><Property Name="P" Type="Edm.String"/></ComplexType>
<EnumType Name="T"/>`),
    );
    expect(structuredType(model, 'ns.T').properties.map(({ type }) => type.name)).toEqual(['Edm.Int32']);
  });

  it('leaves out pieces without a name, and gives a property without type a reference to nothing', () => {
    const model = modelOf(
      documentOf(`<EntityType><Key/></EntityType>
<EntityType Name="T"><Key><PropertyRef/></Key><Property Type="Edm.String"/><Property Name="P"/><NavigationProperty/></EntityType>
<EnumType Name="E"><Member/></EnumType><EntityContainer/><EntityContainer Name="C"><EntitySet/><EntitySet Name="S"/></EntityContainer>
<Annotations><Annotation/></Annotations>`),
    );
    expect([...model.types.keys()]).toEqual(['ns.T', 'ns.E']);
    const { properties, key } = structuredType(model, 'ns.T');
    expect(key).toEqual([]);
    expect(properties.map(({ name, type }) => [name, type])).toEqual([
      ['P', { text: '', name: '', isCollection: false }],
    ]);
    expect(model.entityContainers).toMatchObject([
      { name: 'C', entitySets: [{ name: 'S', entityType: '' }] },
    ]);
  });

  it('passes over what is not in the namespaces of OASIS', () => {
    const model = modelOf(
      documentOf(`<x:EntityType xmlns:x="urn:x" Name="A"/>
<EntityType Name="B" x:Abstract="true" xmlns:x="urn:x"><x:Property xmlns:x="urn:x" Name="P" Type="Edm.String"/></EntityType>
<EntityType xmlns="http://schemas.microsoft.com/ado/2009/11/edm" Name="C"/>`),
    );
    expect([...model.types.values()]).toMatchObject([{ name: 'B', isAbstract: false, properties: [] }]);
  });

  it('takes hostile names as names', () => {
    const model = modelOf(
      documentOf(
        '<ComplexType Name="__proto__"><Property Name="constructor" Type="self.__proto__"/></ComplexType>',
      ),
    );
    expect(structuredType(model, 'ns.__proto__').properties).toMatchObject([
      { name: 'constructor', type: { name: 'ns.__proto__' } },
    ]);
  });

  it('is frozen', () => {
    const model = modelOf(
      documentOf('<ComplexType Name="T"><Property Name="P" Type="Edm.String"/></ComplexType>'),
    );
    const type = structuredType(model, 'ns.T');
    const parts = [
      model,
      model.schemas,
      type,
      type.properties,
      ...type.properties,
      type.properties[0]?.facets,
    ];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });
});

describe('entity containers', () => {
  it('hold entity sets and singletons with their bindings', () => {
    const model = modelOf(
      documentOf(`<EntityContainer Name="C">
<EntitySet Name="S" EntityType="self.T"><NavigationPropertyBinding Path="N" Target="S"/></EntitySet>
<Singleton Name="Me" Type="self.T"/><ActionImport Name="A" Action="self.A"/>
</EntityContainer>`),
    );
    const sets = [
      {
        kind: 'EntitySet',
        name: 'S',
        entityType: 'ns.T',
        bindings: [{ path: 'N', target: 'S', line: 4, column: 41 }],
        annotations: [],
        line: 4,
        column: 1,
      },
      {
        kind: 'Singleton',
        name: 'Me',
        entityType: 'ns.T',
        bindings: [],
        annotations: [],
        line: 5,
        column: 1,
      },
    ];
    expect(model.entityContainers).toEqual([
      {
        name: 'C',
        qualifiedName: 'ns.C',
        entitySets: sets,
        ownSets: sets,
        imports: [
          { kind: 'ActionImport', name: 'A', operation: 'ns.A', annotations: [], line: 5, column: 37 },
        ],
        annotations: [],
        line: 3,
        column: 1,
      },
    ]);
  });

  it.each([
    ['base first', 'Extends="self.Base"', 'Extends="self.Root"', ['Root.1', 'Base.1', 'Own.1']],
    ['into a document that is not at hand', 'Extends="other.C"', '', ['Own.1']],
    ['in a cycle', 'Extends="self.Base"', 'Extends="self.Own"', ['Base.1', 'Own.1']],
    ['itself', 'Extends="self.Own"', '', ['Own.1']],
  ])('inherit by Extends: %s', (_, own, base, expected) => {
    const model = modelOf(
      documentOf(`<EntityContainer Name="Own" ${own}><EntitySet Name="Own.1" EntityType="self.T"/></EntityContainer>
<EntityContainer Name="Base" ${base}><EntitySet Name="Base.1" EntityType="self.T"/></EntityContainer>
<EntityContainer Name="Root"><EntitySet Name="Root.1" EntityType="self.T"/></EntityContainer>`),
    );
    expect(model.entityContainers[0]?.entitySets.map(({ name }) => name)).toEqual(expected);
  });

  it('put a set of their own in place of an inherited one', () => {
    const model = modelOf(
      documentOf(`<EntityContainer Name="C" Extends="self.B"><EntitySet Name="S" EntityType="self.X"/><EntitySet Name="S" EntityType="self.Y"/></EntityContainer>
<EntityContainer Name="B"><EntitySet Name="S" EntityType="self.T"/></EntityContainer>`),
    );
    expect(model.entityContainers[0]?.entitySets.map(({ entityType }) => entityType)).toEqual(['ns.X']);
  });
});

describe('annotations', () => {
  const TYPES = `<EntityType Name="T"><Property Name="P" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String="Inline"/></Property><NavigationProperty Name="N" Type="self.T"/></EntityType>
<EnumType Name="E"><Member Name="M"/></EnumType><EntityContainer Name="C"><EntitySet Name="S" EntityType="self.T"/></EntityContainer>`;

  function annotated(target: string): readonly unknown[] {
    const model = modelOf(
      documentOf(`${TYPES}<Annotations Target="${target}"><Annotation Term="v.X" String="y"/></Annotations>`),
    );
    const type = structuredType(model, 'ns.T');
    const enumType = model.types.get('ns.E');
    const [container] = model.entityContainers;
    const places = {
      type: type.annotations,
      property: type.properties[0]?.annotations,
      navigation: type.navigationProperties[0]?.annotations,
      enum: enumType?.annotations,
      member: enumType?.kind === 'EnumType' ? enumType.members[0]?.annotations : undefined,
      container: container?.annotations,
      set: container?.entitySets[0]?.annotations,
    };
    return Object.entries(places).flatMap(([place, list]) =>
      list?.some(({ term }) => term === 'v.X') ? [place] : [],
    );
  }

  it.each([
    ['ns.T', ['type']],
    ['self.T', ['type']],
    ['self.T/P', ['property']],
    ['ns.T/N', ['navigation']],
    ['ns.E', ['enum']],
    ['self.E/M', ['member']],
    ['ns.C', ['container']],
    ['self.C/S', ['set']],
    ['other.T', []],
    ['ns.T/P/Q', []],
  ])('Target="%s" reaches %j', (target, places) => {
    expect(annotated(target)).toEqual(places);
  });

  it('stand inside elements first, then by target, with position, qualifier and alias replaced', () => {
    const model = modelOf(
      documentOf(
        `${TYPES}
<Annotations Target="self.T/P" Qualifier="q"><Annotation Term="Core.Description" String="d"/><Annotation Term="Core.Other" Qualifier="own" Bool="true"/></Annotations>`,
        including('Org.OData.Core.V1', 'Core'),
      ),
    );
    expect(structuredType(model, 'ns.T').properties[0]?.annotations).toEqual([
      { term: 'RESO.OData.Metadata.LookupName', value: 'Inline', line: 3, column: 59 },
      { term: 'Org.OData.Core.V1.Description', qualifier: 'q', value: 'd', line: 5, column: 46 },
      { term: 'Org.OData.Core.V1.Other', qualifier: 'own', value: 'true', line: 5, column: 94 },
    ]);
  });

  it.each([
    ['String="a b"', '', 'a b'],
    ['String=""', '', ''],
    ['Bool="false"', '', 'false'],
    ['Int="42"', '', '42'],
    ['EnumMember="self.E/M"', '', 'self.E/M'],
    ['DateTimeOffset="2024-01-01T00:00:00Z"', '', '2024-01-01T00:00:00Z'],
    ['', '<String> a &amp; b </String>', ' a & b '],
    ['', '<String><![CDATA[<x>]]></String>', '<x>'],
    ['', '<String/>', ''],
    ['', '\n<Int>\n 42 </Int>\n', '42'],
    ['', '<EnumMember>self.E/M</EnumMember>', 'self.E/M'],
    ['', '<Annotation Term="v.Nested" String="no"/><Bool>true</Bool>', 'true'],
    ['', '', undefined],
    ['Path="P"', '', undefined],
    ['', '<Collection><String>x</String></Collection>', undefined],
    ['', '<Record/>', undefined],
    ['', '<x:String xmlns:x="urn:x">no</x:String>', undefined],
    ['x:String="no" xmlns:x="urn:x"', '', undefined],
  ])('<Annotation %s>%s has the value %j', (attributes, content, value) => {
    const model = modelOf(
      documentOf(
        `<EntityType Name="T"><Annotation Term="v.X" ${attributes}>${content}</Annotation></EntityType>`,
      ),
    );
    const [annotation] = structuredType(model, 'ns.T').annotations;
    expect(annotation?.term).toBe('v.X');
    expect(annotation?.value).toBe(value);
  });

  it('on a member, as the reference metadata has them', () => {
    const model = modelOf(
      documentOf(
        '<EnumType Name="E"><Member Name="M"><Annotation Term="RESO.OData.Metadata.StandardName" String="Em"/></Member></EnumType>',
      ),
    );
    expect(model.types.get('ns.E')).toMatchObject({
      members: [{ annotations: [{ term: 'RESO.OData.Metadata.StandardName', value: 'Em' }] }],
    });
  });
});

describe('several edmx:DataServices', () => {
  it('are all read: that there are two is a finding of its own', () => {
    const model = modelOf(
      `<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" xmlns="${EDM}"><e:DataServices><Schema Namespace="a"/></e:DataServices><e:DataServices><Schema Namespace="b"/></e:DataServices></e:Edmx>`,
    );
    expect(model.schemas.map(({ namespace }) => namespace)).toEqual(['a', 'b']);
    expect(model.version).toBeUndefined();
  });
});

describe('operations and terms', () => {
  it('are read with their parameters, return types and facets, all overloads in document order', () => {
    const { operations, terms } = modelOf(
      documentOf(`<Action Name="A" IsBound="true" EntitySetPath="it"><Parameter Name="it" Type="self.T"/></Action>
<Function Name="F"><ReturnType Type="Collection(Edm.String)" MaxLength="5"/></Function><Function Name="F"><Parameter Name="p" Type="Edm.Decimal" Scale="2"/><ReturnType Type="Edm.Int32"/></Function>
<Term Name="T" BaseTerm="self.Base"/><Term Name="Base" Type="Edm.Boolean" Nullable="false"/>`),
    );
    expect(
      operations
        .slice(0, 3)
        .map(({ kind, qualifiedName, parameters }) => [kind, qualifiedName, parameters.length]),
    ).toEqual([
      ['Action', 'ns.A', 1],
      ['Function', 'ns.F', 0],
      ['Function', 'ns.F', 1],
    ]);
    expect(operations[0]).toMatchObject({ isBound: true, entitySetPath: 'it', line: 3, column: 1 });
    expect(operations[1]?.returnType).toMatchObject({
      type: { name: 'Edm.String', isCollection: true },
      facets: { maxLength: '5' },
    });
    expect(operations[2]?.parameters[0]).toMatchObject({ name: 'p', facets: { scale: '2' } });
    expect(terms.get('ns.T')).toMatchObject({ baseTerm: 'ns.Base', type: { name: 'Edm.String' } });
    expect(terms.get('ns.Base')).toMatchObject({
      type: { name: 'Edm.Boolean' },
      facets: { nullable: 'false' },
    });
  });
});
