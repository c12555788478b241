import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** A cell: text, number or truth value, a date, or a cell whose formula failed. */
export type TinyCell = string | number | boolean | Date | { readonly failed: string } | null;
export type TinySheets = Readonly<Record<string, readonly (readonly TinyCell[])[]>>;

export const FIELD_HEADINGS = [
  'ResourceName',
  'StandardName',
  'SimpleDataType',
  'SourceResource',
  'SugMaxLength',
  'SugMaxPrecision',
  'Synonyms',
  'ElementStatus',
  'LookupStatus',
  'LookupName',
  'PropertyTypes',
  'Payloads',
  'WikiPageUrl',
] as const;
export const LOOKUP_HEADINGS = [
  'LookupName',
  'StandardLookupValue',
  'LegacyODataValue',
  'Synonyms',
  'ElementStatus',
  'WikiPageUrl',
] as const;

/** A row under headings, with the named cells filled. */
export function row<H extends string>(
  headings: readonly H[],
  cells: Partial<Record<H, TinyCell>>,
): TinyCell[] {
  return headings.map((heading) => cells[heading] ?? null);
}

export function fieldRow(cells: Partial<Record<(typeof FIELD_HEADINGS)[number], TinyCell>>): TinyCell[] {
  return row(FIELD_HEADINGS, {
    ResourceName: 'Property',
    StandardName: 'City',
    SimpleDataType: 'String',
    ...cells,
  });
}

export function lookupRow(cells: Partial<Record<(typeof LOOKUP_HEADINGS)[number], TinyCell>>): TinyCell[] {
  return row(LOOKUP_HEADINGS, {
    LookupName: 'Heating',
    StandardLookupValue: 'Fire Place',
    LegacyODataValue: 'FirePlace',
    ...cells,
  });
}

/** The sheets of a dictionary from rows of fields and lookup values. */
export function sheetsOf(fields: readonly TinyCell[][], lookups: readonly TinyCell[][] = []): TinySheets {
  return { Fields: [[...FIELD_HEADINGS], ...fields], Lookups: [[...LOOKUP_HEADINGS], ...lookups] };
}

/** Writes an xlsx file with these sheets into a new temporary folder and returns its path. */
export async function writeXlsx(sheets: TinySheets): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'tiny-xlsx-')), 'dictionary.xlsx');
  await writeFile(path, xlsx(sheets));
  return path;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** The second cell format is one for dates. */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

function xlsx(sheets: TinySheets): Uint8Array {
  const names = Object.keys(sheets);
  const files = Object.entries(sheets).map(([, rows], at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetXml(rows),
  ]);
  const entries = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  relations.push(`<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/>`);
  const xml: [string, string][] = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    ...(files as [string, string][]),
  ];
  return zipSync(Object.fromEntries(xml.map(([name, text]) => [name, strToU8(text)])));
}

function sheetXml(rows: readonly (readonly TinyCell[])[]): string {
  const lines = rows.map((cells, at) => {
    const written = cells.map((cell, column) =>
      cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`),
    );
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: TinyCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) {
    return `<c r="${address}" s="1"><v>${(cell.getTime() - EPOCH) / DAY_MS}</v></c>`;
  }
  if (typeof cell === 'object') return `<c r="${address}" t="e"><v>${cell.failed}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
