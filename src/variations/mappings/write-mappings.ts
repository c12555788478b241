import { stringify } from 'csv-stringify/sync';
import { type Cells, COLUMNS } from './mapping-row.js';
import { toSpreadsheetCell } from './spreadsheet-cell.js';

// Excel takes a file without it for one in the alphabet of the machine.
const BYTE_ORDER_MARK = '\uFEFF';
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** Rows as the text of a mappings file: JSON for a name that ends in `.json`, else CSV. Both are read back exactly. */
export function writeMappings(rows: readonly Cells[], file: string): string {
  return file.toLowerCase().endsWith('.json') ? toJson(rows) : toCsv(rows);
}

function toCsv(rows: readonly Cells[]): string {
  const cells = rows.map((row) => COLUMNS.map((column) => toSpreadsheetCell(row[column] ?? '')));
  const text = stringify([COLUMNS, ...cells], { quoted_match: /[\r\n]|^\s|\s$/ });
  return ASCII.test(text) ? text : `${BYTE_ORDER_MARK}${text}`;
}

/** Every column in every row, so that there is a place for each decision. */
function toJson(rows: readonly Cells[]): string {
  const objects = rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? ''])));
  return `${JSON.stringify(objects, null, 2)}\n`;
}
