import type { DictionaryLookup, DictionaryLookupValue } from './dictionary.js';
import { optional } from './optional.js';
import { type RawSheet, rowsOf, type SheetRow } from './sheet.js';
import { valueSynonyms } from './synonyms.js';

const COLUMNS = [
  'LookupName',
  'StandardLookupValue',
  'LegacyODataValue',
  'Synonyms',
  'ElementStatus',
  'WikiPageUrl',
] as const;
const VALUE_COLUMNS = ['StandardLookupValue', 'LegacyODataValue'] as const;
type LookupRow = SheetRow<(typeof COLUMNS)[number]>;

/**
 * The lookups of the `Lookups` sheet, by first appearance, with their values in the sheet's order and to the byte.
 * A value with blanks around it, which nobody can see on the sheet, is told in `warnings`.
 *
 * @throws ConfigurationError that names file, sheet, row and column of what cannot be read
 */
export function lookupsOf(sheet: RawSheet): {
  readonly lookups: readonly DictionaryLookup[];
  readonly warnings: readonly string[];
} {
  const lookups = new Map<string, Map<string, DictionaryLookupValue>>();
  const rows = rowsOf(sheet, COLUMNS);
  for (const row of rows) {
    const name = row.requiredText('LookupName');
    const values = lookups.get(name) ?? new Map<string, DictionaryLookupValue>();
    lookups.set(name, values.set(newValueOf(row, values, name), lookupValueOf(row)));
  }
  return {
    lookups: [...lookups].map(([name, values]) => ({ name, values: [...values.values()] })),
    warnings: rows.flatMap(strayBlanks),
  };
}

function newValueOf(row: LookupRow, values: ReadonlyMap<string, unknown>, lookup: string): string {
  const value = row.requiredExactText('StandardLookupValue');
  if (!values.has(value)) return value;
  throw row.fault(
    'StandardLookupValue',
    `${lookup} has "${value}" in an earlier row. Remove one of the two.`,
  );
}

function lookupValueOf(row: LookupRow): DictionaryLookupValue {
  return {
    standardValue: row.requiredExactText('StandardLookupValue'),
    legacyODataValue: row.requiredExactText('LegacyODataValue'),
    synonyms: valueSynonyms(row.text('Synonyms') ?? ''),
    ...optional('status', row.text('ElementStatus')),
    ...optional('url', row.text('WikiPageUrl')),
  };
}

function strayBlanks(row: LookupRow): readonly string[] {
  return VALUE_COLUMNS.filter((column) => row.exactText(column) !== row.text(column)).map(
    (column) =>
      `${row.place}, column "${column}": "${row.exactText(column)}" has blanks around it. They are kept, for values are compared to the byte.`,
  );
}
