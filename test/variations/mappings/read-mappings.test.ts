import { describe, expect, it } from 'vitest';
import type { MappingEntry } from '../../../src/variations/mappings/mapping-entry.js';
import { COLUMNS } from '../../../src/variations/mappings/mapping-row.js';
import { readMappings } from '../../../src/variations/mappings/read-mappings.js';
import { dictionaryOf } from '../find-variations.js';

const dictionary = await dictionaryOf('2.0');
const read = (text: string, file = 'mappings.csv') =>
  readMappings(Buffer.from(text), file, dictionary).entries;
const HEADING = COLUMNS.join(',');

/** An entry without the row that it was read from. */
const plain = ({ row: _row, ...entry }: MappingEntry) => entry;

describe('a CSV file', () => {
  it('has a row an element, in quotation marks where they are needed', () => {
    const entries = read(
      `\uFEFF${HEADING}\r
Property,ListPrise,,,ListPrice,,,,,done,Admin Review,,,\r
Property,Cooling,"Swamp, ""big""
cooler",,,Evaporative Cooling,,Heating,Electric,,fast track,,,2026-12-31\r
\r
Wombats,,,Property,,,,,,,,yes,"They are
animals",\r
`,
    );
    expect(entries.map(plain)).toEqual([
      {
        at: 'mappings.csv:2',
        resource: 'Property',
        field: 'ListPrise',
        suggestion: { resource: 'Property', field: 'ListPrice', url: expect.stringContaining('/ListPrice/') },
        source: 'Admin Review',
        isIgnored: false,
        reason: '',
      },
      {
        at: 'mappings.csv:3',
        resource: 'Property',
        field: 'Cooling',
        value: 'Swamp, "big"\ncooler',
        suggestion: {
          resource: 'Property',
          field: 'Cooling',
          value: expect.objectContaining({ standardValue: 'Evaporative Cooling' }),
          isLegacyName: false,
          url: expect.any(String),
        },
        related: expect.objectContaining({
          field: 'Heating',
          value: expect.objectContaining({ standardValue: 'Electric' }),
        }),
        source: 'Fast Track',
        isIgnored: false,
        reason: '',
        expires: '2026-12-31',
      },
      {
        at: 'mappings.csv:6',
        resource: 'Wombats',
        suggestion: { resource: 'Property', url: 'https://dd.reso.org/DD2.0/Property/' },
        source: 'Suggestion',
        isIgnored: true,
        reason: 'They are\nanimals',
      },
    ]);
  });

  it('may leave columns and cells at the end of a row out', () => {
    expect(
      read('Resource Name, Field Name,Ignore\nProperty,A\nProperty,B,yes').map(({ isIgnored }) => isIgnored),
    ).toEqual([false, true]);
  });

  it.each(['yes', 'Yes', ' YES ', 'y', 'true', 'x'])('ignores with "%s"', (ignore) => {
    expect(read(`Resource Name,Ignore\nA,${ignore}`)[0]?.isIgnored).toBe(true);
  });

  it.each(['no', 'N', 'false', '', '  '])('does not with "%s"', (ignore) => {
    expect(read(`Resource Name,Ignore\nA,${ignore}`)[0]?.isIgnored).toBe(false);
  });

  it('keeps the blanks of names, and takes those around suggestions away', () => {
    const [entry] = read('Resource Name,Field Name,Suggested Field Name\nProperty, A ,  ListPrice ');
    expect([entry?.field, entry?.suggestion?.field]).toEqual([' A ', 'ListPrice']);
  });

  it('takes a legacy value for the standard one that it names', () => {
    const [entry] = read(
      'Resource Name,Field Name,Lookup Value,Suggested Lookup Value\nProperty,Cooling,X,CentralAir',
    );
    expect(entry?.suggestion).toMatchObject({ value: { standardValue: 'Central Air' }, isLegacyName: true });
  });
});

describe('a JSON file', () => {
  const rows = [
    { 'Resource Name': 'Property', 'Field Name': 'ListPrise', Ignore: true, Reason: 'ours', Expires: null },
    { 'Resource Name': 'Property', 'Field Name': 'B', Ignore: false, 'Suggested Field Name': 'ListPrice' },
  ];

  it.each(['mappings.json', 'mappings.txt'])('is an array of objects keyed by the columns: %s', (file) => {
    const entries = read(JSON.stringify(rows, null, 1), file);
    expect(entries.map(plain)).toEqual([
      {
        at: `${file}:2`,
        resource: 'Property',
        field: 'ListPrise',
        source: 'Suggestion',
        isIgnored: true,
        reason: 'ours',
      },
      {
        at: `${file}:9`,
        resource: 'Property',
        field: 'B',
        suggestion: expect.objectContaining({ field: 'ListPrice' }),
        source: 'Suggestion',
        isIgnored: false,
        reason: '',
      },
    ]);
  });
});

const row = (cells: Partial<Record<string, string>>) => {
  const names = Object.keys(cells);
  return `${names.join(',')}\n\n${names.map((name) => cells[name]).join(',')}`;
};
const named = (cells: Partial<Record<string, string>>) =>
  row({ 'Resource Name': 'Property', 'Field Name': 'Cooling', ...cells });

