import { describe, expect, it } from 'vitest';
import { XML_LIMITS, type XmlLimits } from '../../src/metadata/xml-limits.js';
import { readXml } from '../../src/metadata/xml-reader.js';
import { check, documentOf, EDM, EDMX, told } from './documents.js';

const START = `<edmx:Edmx xmlns:edmx="${EDMX}" Version="4.0">`;
const MIB = 1024 * 1024;

describe('hostile documents end in one finding', () => {
  it.each([
    ['a billion laughs', `<!DOCTYPE l [${laughs()}]>${START}&l9;</edmx:Edmx>`, '1:1', 'DOCTYPE'],
    [
      '200 levels',
      `${START}${'<a>'.repeat(200)}`,
      `1:${START.length + 3 * 99 + 1}`,
      'nested more than 100 deep',
    ],
    ['many attributes', `<edmx:Edmx ${manyAttributes(50_000)}`, '1:1', 'more than 100 attributes'],
    ['a value without end', `<edmx:Edmx a="${'x'.repeat(8 * MIB)}`, '1:11', 'goes on for more than'],
    [
      'a name without end',
      `${START}<${'x'.repeat(8 * MIB)}`,
      `1:${START.length + 1}`,
      'goes on for more than',
    ],
    ['millions of elements', `${START}${'<a/>'.repeat(1_000_001)}`, undefined, 'more than 500000 elements'],
    ['a NUL', `${START}\n\0`, '2:1', 'NUL'],
    ['millions of &', `${START}${'&'.repeat(4 * MIB)}`, `1:${START.length + 1}`, '"&" starts no reference'],
  ])('%s', (_, text, place, message) => {
    const findings = told(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`${place ?? ''}`);
    expect(findings[0]).toContain('edmx/well-formed');
    expect(findings[0]).toContain(message);
  });

  it('100 MB of attributes are refused by their size, before they are decoded', () => {
    const bytes = Buffer.alloc(100 * MIB, ' a="b"');
    bytes.write('<edmx:Edmx ');
    const before = process.memoryUsage().rss;
    expect(told(bytes)).toEqual([
      `1:1 edmx/well-formed The document is larger than ${XML_LIMITS.bytes} bytes, the most that is read. Shorten it.`,
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
  });

  it('values that take a parser many pieces to put together do not pile up in memory', () => {
    const element = `<a a="${'\t'.repeat(900_000)}"/>`;
    const bytes = Buffer.from(`${START}${element.repeat(60)}</edmx:Edmx>`);
    const before = process.memoryUsage().rss;
    expect(told(bytes)[0]).toContain('Together, the long values and comments');
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * MIB);
  });

  it('UTF-8 cut in the middle of a character', () => {
    const whole = Buffer.from(`${START}\n<!-- é`);
    expect(told(whole.subarray(0, -1))).toEqual([
      '2:6 edmx/well-formed The byte 0xC3 here is not valid UTF-8, the encoding of the document. It may be cut short or saved in another encoding: save it as UTF-8.',
    ]);
  });

  it('a document cut anywhere gives one finding inside itself or is no EDMX', () => {
    const whole = `<?xml version="1.0"?>\n<!-- c -->${START}\n<edmx:DataServices x="&amp;é"><![CDATA[]]><?p i?></edmx:DataServices>\n</edmx:Edmx>`;
    const bytes = Buffer.from(whole);
    for (let length = whole.indexOf(START) + '<edmx:Edmx '.length; length < bytes.length - 1; length++) {
      const { findings, model } = check(bytes.subarray(0, length));
      expect(findings.map(({ rule }) => rule)).toEqual(['edmx/well-formed']);
      expect(model).toBeUndefined();
    }
  });
});

describe('limits are parameters', () => {
  const tight: XmlLimits = {
    bytes: 2000,
    depth: 2,
    attributes: 2,
    nodes: 5,
    charactersPerNode: 10,
    token: 400,
    pieces: 10,
  };

  it.each([
    ['<a><b/></a>', undefined],
    ['<a><b><c/></b></a>', 'Elements are nested more than 2 deep'],
    ['<a x="1" y="2"/>', undefined],
    ['<a x="1" y="2" z="3"/>', 'more than 2 attributes'],
    ['<a><b/><b/><b/><b/></a>', undefined],
    ['<a><b/><b/><b/><b/><b/></a>', 'more than 5 elements'],
    ['<a><b/><b/><b/><b/><bbbbbbbbbbbbbbb/><bbbbbbbbbbbbbbb/></a>', 'more than 5 elements'],
    [`<a>${'<bbbbbbbbbbbbbbb/>'.repeat(100)}</a>`, undefined],
    ['<a><!----><!----><?p?><!----><!----></a>', undefined],
    [`<a>${`<!--${'x'.repeat(200)}-->`.repeat(5)}</a>`, undefined],
    [`<a>${'\r'.repeat(300)}</a>`, 'Together, the long values'],
    [`<a><b x="${'\t'.repeat(300)}"/></a>`, 'Together, the long values'],
    [`<a>${'x'.repeat(401)}`, 'goes on for more than 400 characters'],
  ])('%j: %s', (text, message) => {
    const { fault } = readXml(text, tight);
    if (message === undefined) expect(fault).toBeUndefined();
    else expect(fault?.message).toContain(message);
  });
});

function laughs(): string {
  return Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`).join('');
}

function manyAttributes(count: number): string {
  return Array.from({ length: count }, (_, i) => `a${i}="b"`).join(' ');
}

describe('inheritance that multiplies', () => {
  const chain = (types: number, sets: number, close = ''): string => {
    const entityTypes = Array.from({ length: types }, (_, at) => {
      const base = at === 0 ? close : ` BaseType="ns.T${at - 1}"`;
      const key =
        '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/>';
      return `<EntityType Name="T${at}"${base}>${at === 0 ? key : ''}<Property Name="P${at}" Type="Edm.Int32"/></EntityType>`;
    });
    const entitySets = Array.from(
      { length: sets },
      (_, at) => `<EntitySet Name="S${at}" EntityType="ns.T${types - 1}"/>`,
    );
    return documentOf(
      `${entityTypes.join('')}<EntityContainer Name="C">${entitySets.join('')}</EntityContainer>`,
    );
  };

  it('is refused before it is listed', () => {
    const { findings, model } = check(chain(5000, 5000));
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'edmx/well-formed With what they inherit, the types and entity sets of the document have more than 5000000 members. No metadata needs that: shorten the chains of base types.',
    ]);
    expect(model).toBeUndefined();
  });

  it('is refused in a circle too', () => {
    const { findings } = check(chain(5000, 0, ' BaseType="ns.T4999"'));
    expect(findings.map(({ rule }) => rule)).toEqual(['edmx/well-formed']);
  });

  it('without members takes no walk along it for each question', () => {
    const types = Array.from(
      { length: 20_000 },
      (_, at) => `<EntityType Name="T${at + 1}" BaseType="ns.T${at}"/>`,
    );
    const bindings = Array.from(
      { length: 20_000 },
      (_, at) => `<NavigationPropertyBinding Path="N${at}" Target="S"/>`,
    );
    const text = documentOf(
      `<EntityType Name="T0"/>${types.join('')}<EntityContainer Name="C"><EntitySet Name="S" EntityType="ns.T20000">${bindings.join('')}</EntitySet></EntityContainer>`,
    );
    const rules = check(text).findings.map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['edmx/unresolved-type', 'edmx/missing-key']));
    expect(rules).toHaveLength(20_001);
  });

  it('is judged where it is long, but no more than that', () => {
    expect(check(chain(1000, 100)).findings).toEqual([]);
  });
});

it('of hundreds of thousands of faults 100,000 are listed, and the others counted', () => {
  const faulty = Array.from(
    { length: 100_005 },
    (_, at) => `<Property Name="P${at}" Type="org.example.Missing"/>\n`,
  );
  const content = `${START}<edmx:DataServices><Schema Namespace="n" xmlns="${EDM}"><ComplexType Name="T">
${faulty.join('')}</ComplexType></Schema></edmx:DataServices></edmx:Edmx>`;
  const findings = check(content).findings.filter(({ rule }) => rule === 'edmx/unresolved-type');
  expect(findings).toHaveLength(100_001);
  expect(findings[99_999]?.location?.line).toBe(100_001);
  expect(findings[100_000]?.message).toBe(
    'The document has 5 more faults of this kind than are listed. Mend those that are, and run again.',
  );
});
