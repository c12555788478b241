import { describe, expect, it } from 'vitest';
import { compileShapes } from '../../src/json/compile-shapes.js';
import { NodeFlag, NoSlot } from '../../src/json/node-kind.js';
import { keyOf } from '../../src/json/text-of.js';
import { Tokenizer } from '../../src/json/tokenizer.js';
import { childrenOf, rebuild } from './rebuild.js';

const tokenizer = new Tokenizer();
const { tape } = tokenizer;

function read(json: string | Uint8Array) {
  return tokenizer.tokenize(typeof json === 'string' ? Buffer.from(json) : json);
}

describe('what is JSON', () => {
  it.each([
    ['null'],
    [' true '],
    ['-0'],
    ['[]'],
    ['{}'],
    ['[1, 2.50, -3e-7, 1E+2, 0.0]'],
    ['{"a": {"b": [{"c": null}]}, "d": false}'],
    ['"\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0041 \\ud83c\\udfe0"'],
    ['{"": "", "Straße": "北京市 🏠"}'],
    ['{"__proto__": {"polluted": true}, "constructor": 1}'],
    ['"\u007f \u2028"'],
    ['\t\r\n [ \n ] '],
  ])('%s', (json) => {
    expect(read(json)).toBeUndefined();
    expect(rebuild(tape)).toEqual(JSON.parse(json));
  });
});

describe('what is none', () => {
  it.each([
    ['', 'empty', 1, 1, 'it is empty'],
    [' \n ', 'empty', 2, 2, 'it is empty'],
    ['[1,\n 2', 'cut short', 2, 3, 'the text ends where a comma or a closing bracket should stand'],
    ['{"a": "b', 'cut short', 1, 9, 'the text ends inside a string'],
    ['{"a": 1.', 'cut short', 1, 9, 'the text ends inside a number'],
    ['["\\u00', 'cut short', 1, 7, 'the text ends inside an escape'],
    ['{"a": tru', 'cut short', 1, 10, 'the text ends inside a value'],
    ['{"a": trux', 'syntax', 1, 7, '"t" stands where a value should'],
    ['[1, 2,]', 'syntax', 1, 6, 'a comma stands before the closing bracket'],
    ['{"a": 1, }', 'syntax', 1, 8, 'a comma stands before the closing brace'],
    ['[NaN]', 'syntax', 1, 2, 'NaN is no value that JSON knows'],
    ['[-Infinity]', 'syntax', 1, 2, '-Infinity is no value that JSON knows'],
    ['[-]', 'syntax', 1, 3, 'no digit follows a minus of a number'],
    ['[1.e2]', 'syntax', 1, 4, 'no digit follows a decimal point of a number'],
    ['[1e+]', 'syntax', 1, 5, 'no digit follows an exponent of a number'],
    ['["\\u00g0"]', 'syntax', 1, 3, 'a backslash in a string begins no escape that JSON knows'],
    ['{"a": undefined}', 'syntax', 1, 7, 'undefined is no value that JSON knows'],
    ["{'a': 1}", 'syntax', 1, 2, '"\'" stands where a key in quotes should'],
    ['{"a" 1}', 'syntax', 1, 6, '"1" stands where a colon should'],
    ['[01]', 'syntax', 1, 2, 'a number begins with a zero that it does not need'],
    ['[1 2]', 'syntax', 1, 4, '"2" stands where a comma or a closing bracket should'],
    ['["🏠", x]', 'syntax', 1, 8, '"x" stands where a value should'],
    ['["a\nb"]', 'syntax', 1, 4, 'the control character 0x0a stands in a string without an escape'],
    ['["\\x"]', 'syntax', 1, 3, 'a backslash in a string begins no escape that JSON knows'],
    ['[] []', 'trailing content', 1, 4, 'something follows after the end of the value'],
    ['\ufeff[]', 'byte order mark', 1, 1, 'it begins with a byte order mark'],
  ])('%j', (json, reason, line, column, message) => {
    expect(read(json)).toEqual(expect.objectContaining({ reason, line, column, message }));
    expect(tape.length).toBe(0);
  });

  it('bytes that are no UTF-8', () => {
    expect(read(Buffer.from([0x5b, 0x22, 0x61, 0xc3, 0x22, 0x5d]))).toEqual(
      expect.objectContaining({ reason: 'invalid utf-8', offset: 3, column: 4 }),
    );
  });

  it('arrays within arrays beyond the bound', () => {
    expect(read('['.repeat(128) + ']'.repeat(128))).toBeUndefined();
    expect(read('['.repeat(129))).toEqual(expect.objectContaining({ reason: 'too deep', offset: 128 }));
  });

  it('more values than the bound', () => {
    const small = new Tokenizer({ values: 4 });
    expect(small.tokenize(Buffer.from('[1,2,3]'))).toBeUndefined();
    expect(small.tokenize(Buffer.from('[1,2,3,4]'))).toEqual(
      expect.objectContaining({ reason: 'too many values', offset: 7 }),
    );
  });
});

