import { describe, expect, it } from 'vitest';
import { wrapLines } from '../../src/reports/wrap-lines.js';

describe('lines that do not fit', () => {
  it.each([
    ['fit', '  one two', 9, '  one two'],
    ['go on at their indent', '  one two three', 9, '  one two\n  three'],
    ['go on as often as needed', 'a b c d', 3, 'a b\nc d'],
    ['keep words whole', '    metadata.xml:12:5 is long', 10, '    metadata.xml:12:5\n    is\n    long'],
    ['lose the blanks between columns', '  subject  metadata.xml:1:2', 12, '  subject\n  metadata.xml:1:2'],
    ['keep blanks in lines that are not broken there', 'a  b c', 4, 'a  b\nc'],
    ['are broken one by one', 'one two\nthree four', 5, 'one\ntwo\nthree\nfour'],
    ['may be empty', 'one\n\ntwo', 3, 'one\n\ntwo'],
    [
      'take no room for colours',
      '\u001b[31mone\u001b[39m two three',
      7,
      '\u001b[31mone\u001b[39m two\nthree',
    ],
  ])('%s', (_what, text, width, wrapped) => {
    expect(wrapLines(text, width)).toBe(wrapped);
  });

  it('stay as they are where the width is not known', () => {
    expect(wrapLines(`  ${'word '.repeat(100)}`, undefined)).toBe(`  ${'word '.repeat(100)}`);
  });
});
