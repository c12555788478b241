import { describe, expect, it } from 'vitest';
import { CellFault, cellCount, cellText } from '../../src/dictionary/cell.js';

describe('the text of a cell', () => {
  it.each([
    ['Public Records', 'Public Records'],
    ['Appraiser ', 'Appraiser '],
    [12, '12'],
    [0, '0'],
    [-3, '-3'],
    [2.5, '2.5'],
    [null, undefined],
    ['', undefined],
    ['  \u00a0', undefined],
  ])('of %j is %j', (cell, expected) => {
    expect(cellText(cell)).toBe(expected);
  });

  it.each([[true], [new Date(0)], [1e21], [2 ** 60], [1e-7], [Number.NaN], [Number.POSITIVE_INFINITY], [{}]])(
    'cannot be told from %j',
    (cell) => {
      expect(() => cellText(cell)).toThrow(CellFault);
    },
  );
});

describe('the count in a cell', () => {
  it.each([
    [14, 14],
    ['14', 14],
    [' 2 ', 2],
    [0, 0],
    [null, undefined],
    [' ', undefined],
  ])('of %j is %j', (cell, expected) => {
    expect(cellCount(cell)).toBe(expected);
  });

  it.each([['many'], [-1], [2.5], ['1e3'], ['0x10'], [true], [12_345_678_901]])(
    'cannot be told from %j',
    (cell) => {
      expect(() => cellCount(cell)).toThrow(CellFault);
    },
  );
});
