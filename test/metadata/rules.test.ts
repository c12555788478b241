import { describe, expect, it } from 'vitest';
import { check, container, documentOf, EDM, EDMX, told } from './documents.js';

const services = `<edmx:DataServices><Schema xmlns="${EDM}" Namespace="ns">${container('C')}</Schema></edmx:DataServices>`;
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
      edmx('Version="4.0"', `${services}\n<edmx:DataServices/>`),
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
      '2:238 edmx/version The element DataServices is in no namespace, which is not that of edmx, but exactly one is expected. Put the Schema elements into one edmx:DataServices.',
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
      `<edmx:DataServices><Schema xmlns="${EDM}" Namespace="ns"><ComplexType Name="T" BaseType="ns.B"/>${container('C')}</Schema></edmx:DataServices><edmx:DataServices/>`,
    );
    expect(check(text).findings.map(({ rule }) => rule)).toEqual([
      'edmx/version',
      'edmx/version',
      'edmx/unresolved-type',
    ]);
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
      { subject: { element: 'Schema[ns]/EnumType[É]' }, location: { line: 3, column: 20 } },
    ]);
  });
});
