import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { dictionaryFromSpreadsheet } from '../../src/dictionary/from-spreadsheet.js';
import { readSpreadsheet } from '../../src/dictionary/spreadsheet.js';
import {
  FIELD_HEADINGS,
  fieldRow,
  LOOKUP_HEADINGS,
  lookupRow,
  sheetsOf,
  type TinySheets,
  writeXlsx,
} from './tiny-xlsx.js';

const FIELDS = [[...FIELD_HEADINGS], fieldRow({})];
const LOOKUPS = [[...LOOKUP_HEADINGS], lookupRow({})];
const without = (headings: readonly string[], gone: string) => headings.filter((name) => name !== gone);

const FAULTY: readonly (readonly [what: string, sheets: TinySheets, message: string])[] = [
  ['no sheet Fields', { Lookups: LOOKUPS }, 'The sheet "Fields" is missing.'],
  ['no sheet Lookups', { Fields: FIELDS }, 'The sheet "Lookups" is missing.'],
  [
    'an empty sheet',
    { Fields: [], Lookups: LOOKUPS },
    'sheet "Fields": the column "ResourceName" is missing.',
  ],
  ['headings only', sheetsOf([]), 'The sheet has no rows.'],
  [
    'no column StandardName',
    { Fields: [without(FIELD_HEADINGS, 'StandardName')], Lookups: LOOKUPS },
    'sheet "Fields": the column "StandardName" is missing.',
  ],
  [
    'no column LegacyODataValue',
    { Fields: FIELDS, Lookups: [without(LOOKUP_HEADINGS, 'LegacyODataValue')] },
    'sheet "Lookups": the column "LegacyODataValue" is missing.',
  ],
  [
    'a column twice',
    { Fields: [[...FIELD_HEADINGS, 'Synonyms'], fieldRow({})], Lookups: LOOKUPS },
    'sheet "Fields": the column "Synonyms" stands there twice.',
  ],
  [
    'an unknown type',
    sheetsOf([fieldRow({}), fieldRow({ StandardName: 'Price', SimpleDataType: 'Money' })]),
    'sheet "Fields", row 3, column "SimpleDataType": the type "Money" is unknown.',
  ],
  [
    'no type',
    sheetsOf([fieldRow({ SimpleDataType: null })]),
    'sheet "Fields", row 2, column "SimpleDataType": the cell is empty.',
  ],
  [
    'a type named like something that objects inherit',
    sheetsOf([fieldRow({ SimpleDataType: 'constructor' })]),
    'the type "constructor" is unknown.',
  ],
  [
    'a field without a name',
    sheetsOf([fieldRow({ StandardName: ' ' })]),
    'sheet "Fields", row 2, column "StandardName": the cell is empty.',
  ],
  [
    'a field without a resource',
    sheetsOf([fieldRow({ ResourceName: null })]),
    'sheet "Fields", row 2, column "ResourceName": the cell is empty.',
  ],
  [
    'a field twice',
    sheetsOf([fieldRow({}), fieldRow({ StandardName: 'Price' }), fieldRow({})]),
    'sheet "Fields", row 4, column "StandardName": Property has a "City" in an earlier row.',
  ],
  [
    'an expansion to nowhere',
    sheetsOf([fieldRow({ SimpleDataType: 'Collection' })]),
    'sheet "Fields", row 2, column "SourceResource": "City" is an expansion.',
  ],
  [
    'a resource name that climbs out of the folder',
    sheetsOf([fieldRow({ ResourceName: '../Property' })]),
    'sheet "Fields", row 2, column "ResourceName": "../Property" cannot be a name in OData.',
  ],
  [
    'a field name that would break out of its step',
    sheetsOf([fieldRow({ StandardName: 'City"\nThen all is well' })]),
    'column "StandardName": "City"\nThen all is well" cannot be a name in OData.',
  ],
  [
    'a property type that would be two tags',
    sheetsOf([fieldRow({ PropertyTypes: 'RESI,RLSE RINC' })]),
    'sheet "Fields", row 2, column "PropertyTypes": "RLSE RINC" cannot be a tag.',
  ],
  [
    'a length in words',
    sheetsOf([fieldRow({ SugMaxLength: 'long' })]),
    'sheet "Fields", row 2, column "SugMaxLength": "long" is no whole number.',
  ],
  [
    'a negative scale',
    sheetsOf([fieldRow({ SimpleDataType: 'Number', SugMaxPrecision: -2 })]),
    'sheet "Fields", row 2, column "SugMaxPrecision": "-2" is no whole number.',
  ],
  [
    'a value that became a date',
    sheetsOf([fieldRow({})], [lookupRow({ StandardLookupValue: new Date(Date.UTC(2024, 0, 2)) })]),
    'sheet "Lookups", row 2, column "StandardLookupValue": the cell holds a date',
  ],
  [
    'a value that became a truth value',
    sheetsOf([fieldRow({})], [lookupRow({}), lookupRow({ StandardLookupValue: true })]),
    'sheet "Lookups", row 3, column "StandardLookupValue": the cell holds a truth value',
  ],
  [
    'a value whose formula failed',
    sheetsOf([fieldRow({})], [lookupRow({ StandardLookupValue: { failed: '#REF!' } })]),
    'sheet "Lookups", row 2, column "StandardLookupValue": the cell is empty.',
  ],
  [
    'a value without its second name',
    sheetsOf([fieldRow({})], [lookupRow({ LegacyODataValue: null })]),
    'sheet "Lookups", row 2, column "LegacyODataValue": the cell is empty.',
  ],
  [
    'a value without a lookup',
    sheetsOf([fieldRow({})], [lookupRow({ LookupName: null })]),
    'sheet "Lookups", row 2, column "LookupName": the cell is empty.',
  ],
  [
    'a value twice',
    sheetsOf([fieldRow({})], [lookupRow({}), lookupRow({})]),
    'sheet "Lookups", row 3, column "StandardLookupValue": Heating has "Fire Place" in an earlier row.',
  ],
];

