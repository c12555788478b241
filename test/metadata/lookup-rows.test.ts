import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { lookupRows, parseLookupRows } from '../../src/metadata/lookup-rows.js';

const parse = (content: string | Buffer) => parseLookupRows(Buffer.from(content as string), 'lookups.json');
const row = { LookupKey: '1', LookupName: 'City', LookupValue: 'Ames' };

describe('parseLookupRows', () => {
  it.each([
    ['as reso-certify saves it', { description: 'x', version: '2.0', generatedOn: 'x', lookups: [row] }],
    ['a bare array', [row]],
    ['an OData answer', { '@odata.context': 'x', value: [row] }],
  ])('takes rows %s', (_, content) => {
    expect(parse(JSON.stringify(content)).rows).toEqual([
      { lookupKey: '1', lookupName: 'City', lookupValue: 'Ames', row: 1, raw: row },
    ]);
  });

  it('tolerates a byte order mark', () => {
    expect(parse(`\uFEFF${JSON.stringify([row])}`).rows).toHaveLength(1);
  });

  it('takes no rows', () => {
    expect(parse('[]')).toEqual({ rows: [], byLookupName: new Map() });
  });

  it.each([
    ['empty', '', 'The file is no whole JSON document at line 1, column 1.'],
    ['not JSON', '<xml/>', 'The file is not valid JSON at line 1, column 1.'],
    [
      'a comma too many',
      '{\n  "value": [\n    {},\n  ]\n}',
      'The file is not valid JSON at line 4, column 3.',
    ],
    ['a comma too few', '[{"a": 1\r\n "b": 2}]', 'The file is not valid JSON at line 2, column 2.'],
    ['single quotes', "[{'a': 1}]", 'The file is not valid JSON at line 1, column 3.'],
    ['NaN', '[{"a": NaN}]', 'The file is not valid JSON at line 1, column 8.'],
    ['a number with a leading zero', '[01]', 'The file is not valid JSON at line 1, column 3.'],
    ['a line end in a string', '["a\nb"]', 'The file is not valid JSON at line 1, column 4.'],
    ['a wrong escape', '["a\\x"]', 'The file is not valid JSON at line 1, column 4.'],
    ['two values', '[] []', 'The file is not valid JSON at line 1, column 4.'],
    ['a wrong bracket', '[{"a": 1]]', 'The file is not valid JSON at line 1, column 9.'],
    ['cut short', '[\n {"a": "b', 'The file is no whole JSON document at line 2, column 10.'],
    [
      'a bad byte',
      Buffer.concat([Buffer.from('[\n "é'), Buffer.from([0xff]), Buffer.from('"]')]),
      'The file is not valid UTF-8 at line 2, column 4.',
    ],
    ['a string', '"rows"', 'The lookup file holds neither an object nor an array.'],
    ['null', 'null', 'The lookup file holds neither an object nor an array.'],
    [
      'another object',
      '{ "rows": [] }',
      'The lookup file has neither an array "lookups" nor an array "value".',
    ],
    [
      'lookups that are no array',
      '{ "lookups": {} }',
      'The lookup file has neither an array "lookups" nor an array "value".',
    ],
    [
      'inherited names only',
      '{ "__proto__": { "value": [] } }',
      'The lookup file has neither an array "lookups" nor an array "value".',
    ],
    [
      'a metadata report',
      '{ "fields": [], "lookups": [] }',
      'The file is a metadata report, whose lookups are no rows of the Lookup Resource.',
    ],
    ['a row that is no object', '[{}, "x"]', 'Row 2 of the lookup file is no object.'],
    ['a row that is an array', '{ "value": [[]] }', 'Row 1 of the lookup file is no object.'],
  ])('refuses %s', (_, content, message) => {
    expect(() => parse(content)).toThrow(ConfigurationError);
    expect(() => parse(content)).toThrow(expect.objectContaining({ message, where: 'lookups.json' }));
  });

  it('survives nesting that is far too deep', () => {
    expect(() => parse('['.repeat(200_000))).toThrow(/no whole JSON document at line 1, column 200001/);
  });
});

describe('lookupRows', () => {
  it('keeps strings only, and no empty standard or legacy value', () => {
    const received = [
      { LookupKey: 7, LookupName: '', LookupValue: null, StandardLookupValue: '', LegacyODataValue: '' },
      { LookupName: 'A', LookupValue: '', StandardLookupValue: 'S', LegacyODataValue: 'L', Other: 1 },
    ];
    expect(lookupRows(received).rows).toEqual([
      { lookupName: '', row: 1, raw: received[0] },
      {
        lookupName: 'A',
        lookupValue: '',
        standardLookupValue: 'S',
        legacyODataValue: 'L',
        row: 2,
        raw: received[1],
      },
    ]);
  });

  it('indexes the rows by LookupName, in their order, hostile names included', () => {
    const names = ['B', 'A', '__proto__', 'B'].map((LookupName) => ({ LookupName }));
    const { byLookupName } = lookupRows([...names, {}]);
    expect([...byLookupName].map(([name, rows]) => [name, rows.map(({ row: place }) => place)])).toEqual([
      ['B', [1, 4]],
      ['A', [2]],
      ['__proto__', [3]],
    ]);
  });
});
