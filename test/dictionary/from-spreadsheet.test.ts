import { describe, expect, it } from 'vitest';
import { dictionaryFromSpreadsheet } from '../../src/dictionary/from-spreadsheet.js';
import { readSpreadsheet } from '../../src/dictionary/spreadsheet.js';
import { fieldRow, lookupRow, sheetsOf, type TinyCell, type TinySheets, writeXlsx } from './tiny-xlsx.js';

const NOTHING_LISTED = { synonyms: [], propertyTypes: [], payloads: [] };

describe('the type of a row', () => {
  it.each<[type: string, cells: Record<string, TinyCell>, expected: object]>([
    ['Boolean', {}, { kind: 'field', type: 'Boolean' }],
    ['Date', { SugMaxLength: 10 }, { kind: 'field', type: 'Date' }],
    ['Timestamp', { SugMaxLength: 27 }, { kind: 'field', type: 'Timestamp' }],
    ['String', {}, { kind: 'field', type: 'String' }],
    ['String', { SugMaxLength: 50 }, { kind: 'field', type: 'String', length: 50 }],
    ['String', { SugMaxLength: '50' }, { kind: 'field', type: 'String', length: 50 }],
    ['Number', { SugMaxLength: 4 }, { kind: 'field', type: 'Integer' }],
    [
      'Number',
      { SugMaxLength: 14, SugMaxPrecision: 2 },
      { kind: 'field', type: 'Decimal', precision: 14, scale: 2 },
    ],
    ['Number', { SugMaxPrecision: 0 }, { kind: 'field', type: 'Decimal', scale: 0 }],
    ['Resource', { SourceResource: 'Media' }, { kind: 'expansion', target: 'Media', isCollection: false }],
    ['Collection', { SourceResource: 'Media' }, { kind: 'expansion', target: 'Media', isCollection: true }],
    [
      'String List, Single',
      { LookupName: 'Heating', LookupStatus: 'Open' },
      { kind: 'field', type: 'Single Enumeration', lookup: 'Heating', lookupStatus: 'open' },
    ],
    [
      'String List, Multi',
      { LookupName: 'Heating', LookupStatus: 'Open with Enumerations' },
      {
        kind: 'field',
        type: 'Multiple Enumeration',
        lookup: 'Heating',
        lookupStatus: 'open with enumerations',
      },
    ],
    [
      'String List, Single',
      { LookupName: 'Heating', LookupStatus: 'Locked with Enumerations' },
      { kind: 'field', type: 'Single Enumeration', lookup: 'Heating', lookupStatus: 'closed' },
    ],
    [
      'String List, Single',
      { LookupName: 'Heating' },
      { kind: 'field', type: 'Single Enumeration', lookup: 'Heating', lookupStatus: 'open' },
    ],
  ])('%s with %j', async (type, cells, expected) => {
    const { dictionary } = await read(sheetsOf([fieldRow({ SimpleDataType: type, ...cells })]));
    expect(dictionary.resources).toEqual([
      { name: 'Property', elements: [{ name: 'City', ...expected, ...NOTHING_LISTED }] },
    ]);
  });
});