describe('a spreadsheet that cannot be read into a dictionary', () => {
  it.each(FAULTY)('%s', async (_, sheets, message) => {
    const file = await writeXlsx(sheets);
    const error = await failureOf(async () => dictionaryFromSpreadsheet(await readSpreadsheet(file), '2.0'));
    expect(error.message).toContain(message);
    expect(error.where).toContain(file);
  });
});

describe('a file that is no spreadsheet', () => {
  it('is not there', async () => {
    const error = await failureOf(() => readSpreadsheet('/nowhere/dictionary.xlsx'));
    expect(error.where).toBe('/nowhere/dictionary.xlsx');
    expect(error.message).toContain('The spreadsheet cannot be found');
  });

  it('is a folder', async () => {
    expect((await failureOf(() => readSpreadsheet(tmpdir()))).message).toBe('The spreadsheet is no file.');
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['some text', Buffer.from('ResourceName,StandardName')],
    ['an old xls file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a zip file that begins well', Buffer.from('PK\u0003\u0004 and no more')],
  ])('is %s', async (_, content) => {
    const file = await fileOf(content);
    const error = await failureOf(() => readSpreadsheet(file));
    expect(error.message).toContain('The file is no readable xlsx spreadsheet');
  });

  it('is cut off', async () => {
    const file = await writeXlsx(sheetsOf([fieldRow({})]));
    await truncate(file, (await readFile(file)).length / 2);
    const error = await failureOf(() => readSpreadsheet(file));
    expect(error.message).toContain('The file is no readable xlsx spreadsheet');
  });

  it('is larger than 64 MiB', async () => {
    const file = await fileOf(Buffer.alloc(0));
    await truncate(file, 65 * 1024 * 1024);
    const error = await failureOf(() => readSpreadsheet(file));
    expect(error.message).toBe('The file has 65 MiB, more than the 64 allowed.');
  });
});

async function fileOf(content: Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'no-xlsx-')), 'dictionary.xlsx');
  await writeFile(file, content);
  return file;
}

async function failureOf(run: () => Promise<unknown>): Promise<ConfigurationError> {
  const error: unknown = await run().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ConfigurationError) return error;
  throw new Error(`expected a ConfigurationError, got ${error}`);
}
