import { describe, expect, it } from 'vitest';
import { TextPieces } from '../../src/json/text-pieces.js';

/** Two pieces of an input, `{"ä":1}` in line 1 and `{}` in line 3, as a list. */
function list(): TextPieces {
  const text = new TextPieces();
  const pieces = [
    { separator: '[', content: '{\n"ä":1}', place: { offset: 0, line: 1, column: 1 } },
    { separator: ',', content: '{}', place: { offset: 20, line: 5, column: 7 } },
  ];
  for (const { separator, content, place } of pieces) {
    text.add(separator.charCodeAt(0));
    text.begin(place);
    const bytes = Buffer.from(content);
    text.append(bytes, 0, bytes.length);
  }
  text.add(']'.charCodeAt(0));
  return text;
}

describe('pieces of an input', () => {
  it('know where their bytes stand there, in whatever order one asks', () => {
    const text = list();
    const offsets = Array.from({ length: text.length }, (_, offset) => offset).slice(1);
    const inOrder = offsets.map((offset) => text.placeOf(offset));
    const backwards = offsets.toReversed().map((offset) => text.placeOf(offset));
    expect(backwards.toReversed()).toEqual(inOrder);
    expect(offsets.map((offset) => list().placeOf(offset))).toEqual(inOrder);
    expect(text.placeOf(3)).toEqual({ offset: 2, line: 2, column: 1 });
    // The ä has two bytes and is one character.
    expect(text.placeOf(8)).toEqual({ offset: 7, line: 2, column: 5 });
    expect(text.placeOf(11)).toEqual({ offset: 20, line: 5, column: 7 });
  });

  it('can be taken one by one', () => {
    const text = list();
    const pieces = [0, 1].map((index) => text.piece(index));
    expect(pieces.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['{\n"ä":1}', '{}']);
    expect(pieces.map(({ start }) => text.placeOf(start))).toEqual([
      { offset: 0, line: 1, column: 1 },
      { offset: 20, line: 5, column: 7 },
    ]);
  });

  it('are forgotten', () => {
    const text = list();
    text.placeOf(3);
    text.clear();
    text.begin({ offset: 90, line: 9, column: 1 });
    text.append(Buffer.from('{}'), 0, 2);
    expect(text.placeOf(1)).toEqual({ offset: 91, line: 9, column: 2 });
  });
});
