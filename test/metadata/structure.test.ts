import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { structureFaults } from '../../src/metadata/rules/structure.js';
import { LANGUAGE } from '../../src/metadata/structure/language.js';
import { FaultList } from '../../src/metadata/structure/structure-fault.js';
import type { XmlElement } from '../../src/metadata/xml-element.js';
import { check, rootOf } from './documents.js';
import { type Faulty, faultyDocument } from './invalid/document.js';
import { REFERRED_TO } from './invalid/referred-to.js';
import { ATTRIBUTES, ELEMENTS, QUANTITIES, type StructureCase, VALUES } from './invalid/structure-faults.js';

function expectOne(faulty: Faulty, subject: string, says: string): void {
  const { text, place } = faultyDocument(faulty);
  const { findings } = check(text);
  const told = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    place: `${finding.location?.line}:${finding.location?.column}`,
    subject: finding.subject,
    message: finding.message,
  }));
  expect(told).toEqual([
    {
      rule: 'edmx/structure',
      severity: 'error',
      place,
      subject: { element: subject },
      message: expect.stringContaining(says),
    },
  ]);
  const [message] = told.map((finding) => finding.message);
  expect(message).toMatch(/\(OData CSDL (?:XML 4\.01|4\.0), section [\d.]+\)\. [A-Z].*[.?]$/);
}

describe('edmx/structure', () => {
  it('has nothing against the document in which the faults are planted', () => {
    expect(check(faultyDocument({}).text).findings).toEqual([]);
    expect(check(faultyDocument({ version: '4.01' }).text).findings).toEqual([]);
  });

  it.each<readonly [string, readonly StructureCase[]]>([
    ['elements', ELEMENTS],
    ['quantities', QUANTITIES],
    ['attributes', ATTRIBUTES],
    ['values', VALUES],
    ['what is referred to', REFERRED_TO],
  ])('has no case of %s twice', (_, cases) => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });
});

describe('one fault is one finding, where it is', () => {
  const cases = [...ELEMENTS, ...QUANTITIES, ...ATTRIBUTES, ...VALUES, ...REFERRED_TO];

  it.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    '$name',
    ({ rest: [faulty, subject, says = ''] }) => {
      expectOne(faulty, subject, says);
    },
  );
});

describe('several faults', () => {
  const subjectsOf = (faulty: Faulty): readonly (string | undefined)[] =>
    check(faultyDocument(faulty).text)
      .findings.filter(({ rule }) => rule === 'edmx/structure')
      .map(({ subject }) => subject.element);

  it('are all told, in the order of the document', () => {
    const content = `<EntityType Name="T" Foo="1">
  <Key><PropertyRef Name="K"/></Key>
  <Bar/>
  <Property Name="K" Type="Edm.Int32" Nullable="no" MaxLength="x"/>
  <Property Name="P"/>
  stray
</EntityType>`;
    expect(subjectsOf({ content })).toEqual([
      'Schema[ns]/EntityType[T]/@Foo',
      'Schema[ns]/EntityType[T]/Bar',
      'Schema[ns]/EntityType[T]/Property[K]/@Nullable',
      'Schema[ns]/EntityType[T]/Property[K]/@MaxLength',
      'Schema[ns]/EntityType[T]/Property[P]/@Type',
      'Schema[ns]/EntityType[T]/text()',
    ]);
  });

  it('in elements of one name are told apart by number', () => {
    const content = `<ComplexType Name="T"><Property Name="P"/><Property Name="Q" Type="Edm.String"/><Property Name="P"/>
<Foo/><Foo/><Foo/></ComplexType><ComplexType Name="T"><Property Name="P"/></ComplexType>`;
    expect(subjectsOf({ content })).toEqual([
      'Schema[ns]/ComplexType[T]/Property[P]/@Type',
      'Schema[ns]/ComplexType[T]/Property[P][2]/@Type',
      'Schema[ns]/ComplexType[T]/Foo',
      'Schema[ns]/ComplexType[T]/Foo[2]',
      'Schema[ns]/ComplexType[T]/Foo[3]',
      'Schema[ns]/ComplexType[T][2]/Property[P]/@Type',
    ]);
  });

  it('keep their subjects when the first of them is mended', () => {
    const faults = (first: string): Faulty => ({
      content: `<ComplexType Name="T"><Property Name="P"${first}/><Property Name="P"/></ComplexType>`,
    });
    expect(subjectsOf(faults(''))).toContain('Schema[ns]/ComplexType[T]/Property[P][2]/@Type');
    expect(subjectsOf(faults(' Type="Edm.String"'))).toEqual([
      'Schema[ns]/ComplexType[T]/Property[P][2]/@Type',
    ]);
  });

  it('have different subjects also where hostile names make paths alike', () => {
    const content = `<ComplexType Name="A"><Foo Name="x]/Foo[y"/><Foo Name="x"/></ComplexType>
<ComplexType Name="A"><Foo Name="x"/></ComplexType><Foo Name="A]/ComplexType[A"/>`;
    const subjects = subjectsOf({ content });
    expect(subjects).toHaveLength(4);
    expect(new Set(subjects).size).toBe(4);
  });

  it.each([
    ['an unknown element', '<Foo/>', 'Foo'],
    ['a misspelt one', '<Ky><PropertyRef Name="K"/></Ky>', 'Ky'],
    ['one in another namespace', '<edmx:Key/>', 'Key'],
  ])('of %s before the right one is not counted for it', (_, before, step) => {
    const content = `<EntityType Name="T">${before}<Key><PropertyRef Name="K"/></Key>
<Property Name="K" Type="Edm.Int32" Nullable="false"/></EntityType>`;
    expect(subjectsOf({ content })).toEqual([`Schema[ns]/EntityType[T]/${step}`]);
  });

  it('of what is not known hides no other that it cannot be meant for', () => {
    const content =
      '<Function Name="F"><Documentation/></Function><Function Name="G"><x:y xmlns:x="urn:x"/></Function>';
    expect(subjectsOf({ content })).toEqual([
      'Schema[ns]/Function[F]/ReturnType',
      'Schema[ns]/Function[F]/Documentation',
      'Schema[ns]/Function[G]/ReturnType',
      'Schema[ns]/Function[G]/y',
    ]);
  });

  it('inside an element that may not be there are not told', () => {
    const content = '<Foo><EntityType/><Bar baz="1">text</Bar></Foo>';
    expect(subjectsOf({ content })).toEqual(['Schema[ns]/Foo']);
  });

  it('beyond a number are counted, and no longer listed', () => {
    const root = rootOf(faultyDocument({ content: '<Foo/><Foo/><Foo/><Foo/>' }).text);
    const context = {
      file: 'm.xml',
      policy: { profile: 'certification', version: '2.0', strict: true },
    } as const;
    expect(structureFaults(root, context, new FaultList(2)).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('The element Foo'),
      expect.stringContaining('The element Foo'),
      'The document has 2 more faults of this kind than are listed. Mend those that are, and run again.',
    ]);
  });
});

