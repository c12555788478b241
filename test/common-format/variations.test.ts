import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/run-dd.js';
import { rcf, rcfIn } from '../run/run-rcf.js';

function list(records: readonly object[], version = '2.0', resource = 'property'): string {
  return JSON.stringify({
    '@reso.context': `urn:reso:metadata:${version}:resource:${resource}`,
    value: records,
  });
}

/** What is said of near names in records of Property. */
async function near(...records: readonly object[]): Promise<readonly string[]> {
  const { told } = await rcf({ 'a.json': list(records) });
  return told.filter((text) => text.includes('variations/'));
}

describe('near names in payloads', () => {
  it.each([
    ['a field', [{ ListPrce: 1 }], ['error variations/field Property.ListPrce']],
    ['a field in another case', [{ listprice: 1 }], ['error variations/field Property.listprice']],
    ['beside the standard one', [{ ListPrce: 1, ListPrice: 1 }], []],
    ['beside the standard one in another record', [{ ListPrce: 1 }, { ListPrice: null }], []],
    ['a field with a name of its own', [{ Xylophones: 1 }], []],
    ['a listed synonym', [{ AskingPrice: 1 }], []],
    ['an expansion', [{ Medias: [{}] }], ['error variations/expansion Property.Medias']],
    ['a field called like an expansion', [{ Medias: 'none' }], []],
    ['a field in an expansion', [{ Media: [{ MediaUrl: 'x' }] }], ['error variations/field Media.MediaUrl']],
    ['a value', [{ Cooling: ['Central-Air'] }], ['error variations/lookup Cooling = "Central-Air"']],
    ['a value beside the standard one', [{ Cooling: ['Central-Air'] }, { Cooling: 'CentralAir' }], []],
    [
      'a value in a text with others',
      [{ Cooling: 'CentralAyr,Zoned' }],
      ['error variations/lookup Cooling = "CentralAyr"'],
    ],
    ['a value of a closed lookup', [{ StandardStatus: 'Actve' }], []],
    ['a value of a lookup without values', [{ City: 'Dawson Cty' }], []],
  ])('%s', async (_, records, told) => {
    expect(await near(...records)).toEqual(told);
  });

  it('say where the name stands first, and what is missing', async () => {
    const first = list([{ ListingKey: '1' }]);
    const second = `{"@reso.context":"urn:reso:metadata:2.0:resource:property",\n "ListPrce":1,\n "Cooling":["Zoned","Central-Air"]}`;
    const { findings } = await rcf({ 'a.json': first, 'b.json': second });
    expect(findings).toMatchObject([
      {
        subject: { resource: 'Property', field: 'ListPrce' },
        message: expect.stringContaining(
          'The local field "ListPrce" in Property is nearly the standard field "ListPrice", which the payloads do not have.',
        ),
        expected: 'ListPrice',
        location: { file: expect.stringMatching(/b\.json$/), line: 2, column: 2 },
      },
      {
        subject: { lookup: 'Cooling', value: 'Central-Air' },
        related: [{ resource: 'Property', field: 'Cooling' }],
        location: { file: expect.stringMatching(/b\.json$/), line: 3, column: 21 },
      },
    ]);
  });

  it('are judged by their own resource and version', async () => {
    const { told, read } = await rcf({
      'a.json': list([{ ListPrce: 1 }], '2.0'),
      'b.json': list([{ ListPrce: 1, ListPrice: 1 }], '2.1'),
      'c.json': list([{ ListPrce: 1 }], '1.7'),
      'd.json': list([{ ListPrice: 1 }], '2.0', 'member'),
    });
    expect(told).toEqual(['error variations/field Property.ListPrce (Data Dictionary 2.0)']);
    expect(read('data-dictionary-variations.json')).toMatchObject({
      version: '2.1',
      variations: { fields: [] },
    });
    expect(read('data-dictionary-variations-2.0.json').variations.fields).toMatchObject([
      { resourceName: 'Property', fieldName: 'ListPrce' },
    ]);
    expect(read('data-dictionary-variations-1.7.json')).toBeUndefined();
  });

  it('are out of scope before 2.0, and the results say so', async () => {
    const { results, read } = await rcf({ 'a.json': list([{ ListPrce: 1 }], '1.7') });
    expect(results.exitCode).toBe(0);
    expect(results.outOfScope).toEqual([
      { what: 'near names in payloads of Data Dictionary 1.7', reason: 'they are looked for from 2.0 on' },
    ]);
    expect(read('data-dictionary-variations.json')).toBeUndefined();
  });

  it('are a report also when there are none', async () => {
    const { read } = await rcf({ 'a.json': list([{ ListPrice: 1 }]) });
    expect(read('data-dictionary-variations.json')).toEqual({
      description: 'Data Dictionary Variations Report',
      version: '2.0',
      generatedOn: '2026-01-02T03:04:05.678Z',
      fuzziness: 0.25,
      variations: { resources: [], fields: [], lookups: [], expansions: [], complexTypes: [] },
      ignored: [],
    });
  });

  it('warn under --no-strict', async () => {
    const { told, results } = await rcf({ 'a.json': list([{ ListPrce: 1 }]) }, { strict: false });
    expect(told).toEqual(['warning variations/field Property.ListPrce']);
    expect(results.exitCode).toBe(0);
  });

  it('are not evaluated where not all payloads were read', async () => {
    const { results } = await rcf({ 'a.json': list([{ ListPrce: 1 }]).replace(/.$/, ',"x":NaN}') });
    const checks = results.checks.filter(({ rule }) => rule === 'variations/field');
    expect(checks).toMatchObject([
      {
        subject: { resource: 'Property' },
        verdict: 'not evaluated',
        reason: expect.stringContaining('rcf/json blocks it'),
      },
    ]);
  });

  it('of too many local fields to be told are not evaluated', async () => {
    const names = Array.from({ length: 10_001 }, (_, index) => [`Xylophone${index}`, 1]);
    const { results } = await rcf({ 'a.json': list([Object.fromEntries(names)]) });
    expect(results.checks).toContainEqual({
      rule: 'variations/field',
      subject: { resource: 'Property' },
      verdict: 'not evaluated',
      reason: 'it has more local fields than are told by name (1 times)',
    });
    expect(results.exitCode).toBe(2);
  });
});

