import { describe, expect, it } from 'vitest';
import { type Cells, COLUMNS } from '../../../src/variations/mappings/mapping-row.js';
import { readRows } from '../../../src/variations/mappings/read-mappings.js';
import { writeMappings } from '../../../src/variations/mappings/write-mappings.js';

/** Names that a server may have. */
const NAMES = [
  'plain',
  ' blanks around ',
  '"quoted", with a comma',
  'two\nlines',
  'two\r\nlines',
  'an old\rline end',
  '=HYPERLINK("http://example.com")',
  '+1',
  '-20 to 0',
  '@SUM(A1)',
  '\tTab',
  '\nnext line',
  '＝HYPERLINK("http://example.com")',
  "'apostrophe",
  "'=both",
  "''=twice",
  '55+ Community',
  'Café №2 日本',
  '\u202eturned',
  '{"a": 1}',
  'a;b',
];
const rows: readonly Cells[] = NAMES.map((name) => ({
  'Resource Name': 'Property',
  'Field Name': 'A',
  'Lookup Value': name,
}));
const ALL_COLUMNS = Object.fromEntries(COLUMNS.map((column) => [column, '']));

describe('writing and reading back', () => {
  it.each(['mappings.csv', 'mappings.json'])('changes nothing: %s', (file) => {
    const read = readRows(Buffer.from(writeMappings(rows, file)), file);
    expect(read.map(({ cells }) => cells)).toEqual(rows.map((cells) => ({ ...ALL_COLUMNS, ...cells })));
  });

  it('knows the line of each row', () => {
    const text = writeMappings(rows, 'mappings.csv');
    const lines = text.split(/\r\n|\n|\r/);
    for (const { line } of readRows(Buffer.from(text), 'mappings.csv')) {
      expect(lines[line - 1]).toMatch(/^Property,A,/);
    }
  });

  it('writes every column, also without rows', () => {
    expect(writeMappings([], 'mappings.csv')).toBe(`${COLUMNS.join(',')}\n`);
    expect(writeMappings([], 'mappings.JSON')).toBe('[]\n');
  });
});

describe('a spreadsheet', () => {
  it('runs no cell as a formula', () => {
    const text = writeMappings(rows, 'mappings.csv');
    expect(text).not.toMatch(/(?:^|,)"?[=+\-@＝\t]/m);
    expect(text).toContain('Property,A,"\'=HYPERLINK(""http://example.com"")",');
  });

  it('is told that names are UTF-8 where that matters', () => {
    const [plain, accented] = ['plain', 'Café'].map((name) =>
      writeMappings([{ 'Resource Name': name }], 'm.csv'),
    );
    expect([plain?.charCodeAt(0), accented?.charCodeAt(0)]).toEqual(['R'.charCodeAt(0), 0xfeff]);
  });
});