describe('the tape', () => {
  it('gives the length of strings in code points', () => {
    read('["", "abc", "Zürich", "🏠🏠", "\\ud83c\\udfe0", "\\u00e9\\n", "\\ud83c"]');
    expect(childrenOf(tape, 0).map((item) => tape.size(item))).toEqual([0, 3, 6, 2, 1, 2, 1]);
  });

  it.each([
    ['0', 0, 0],
    ['7', 1, 0],
    ['-120', 3, 0],
    ['0.5', 0, 1],
    ['1.50', 1, 1],
    ['12.000', 2, 0],
    ['1e2', 3, 0],
    ['1.234e2', 3, 1],
    ['12e-3', 0, 3],
    ['0e9', 0, 0],
    ['12345678901234567890.125', 20, 3],
    ['1e400', 401, 0],
  ])('gives the digits of %s before and after the point', (number, whole, decimals) => {
    read(number);
    expect([tape.wholeDigits(0), tape.decimals(0)]).toEqual([whole, decimals]);
  });

  it('marks numbers beyond a double, and lone surrogates', () => {
    read('[1e308, 1e309, -1e309, "\\ud800", "\\ud83c\\udfe0"]');
    const flags = NodeFlag.beyondDouble | NodeFlag.loneSurrogate;
    expect(childrenOf(tape, 0).map((item) => tape.hasFlag(item, flags))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('marks keys that come twice, with or without a shape', () => {
    const [shape] = compileShapes([{ name: 'Home', fields: [{ name: 'City' }, { name: 'Zip' }] }]).values();
    tokenizer.tokenize(
      Buffer.from('{"City":1,"X":2,"Zip":3,"C\\u0069ty":4,"@id":5,"\\u0058":6,"@id":7,"Y":{"City":8}}'),
      shape,
    );
    const marked = childrenOf(tape, 0).filter((member) => tape.hasFlag(member, NodeFlag.duplicateKey));
    expect(marked.map((member) => keyOf(tape, member))).toEqual(['City', 'X', '@id']);
    expect(tape.duplicateKeys).toBe(3);
  });
});

describe('slots', () => {
  const shapes = compileShapes([
    {
      name: 'Property',
      fields: [{ name: 'ListingKey' }, { name: 'Media', shape: 'Media' }, { name: 'City' }],
    },
    { name: 'Media', fields: [{ name: 'MediaKey' }, { name: 'Property', shape: 'Property' }] },
  ]);

  function slotsOf(json: string): Record<string, number> {
    expect(tokenizer.tokenize(Buffer.from(json), shapes.get('Property'))).toBeUndefined();
    const slots: [string, number][] = [];
    for (let node = 0; node < tape.length; node++) {
      if (keyOf(tape, node) !== '') slots.push([keyOf(tape, node), tape.slot(node)]);
    }
    return Object.fromEntries(slots);
  }

  it.each([
    [
      'in the order of the shape',
      '{"ListingKey":1,"Media":[],"City":2}',
      { ListingKey: 0, Media: 1, City: 2 },
    ],
    ['in another order', '{"City":1,"ListingKey":2,"Media":null}', { City: 2, ListingKey: 0, Media: 1 }],
    ['written with escapes', '{"\\u0043ity":1}', { City: 2 }],
    ['unknown', '{"city":1,"Citys":2,"Cit":3}', { city: -1, Citys: -1, Cit: -1 }],
    [
      'annotations',
      '{"@odata.id":1,"City@odata.type":2,"City":3}',
      {
        '@odata.id': NoSlot.annotation,
        'City@odata.type': NoSlot.annotation,
        City: 2,
      },
    ],
    [
      'inside arrays and circles',
      '{"Media":[{"MediaKey":1},{"Property":{"City":2}}]}',
      {
        Media: 1,
        MediaKey: 0,
        Property: 1,
        City: 2,
      },
    ],
    ['at the very end of the bytes', '{"City"', undefined],
  ])('%s', (_what, json, slots) => {
    if (slots === undefined)
      expect(tokenizer.tokenize(Buffer.from(json), shapes.get('Property'))).toBeDefined();
    else expect(slotsOf(json)).toEqual(slots);
  });
});