describe('what is valid has no finding', () => {
  it.each([
    [
      'attributes of foreign namespaces',
      { content: '<ComplexType xmlns:x="urn:x" Name="T" x:Name="1" xml:lang="en" x:foo="2"/>' },
    ],
    [
      'blanks in an element without content',
      {
        references:
          '<edmx:Reference Uri="x"><edmx:IncludeAnnotations TermNamespace="y"> \n </edmx:IncludeAnnotations></edmx:Reference>',
      },
    ],
    ['blanks around a constant', { content: '<Annotation Term="ns.Term"><Int> 42\n</Int></Annotation>' }],
    [
      'Variable in any case',
      {
        content:
          '<ComplexType Name="T"><Property Name="P" Type="Edm.Decimal" Precision="5" Scale="Variable"/></ComplexType>',
      },
    ],
    ['a name of 128 characters', { content: `<ComplexType Name="${'x'.repeat(128)}"/>` }],
    [
      'names beyond ASCII',
      { content: '<ComplexType Name="Straße_1"><Property Name="数" Type="Edm.String"/></ComplexType>' },
    ],
    ['an element that is closed by a tag of its own', { content: '<ComplexType Name="T"></ComplexType>' }],
    [
      'If without the last operand in a collection',
      {
        content:
          '<Annotation Term="ns.Terms"><Collection><If><Path>a</Path><String>b</String></If></Collection></Annotation>',
      },
    ],
  ])('%s', (_, faulty) => {
    expect(check(faultyDocument(faulty).text).findings).toEqual([]);
  });

  it.each(['every-construct-4.0.xml', 'every-construct-4.01.xml'])('%s', (name) => {
    const { findings } = check(readFileSync(path.join(import.meta.dirname, 'fixtures', name)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('every construct of the language occurs in these documents', () => {
    const seen = new Set<string>();
    for (const name of ['every-construct-4.0.xml', 'every-construct-4.01.xml']) {
      const bytes = readFileSync(path.join(import.meta.dirname, 'fixtures', name));
      collect(rootOf(bytes.toString()), seen);
    }
    const unseen = [...LANGUAGE.values()].flatMap(({ name, attributes, rule }) => [
      name,
      ...[...attributes.values()]
        .filter(({ isExpression }) => !isExpression)
        .map((one) => `${name}/@${one.name}`),
      ...(rule.values === undefined || rule.values.most < 2 ? (rule.children ?? []) : []).map(
        (child) => `${name}/${child}`,
      ),
    ]);
    expect(unseen.filter((construct) => !seen.has(construct))).toEqual(['Neg/Annotation', 'Cast/@Unicode']);
    for (const name of VALUE_NAMES) expect(seen).toContain(`Annotation/@${name}`);
  });
});

const VALUE_NAMES = [...(LANGUAGE.get('Annotation')?.attributes.values() ?? [])]
  .filter(({ isExpression }) => isExpression)
  .map(({ name }) => name);

function collect(element: XmlElement, seen: Set<string>): void {
  seen.add(element.name);
  for (const { name } of element.attributes) seen.add(`${element.name}/@${name}`);
  for (const child of element.children) {
    seen.add(`${element.name}/${child.name}`);
    collect(child, seen);
  }
}