describe('what people decide about near names', () => {
  const files = { 'a.json': list([{ ListPrce: 1, Cooling: ['Central-Air'] }]) };

  it('is asked for in a file, and settles them when it is given back', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'payloads'));
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, 'payloads', name), content);
    const mappings = join(folder, 'mappings.csv');
    await rcfIn(folder, { exportMappings: mappings });
    const rows = readFileSync(mappings, 'utf8').split('\n');
    expect(rows[1]).toMatch(/^Property,ListPrce,,Property,ListPrice,/);
    expect(rows[2]).toMatch(/^Property,Cooling,Central-Air,Property,Cooling,Central Air,/);
    const decided =
      'Resource Name,Field Name,Lookup Value,Ignore,Reason\nProperty,ListPrce,,yes,ours\nProperty,Cooling,Central-Air,yes,ours\n';
    writeFileSync(mappings, decided);
    const { told, results, read } = await rcfIn(folder, { mappings });
    expect(told).toEqual([]);
    expect(results).toMatchObject({ exitCode: 0, mappings: { entries: 2, ignored: 2, notes: [] } });
    expect(read('data-dictionary-variations.json').ignored).toHaveLength(2);
  });

  it.each([
    ['a column that nobody knows', 'Resource,Field\nProperty,ListPrce\n'],
    ['no text', Buffer.from([0xff, 0xfe, 0xff])],
  ])('is refused at once with %s', async (_, content) => {
    const file = join(temporaryFolder(), 'mappings.csv');
    writeFileSync(file, content);
    await expect(rcf(files, { mappings: file })).rejects.toThrow();
  });

  it('stops the step where what it suggests is not standard', async () => {
    const file = join(temporaryFolder(), 'mappings.csv');
    writeFileSync(
      file,
      'Resource Name,Field Name,Suggested Resource Name,Suggested Field Name\nProperty,ListPrce,Property,LstPrice\n',
    );
    const { results } = await rcf(files, { mappings: file });
    expect(results).toMatchObject({
      exitCode: 2,
      runError: { kind: 'configuration', message: expect.stringContaining('mappings.csv:2') },
    });
  });
});