describe('a dictionary', () => {
  it('keeps the order of the sheets, though the rows of a resource or lookup are scattered', async () => {
    const { dictionary } = await read(
      sheetsOf(
        [
          fieldRow({ ResourceName: 'Property', StandardName: 'Zoning' }),
          fieldRow({ ResourceName: 'Media', StandardName: 'Order' }),
          fieldRow({ ResourceName: 'Property', StandardName: 'Address' }),
        ],
        [
          lookupRow({ LookupName: 'View', StandardLookupValue: 'Sea' }),
          lookupRow({ LookupName: 'Heating', StandardLookupValue: 'Stove' }),
          lookupRow({ LookupName: 'View', StandardLookupValue: 'Hills' }),
        ],
      ),
    );
    expect(dictionary.resources.map(({ name, elements }) => [name, ...elements.map((e) => e.name)])).toEqual([
      ['Property', 'Zoning', 'Address'],
      ['Media', 'Order'],
    ]);
    expect(
      dictionary.lookups.map(({ name, values }) => [name, ...values.map((v) => v.standardValue)]),
    ).toEqual([
      ['View', 'Sea', 'Hills'],
      ['Heating', 'Stove'],
    ]);
  });

  it('takes status, page, property types, payloads and synonyms as the sheet lists them', async () => {
    const { dictionary } = await read(
      sheetsOf([
        fieldRow({
          Synonyms: 'Town, Post Town.',
          PropertyTypes: 'RESI, LAND,RESI',
          Payloads: 'IDX',
          ElementStatus: 'Active',
          WikiPageUrl: 'https://example.org/City',
        }),
      ]),
    );
    expect(dictionary.resources[0]?.elements[0]).toEqual({
      name: 'City',
      kind: 'field',
      type: 'String',
      synonyms: ['Town', 'PostTown'],
      propertyTypes: ['RESI', 'LAND'],
      payloads: ['IDX'],
      status: 'Active',
      url: 'https://example.org/City',
    });
  });

  it('passes over empty rows and counts them', async () => {
    const rows = [fieldRow({}), [], fieldRow({ StandardName: null })];
    await expect(read(sheetsOf(rows))).rejects.toThrow('sheet "Fields", row 4');
  });

  it('keeps values to the byte and turns numbers into text', async () => {
    const { dictionary, warnings } = await read(
      sheetsOf(
        [fieldRow({ SimpleDataType: 'String List, Single', LookupName: 'Heating' })],
        [
          lookupRow({ StandardLookupValue: 'Appraiser ', LegacyODataValue: 'Appraiser' }),
          lookupRow({ StandardLookupValue: 3, LegacyODataValue: 'Three' }),
        ],
      ),
    );
    expect(dictionary.lookups[0]?.values.map(({ standardValue }) => standardValue)).toEqual([
      'Appraiser ',
      '3',
    ]);
    expect(warnings).toEqual([
      'sheet "Lookups", row 2, column "StandardLookupValue": "Appraiser " has blanks around it. They are kept, for values are compared to the byte.',
    ]);
  });

  it('holds names that objects inherit like any other', async () => {
    const { dictionary } = await read(
      sheetsOf(
        [fieldRow({ ResourceName: '__proto__', StandardName: 'constructor' })],
        [lookupRow({ LookupName: '__proto__', StandardLookupValue: 'toString' })],
      ),
    );
    expect(dictionary.resources.map(({ name, elements }) => [name, elements.length])).toEqual([
      ['__proto__', 1],
    ]);
    expect(dictionary.lookups.map(({ name, values }) => [name, values.length])).toEqual([['__proto__', 1]]);
  });

  it('is frozen', async () => {
    const { dictionary } = await read(sheetsOf([fieldRow({ Synonyms: 'Town' })]));
    expect(Object.isFrozen(dictionary.resources[0]?.elements[0]?.synonyms)).toBe(true);
  });

  it('refuses a version that is none', async () => {
    const spreadsheet = await readSpreadsheet(await writeXlsx(sheetsOf([fieldRow({})])));
    expect(() => dictionaryFromSpreadsheet(spreadsheet, '../2.0')).toThrow(
      'is not a Data Dictionary version',
    );
  });
});

describe('a warning', () => {
  const closed = { SimpleDataType: 'String List, Single', LookupStatus: 'Locked with Enumerations' };

  it.each<[what: string, sheets: TinySheets, warnings: readonly string[]]>([
    [
      'a closed lookup without values',
      sheetsOf([fieldRow({ ...closed, LookupName: 'City' })]),
      ['Property.City is closed, but its lookup "City" has no values: only its type will be checked.'],
    ],
    [
      'an enumeration without a lookup',
      sheetsOf([fieldRow(closed)]),
      ['Property.City is an enumeration without a LookupName.'],
    ],
    [
      'an expansion to a resource that is not there',
      sheetsOf([fieldRow({ SimpleDataType: 'Resource', SourceResource: 'Medea' })]),
      ['Property.City leads to "Medea", which is no resource here.'],
    ],
    [
      'a lookup that no field uses',
      sheetsOf([fieldRow({})], [lookupRow({})]),
      ['No field uses the lookup "Heating".'],
    ],
    ['nothing', sheetsOf([fieldRow({})]), []],
  ])('about %s', async (_, sheets, warnings) => {
    expect((await read(sheets)).warnings).toEqual(warnings);
  });

  it.each<[stated: TinyCell, warnings: readonly string[]]>([
    ['2.0', []],
    [2, []],
    [null, []],
    ['1.7', ['sheet "Version Info" says that this is version 1.7, and version 2.0 was asked for.']],
    [2.1, ['sheet "Version Info" says that this is version 2.1, and version 2.0 was asked for.']],
    [true, []],
  ])('about a Version Info of %j', async (stated, warnings) => {
    const info = [
      ['Version Type', 'Version Data'],
      ['DD Wiki Version', stated],
    ];
    const result = await read({ ...sheetsOf([fieldRow({})]), 'Version Info': info });
    expect(result.warnings).toEqual(warnings);
  });
});

async function read(sheets: TinySheets) {
  return dictionaryFromSpreadsheet(await readSpreadsheet(await writeXlsx(sheets)), '2.0');
}
