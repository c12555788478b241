import { describe, expect, it } from 'vitest';
import { check, documentOf, documentWith, EDM, EDMX, including, told } from './documents.js';

const services = `<edmx:DataServices><Schema xmlns="${EDM}" Namespace="ns"/></edmx:DataServices>`;
const edmx = (attributes: string, content: string): string =>
  `<edmx:Edmx xmlns:edmx="${EDMX}" ${attributes}>\n${content}\n</edmx:Edmx>`;

describe('edmx/version', () => {
  it.each(['4.0', '4.01'])('takes Version %s', (version) => {
    expect(told(edmx(`Version="${version}"`, services))).toEqual([]);
  });

  it.each([
    [
      'no Version',
      edmx('', services),
      'Edmx/@Version',
      '1:1 edmx/version The root element has no Version, but 4.0 or 4.01 is expected. State the version of OData that the metadata follows.',
    ],
    [
      'another Version',
      edmx('Version="1.0"', services),
      'Edmx/@Version',
      '1:66 edmx/version The root element has the Version "1.0", but 4.0 or 4.01 is expected. State the version of OData that the metadata follows.',
    ],
    [
      'a Version in another form',
      edmx('Version="4"', services),
      'Edmx/@Version',
      '1:66 edmx/version The root element has the Version "4", but 4.0 or 4.01 is expected. State the version of OData that the metadata follows.',
    ],
    [
      'no DataServices',
      edmx('Version="4.0"', ''),
      'Edmx/DataServices',
      '1:1 edmx/version There is no edmx:DataServices, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    ],
    [
      'two DataServices',
      edmx('Version="4.0"', `${services}\n${services}`),
      'Edmx/DataServices[2]',
      '3:1 edmx/version There is another edmx:DataServices, but exactly one is expected. Put all Schema elements into the first.',
    ],
    [
      'DataServices in another namespace',
      edmx('Version="4.0"', '<DataServices/>'),
      'Edmx/DataServices',
      '2:1 edmx/version The element DataServices is in no namespace, which is not that of edmx, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    ],
    [
      'no Schema',
      edmx('Version="4.0"', '<edmx:DataServices/>'),
      'Edmx/DataServices/Schema',
      '2:1 edmx/version There is no Schema in edmx:DataServices, so the metadata declares nothing. Add at least one.',
    ],
    [
      'a Schema of OData 3',
      edmx(
        'Version="4.0"',
        '<edmx:DataServices>\n <Schema xmlns="urn:v3" Namespace="a"/></edmx:DataServices>',
      ),
      'Schema[a]',
      `3:2 edmx/version The Schema is in the namespace "urn:v3", which is not that of OData 4, so nothing in it counts. Use xmlns="${EDM}".`,
    ],
    [
      'what is missing DataServices',
      `<edmx:Edmx xmlns:edmx="${EDMX}" Version="4.0">\n<Schema xmlns="${EDM}" Namespace="a"/><Schema xmlns="${EDM}" Namespace="b"/></edmx:Edmx>`,
      'Schema[a]',
      '2:1 edmx/version The element Schema stands where edmx:DataServices is missing, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    ],
    [
      'a misspelt DataServices',
      `<edmx:Edmx xmlns:edmx="${EDMX}" Version="4.0">\n<edmx:DataService><Schema xmlns="${EDM}" Namespace="ns"/></edmx:DataService></edmx:Edmx>`,
      'Edmx/DataService',
      '2:1 edmx/version The element DataService stands where edmx:DataServices is missing, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    ],
    [
      'DataServices in another namespace besides the right one',
      edmx('Version="4.0"', `${services}<DataServices/>`),
      'Edmx/DataServices[2]',
      '2:112 edmx/version The element DataServices is in no namespace, which is not that of edmx, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
    ],
    [
      'a misspelt Schema',
      edmx(
        'Version="4.0"',
        `<edmx:DataServices>\n<Shema xmlns="${EDM}" Namespace="ns"/></edmx:DataServices>`,
      ),
      'Edmx/DataServices/Shema[ns]',
      '3:1 edmx/version The element Shema stands where a Schema is expected, so nothing in it counts. Put what it declares into a Schema.',
    ],
    [
      'a root of OData 3',
      '<Edmx xmlns="urn:v3" Version="1.0"/>',
      'Edmx',
      '1:1 edmx/version The root element is in the namespace "urn:v3", which is not that of OData 4. Answer with the metadata of OData 4.0 or 4.01.',
    ],
  ])('%s is one finding', (_, text, element, message) => {
    expect(told(text)).toEqual([message]);
    expect(check(text).findings[0]).toMatchObject({ severity: 'error', subject: { element } });
  });

  it('speaks of each fault, and the rest is still judged', () => {
    const text = edmx(
      'Version="3.0"',
      `<edmx:DataServices><Schema xmlns="${EDM}" Namespace="ns"><ComplexType Name="T" BaseType="ns.B"/></Schema></edmx:DataServices><edmx:DataServices/>`,
    );
    expect(check(text).findings.map(({ rule }) => rule)).toEqual([
      'edmx/version',
      'edmx/version',
      'edmx/unresolved-type',
    ]);
  });
});

describe('edmx/unresolved-type', () => {
  const SERVED =
    '<EntityContainer Name="C"><EntitySet Name="First" EntityType="self.T"/><EntitySet Name="Second" EntityType="self.T"/></EntityContainer>';

  it.each([
    [
      'a property of a type that sets serve',
      `<EntityType Name="T">\n  <Property Name="P" Type="self.Gone"/></EntityType>${SERVED}`,
      { resource: 'First', field: 'P' },
      '4:3 edmx/unresolved-type The property T.P is of the type "self.Gone", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'a property of a type that no set serves',
      '<EntityType Name="T"><Property Name="P" Type="Collection(self.Gone)"/></EntityType>',
      { resource: 'T', field: 'P' },
      '3:22 edmx/unresolved-type The property T.P is of the type "Collection(self.Gone)", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'a navigation property',
      `<EntityType Name="T"><NavigationProperty Name="N" Type="Collection(ns.Gone)"/></EntityType>${SERVED}`,
      { resource: 'First', expansion: 'N' },
      '3:22 edmx/unresolved-type The navigation property T.N is of the type "Collection(ns.Gone)", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'a property of a complex type',
      '<ComplexType Name="V"><Property Name="P" Type="ns.Gone"/></ComplexType>',
      { element: 'Schema[ns]/ComplexType[V]/Property[P]' },
      '3:23 edmx/unresolved-type The property V.P is of the type "ns.Gone", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'a base type',
      '<EntityType Name="T" BaseType="self.Gone"/>',
      { element: 'Schema[ns]/EntityType[T]' },
      '3:1 edmx/unresolved-type The EntityType T has the base type "ns.Gone", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'an underlying type',
      '<EnumType Name="E" UnderlyingType="Edm.Int33"><Member Name="A"/></EnumType>',
      { element: 'Schema[ns]/EnumType[E]' },
      '3:1 edmx/unresolved-type The EnumType E has the underlying type "Edm.Int33", which the metadata does not declare. Did you mean "Edm.Int32" or "Edm.Int16" or "Edm.Int64"?',
    ],
    [
      'an entity set',
      '<EntityContainer Name="C"><EntitySet Name="S" EntityType="ns.Gone"/></EntityContainer>',
      { element: 'Schema[ns]/EntityContainer[C]/EntitySet[S]' },
      '3:27 edmx/unresolved-type The entity set S is of the type "ns.Gone", which the metadata does not declare. Declare it, correct its name, or include the document that declares it.',
    ],
    [
      'a type in the wrong case',
      '<EntityType Name="T"><Property Name="P" Type="Edm.string"/></EntityType>',
      { resource: 'T', field: 'P' },
      '3:22 edmx/unresolved-type The property T.P is of the type "Edm.string", which the metadata does not declare. Did you mean "Edm.String"?',
    ],
    [
      'a type in the wrong namespace',
      '<EntityType Name="T"><Property Name="P" Type="enums.Status"/></EntityType><EnumType Name="Status"><Member Name="A"/></EnumType>',
      { resource: 'T', field: 'P' },
      '3:22 edmx/unresolved-type The property T.P is of the type "enums.Status", which the metadata does not declare. Did you mean "ns.Status"?',
    ],
  ])('%s', (_, content, subject, message) => {
    const text = documentOf(content);
    expect(told(text)).toEqual([message]);
    expect(check(text).findings[0]).toMatchObject({ severity: 'error', subject });
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
    const text =
      documentOf(`<EntityContainer Name="D" Extends="self.C"><EntitySet Name="Ts" EntityType="self.T"/></EntityContainer><EntityType Name="T"/>
<EntityContainer Name="C"><EntitySet Name="S" EntityType="self.Gone"/></EntityContainer>`);
    expect(check(text).findings.map(({ subject }) => subject)).toEqual([
      { element: 'Schema[ns]/EntityContainer[C]/EntitySet[S]' },
    ]);
  });

  it('has nothing to say of types that resolve, in any schema and by any alias', () => {
    const text =
      documentWith(`<Schema Namespace="a" Alias="x"><EntityType Name="T" BaseType="y.B"><Property Name="P" Type="Collection(b.E)"/><Property Name="Q" Type="Edm.Untyped"/></EntityType></Schema>
      <Schema Namespace="b" Alias="y"><EntityType Name="B"/><EnumType Name="E" UnderlyingType="Edm.Byte"><Member Name="A"/></EnumType><EntityContainer Name="C"><EntitySet Name="Ts" EntityType="x.T"/></EntityContainer></Schema>`);
    expect(told(text)).toEqual([]);
  });
});

describe('readMetadata', () => {
  it('gives the bytes as received, the tree, the model and the file', () => {
    const bytes = Buffer.from(documentOf(''));
    const document = check(bytes);
    expect(document.bytes).toBe(bytes);
    expect(document).toMatchObject({ file: 'metadata.xml', root: { name: 'Edmx' }, findings: [] });
    expect(document.model?.schemas).toHaveLength(1);
  });

  it('has no model for what is not well-formed, and a whole finding', () => {
    const document = check('<edmx:Edmx>');
    expect(document.model).toBeUndefined();
    expect(document.root).toBeUndefined();
    expect(document.findings).toEqual([
      {
        rule: 'edmx/well-formed',
        severity: 'error',
        subject: {},
        message: expect.stringContaining('edmx'),
        location: { file: 'metadata.xml', line: 1, column: 1 },
        specification: 'https://www.w3.org/TR/xml/',
      },
    ]);
  });

  it('has no model without a Schema, but the tree', () => {
    const document = check(edmx('Version="4.0"', '<edmx:DataServices/>'));
    expect(document.model).toBeUndefined();
    expect(document.root?.name).toBe('Edmx');
  });

  it.each([
    [
      'UTF-8 with a mark',
      Buffer.from(
        `\uFEFF${documentOf('<EnumType Name="É" UnderlyingType="x.Y"><Member Name="A"/></EnumType>')}`,
      ),
    ],
    [
      'UTF-16LE',
      Buffer.from(
        `\uFEFF${documentOf('<EnumType Name="É" UnderlyingType="x.Y"><Member Name="A"/></EnumType>')}`,
        'utf16le',
      ),
    ],
    [
      'UTF-16BE',
      Buffer.from(
        documentOf('<EnumType Name="É" UnderlyingType="x.Y"><Member Name="A"/></EnumType>'),
        'utf16le',
      ).swap16(),
    ],
  ])('places findings alike in %s', (_, bytes) => {
    expect(check(bytes).findings).toMatchObject([
      { subject: { element: 'Schema[ns]/EnumType[É]' }, location: { line: 3, column: 1 } },
    ]);
  });
});