describe('what cannot be read is told with its line', () => {
  it.each<[string, string, string, string?]>([
    ['nothing', '', ':1: The file is empty.'],
    [
      'an unknown column',
      'Resource Name,Ignored',
      ':1: There is no column "Ignored". Did you mean "Ignore"?',
    ],
    ['a column twice', 'Ignore,Ignore', ':1: The column "Ignore" comes twice.'],
    [
      'semicolons',
      'Resource Name;Field Name',
      ':1: There is no column "Resource Name;Field Name". Save the file with commas between its cells.',
    ],
    ['too many cells', 'Ignore\n\na,b', ':3: The row has more cells than there are columns.'],
    ['an open quotation mark', 'Reason\n"a\nb', ':2: A cell in quotation marks is not closed.'],
    ['a cell that goes on', 'Reason\n"a"b', ':2: A quotation mark ends a cell here, but the cell goes on.'],
    [
      'a quotation mark inside',
      'Reason\na"b"',
      ':2: A quotation mark stands in the middle of a cell without quotation marks.',
    ],
    [
      'empty names',
      row({ 'Resource Name': '', 'Field Name': ' ', 'Lookup Value': '', Ignore: 'yes' }),
      ':3: The row names nothing: Resource Name, Field Name and Lookup Value are empty.',
    ],
    ['no resource', row({ 'Resource Name': '', 'Field Name': 'A' }), ':3: The row has no Resource Name.'],
    [
      'a value without field',
      row({ 'Resource Name': 'A', 'Lookup Value': 'A' }),
      ':3: The row has a Lookup Value, but no Field Name.',
    ],
    [
      'a resource that is not standard',
      named({ 'Suggested Resource Name': 'Propety' }),
      ':3: There is no standard resource "Propety" of Data Dictionary 2.0. Did you mean "Property"',
    ],
    [
      'a field that is not standard',
      named({ 'Suggested Field Name': 'Coolin' }),
      ':3: There is no standard field "Coolin" of Property in Data Dictionary 2.0. Did you mean "Cooling"',
    ],
    [
      'a field of a local resource',
      row({ 'Resource Name': 'Wombat', 'Field Name': 'A', 'Suggested Field Name': 'ListPrice' }),
      ':3: There is no standard resource "Wombat"',
    ],
    [
      'a value that is not standard',
      named({ 'Lookup Value': 'X', 'Suggested Lookup Value': 'Iglu Walls' }),
      ':3: There is no standard value "Iglu Walls" of Property.Cooling in Data Dictionary 2.0.',
    ],
    [
      'a value of a field without values',
      named({ 'Lookup Value': 'X', 'Suggested Field Name': 'City', 'Suggested Lookup Value': 'Ames' }),
      ':3: There is no standard value "Ames" of Property.City',
    ],
    [
      'a related element that is not standard',
      named({ 'Suggested Related Field Name': 'Nothing' }),
      ':3: There is no standard field "Nothing" of Property',
    ],
    ['a strange Ignore', named({ Ignore: 'maybe' }), ':3: Ignore is "maybe".'],
    [
      'a strange date',
      named({ Expires: '12/31/2026' }),
      ':3: Expires is "12/31/2026", which is no date. Write it as 2026-12-31.',
    ],
    [
      'a day that there is not',
      named({ Expires: '2026-02-30' }),
      ':3: Expires is "2026-02-30", which is no date.',
    ],
    ['broken JSON', '[\n{"Ignore": }]', ':2: The file is not valid JSON at column 12.', 'mappings.json'],
    ['no array', '{}', ':1: The file holds no array.', 'mappings.json'],
    [
      'CSV that is called JSON',
      'Resource Name',
      ':1: The file is not valid JSON at column 1.',
      'mappings.json',
    ],
    ['an item that is no object', '[\n\n1]', ':3: This is no object.', 'mappings.json'],
    [
      'an unknown key',
      '[{\n"Ignor": true}]',
      ':2: There is no column "Ignor". Did you mean "Ignore"?',
      'mappings.json',
    ],
    ['a key twice', '[{"Ignore": true,\n"Ignore": true}]', ':2: "Ignore" comes twice.', 'mappings.json'],
    ['a number', '[{"Lookup Value":\n5}]', ':2: "Lookup Value" is no text.', 'mappings.json'],
    ['a truth value elsewhere', '[{"Reason":\ntrue}]', ':2: "Reason" is no text.', 'mappings.json'],
  ])('%s', (_what, text, message, file = 'mappings.csv') => {
    let told = '';
    try {
      read(text, file);
    } catch (error) {
      told = (error as { explain(): string }).explain();
    }
    expect(told).toContain(`${file}${message}`);
  });

  it('bytes that are no UTF-8', () => {
    const bytes = Buffer.from([...Buffer.from('Reason\n'), 0xff]);
    expect(() => readMappings(bytes, 'mappings.csv', dictionary)).toThrow('Bytes here are not valid UTF-8.');
  });
});
