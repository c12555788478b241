import { describe, expect, it } from 'vitest';
import type { Paint } from '../../src/reports/paint.js';
import { textTable } from '../../src/reports/text-table.js';

const plain = (text: string) => text;
const PLAIN: Paint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };
const ROWS = [
  { cells: ['ListPrise', 'ListPrice', 'https://example.com/ListPrice/'] },
  { cells: ['', 'and more'], brush: (text: string) => `<${text}>` },
  { cells: ['Citi', 'City', 'https://example.com/City/'] },
];
const table = (width?: number) =>
  textTable(['Local', 'Standard', 'Page'], ROWS, {
    indent: '  ',
    paint: PLAIN,
    ...(width === undefined ? {} : { width }),
  });

describe('textTable', () => {
  it('has columns as wide as their widest cell', () => {
    expect(table()).toEqual([
      '  Local      Standard   Page',
      '  ListPrise  ListPrice  https://example.com/ListPrice/',
      '  <           and more>',
      '  Citi       City       https://example.com/City/',
    ]);
  });

  it('puts the last column below where the lines would not fit', () => {
    const widest = Math.max(...table().map((line) => line.length));
    expect(table(widest)).toEqual(table());
    expect(table(widest - 1)).toEqual([
      '  Local      Standard',
      '  ListPrise  ListPrice',
      '    https://example.com/ListPrice/',
      '  <           and more>',
      '  Citi       City',
      '    https://example.com/City/',
    ]);
  });

  it('puts as many columns below as it takes', () => {
    expect(table('  ListPrise  ListPric'.length)).toEqual([
      '  Local',
      '  ListPrise',
      '    ListPrice  https://example.com/ListPrice/',
      '  <>',
      '    and more',
      '  Citi',
      '    City  https://example.com/City/',
    ]);
    expect(table(1)).toEqual(table('  ListPrise  ListPric'.length));
  });

  it('leaves a column out that has nothing in it', () => {
    const rows = [{ cells: ['Citi', '', 'City'] }, { cells: ['Agent'] }];
    expect(textTable(['Local', 'Distance', 'Standard'], rows, { indent: '', paint: PLAIN })).toEqual([
      'Local  Standard',
      'Citi   City',
      'Agent',
    ]);
  });
});
