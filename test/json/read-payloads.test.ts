import { describe, expect, it } from 'vitest';
import { Random, randomJson } from './random-json.js';
import { type ReadPart, readInChunks } from './reading-payloads.js';

const CHUNKS = [1, 2, 3, 7, 64, 1_000_000];

/** Reads a text in chunks of all sizes, which must make no difference. */
async function read(
  ...given: [string | Uint8Array, ('json' | 'ndjson')?, object?]
): Promise<readonly ReadPart[]> {
  const [text, format, limits] = given;
  const [first = [], ...others] = await Promise.all(
    CHUNKS.map((size) => readInChunks(text, size, format, limits)),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
}

function end(annotations: object = {}, rest: object = {}): object {
  return { kind: 'end', document: 0, annotations, duplicateKeys: [], strangers: [], ...rest };
}

function head(annotations: object = {}): object {
  return {
    kind: 'head',
    document: 0,
    place: expect.objectContaining({ line: expect.any(Number) }),
    annotations,
  };
}

function listed(...values: unknown[]): object {
  return { kind: 'records', document: 0, values };
}

function single(value: unknown, document = 0): object {
  return { kind: 'record', document, values: [value] };
}

describe('a payload', () => {
  it.each([
    [
      'with records',
      '{"value":[{"a":1},{"a":[2,"]}"]}]}',
      [head(), listed({ a: 1 }, { a: [2, ']}'] }), end()],
    ],
    ['without records', '{"value":[]}', [head(), end()]],
    ['with blanks', ' \n{ "value" : [ { } ,\t{ } ] }\r\n ', [head(), listed({}, {}), end()]],
    [
      'with its context before',
      '{"@reso.context":"urn:x","value":[{}]}',
      [head({ '@reso.context': 'urn:x' }), listed({}), end({ '@reso.context': 'urn:x' })],
    ],
    [
      'with its context behind',
      '{"value":[{}],"@reso.context":"urn:x","@odata.count":1}',
      [head(), listed({}), end({ '@reso.context': 'urn:x', '@odata.count': '1' })],
    ],
    [
      'with other members',
      '{"a":{"value":[1]},"b":["value"],"c":"value","value":[{}],"d":{}}',
      [head(), listed({}), end({}, { strangers: ['a', 'b', 'c', 'd'] })],
    ],
    ['with an escaped name', '{"v\\u0061lue":[{}]}', [head(), listed({}), end()]],
    [
      'of one record',
      '{"@reso.context":"urn:x","value":5,"a":[{}]}',
      [single({ '@reso.context': 'urn:x', value: 5, a: [{}] })],
    ],
    [
      'of one record that holds the word',
      '{"a":"value","b":{"value":[1]},"Value":[1]}',
      [single({ a: 'value', b: { value: [1] }, Value: [1] })],
    ],
    ['that is no object', '[{"a":1}]', [single([{ a: 1 }])]],
    ['that is a text', '"}"', [single('}')]],
    [
      'with records that are none',
      '{"value":[1,"a]",null,[2]]}',
      [head(), listed(1, 'a]', null, [2]), end()],
    ],
    ['with a byte order mark', '\ufeff{"value":[]}', [{ kind: 'byte order mark' }, head(), end()]],
    [
      'with escaped quotes',
      '{"a":"\\\\","value":[{"b":"\\"]}\\\\"}]}',
      [head(), listed({ b: '"]}\\' }), end({}, { strangers: ['a'] })],
    ],
  ])('%s', async (_what, text, parts) => {
    expect(await read(text)).toEqual(parts);
  });

  it('tells which names come twice, and where', async () => {
    const parts = await read('{"@reso.context":"a",\n"value":[{}],\n "@reso.context":"b","value":[{}]}');
    expect(parts.at(-1)).toEqual(
      end(
        { '@reso.context': 'a' },
        {
          duplicateKeys: [
            { name: '@reso.context', place: { offset: 38, line: 3, column: 3 } },
            { name: 'value', place: { offset: 58, line: 3, column: 23 } },
          ],
        },
      ),
    );
  });

  it('comes in batches', async () => {
    const values = Array.from({ length: 10 }, (_, a) => ({ a }));
    const parts = await read(JSON.stringify({ value: values }), 'json', { batchBytes: 20 });
    expect(parts.filter(({ kind }) => kind === 'records')).toHaveLength(4);
    expect(parts.flatMap((part) => part['values'] ?? [])).toEqual(values);
  });
});

describe('what is no JSON', () => {
  it.each([
    ['', 'empty', 1, 1],
    [' \n', 'empty', 2, 1],
    ['{"value":[{"a":1},\n{"a":2', 'cut short', 2, 7],
    ['{"value":[{"a":1}', 'cut short', 1, 18],
    ['{"value":[{"a":1},', 'cut short', 1, 19],
    ['{"value":[{"a":1}]', 'cut short', 1, 19],
    ['{"value":[],"@reso.context":"ur', 'cut short', 1, 32],
    ['{"value":[],"a":tru}', 'syntax', 1, 17],
    ['{"value":[{}],,}', 'syntax', 1, 15],
    ['{"value":[{},]}', 'syntax', 1, 14],
    ['{"value":[,{}]}', 'syntax', 1, 11],
    ['{"value":[{} {}]}', 'syntax', 1, 14],
    ['{"value":[{}}', 'syntax', 1, 13],
    ['{"value":[]} x', 'trailing content', 1, 14],
    ['{"value":[{"a":\n x, "b": 1', 'syntax', 2, 2],
    ['{"a":"é🏠", x', 'syntax', 1, 13],
  ])('%j', async (text, reason, line, column) => {
    const parts = await read(text);
    expect(parts.at(-1)).toMatchObject({ kind: 'fault', fault: { reason, line, column } });
    expect(parts.filter(({ kind }) => kind === 'end')).toEqual([]);
  });

  it('shows when a batch is read: by its place in the input', async () => {
    const text = '{"@x":"é",\n "value": [ {"a":1},\n   {"a":"🏠", "b": NaN}, {"a":3}]}';
    expect(await read(text)).toContainEqual({
      kind: 'bad records',
      document: 0,
      fault: expect.objectContaining({
        message: 'NaN is no value that JSON knows',
        offset: Buffer.from(text).indexOf('NaN'),
        line: 3,
        column: 20,
      }),
    });
  });

  it('is half of a byte order mark', async () => {
    for (const bytes of [[0xef, 0xbb, 0x7b, 0x7d], [0xef, 0xbb], [0xef]]) {
      expect(await read(Buffer.from(bytes))).toMatchObject([
        { fault: { reason: 'invalid utf-8', offset: 0 } },
      ]);
    }
  });

  it('comes after the whole records before it', async () => {
    expect(await read('{"value":[{"a":1},{"a":2},{"a":')).toMatchObject([
      head(),
      listed({ a: 1 }, { a: 2 }),
      { kind: 'fault', fault: { reason: 'cut short' } },
    ]);
  });
});

describe('the head of a list', () => {
  it('says where its document begins', async () => {
    const parts = await read('{"value":[]}\n\n  {"value":[]}\n', 'ndjson');
    expect(parts.filter(({ kind }) => kind === 'head')).toMatchObject([
      { place: { offset: 0, line: 1, column: 1 } },
      { place: { offset: 16, line: 3, column: 3 } },
    ]);
  });
});

describe('NDJSON', () => {
  it('has a document a line, blank ones aside', async () => {
    expect(await read('{"a":1}\n\n  \r\n{"value":[{"b":2}],"@x":"y"}\n{"a":3}', 'ndjson')).toEqual([
      single({ a: 1 }),
      { ...head(), document: 1 },
      { ...listed({ b: 2 }), document: 1 },
      { ...end({ '@x': 'y' }), document: 1 },
      single({ a: 3 }, 2),
    ]);
  });

  it('goes on after a line that is no JSON', async () => {
    const lines = '{"a":1}\n{"a":\n{"a":3} x\n{"a":4}\n';
    for (const size of CHUNKS) {
      expect(await readInChunks(lines, size, 'ndjson')).toMatchObject([
        single({ a: 1 }),
        { document: 1, fault: { reason: 'cut short', line: 2, column: 6 } },
        { document: 2, fault: { reason: 'trailing content', line: 3, column: 9 } },
        single({ a: 4 }, 3),
      ]);
    }
  });

  it('tells what is wrong on its own line, whatever the chunks', async () => {
    for (const size of CHUNKS) {
      const parts = await readInChunks('{}\r\n\r\n{"value":[{"é"\r\n{"value":[]}x\r\n[1,]\n', size, 'ndjson');
      expect(parts.flatMap((part) => part['fault'] ?? [])).toMatchObject([
        { reason: 'cut short', line: 3, column: 16 },
        { reason: 'trailing content', line: 4, column: 13 },
        { reason: 'syntax', line: 5, column: 3 },
      ]);
    }
  });

  it('may be empty of all but blanks', async () => {
    expect(await read('\n \n', 'ndjson')).toMatchObject([{ kind: 'fault', fault: { reason: 'empty' } }]);
    expect(await read('{}\n \n', 'ndjson')).toEqual([single({})]);
  });
});

describe('the bound', () => {
  const limits = { recordBytes: 100 };
  const long = 'x'.repeat(200);

  it.each([
    ['a record', `{"value":[{"a":1},\n{"a":"${long}"},{"a":2}]}`, 'a record has more than 100 bytes', 2, 1],
    ['a number', `{"value":[${'1'.repeat(200)}]}`, 'a record has more than 100 bytes', 1, 11],
    [
      'what stands around',
      `{"value":[],"@x":"${long}"}`,
      'what stands around the records has more than 100 bytes',
      1,
      1,
    ],
    [
      'a single record',
      `{"a":1,"b":${'1'.repeat(200)}}`,
      'what is no list "value" of records has more than 100 bytes',
      1,
      1,
    ],
    ['what is no object', `["${long}"]`, 'what is no list "value" of records has more than 100 bytes', 1, 1],
  ])('%s', async (_what, text, message, line, column) => {
    expect((await read(text, 'json', limits)).at(-1)).toMatchObject({
      kind: 'fault',
      fault: { reason: 'too large', message, line, column },
    });
  });

  it('is no end of NDJSON', async () => {
    expect(await read(`{"a":"${long}"}\n{"a":2}\n`, 'ndjson', limits)).toMatchObject([
      { kind: 'fault', fault: { reason: 'too large' } },
      single({ a: 2 }, 1),
    ]);
  });

  it('tells what is wrong rather than that it is too much', async () => {
    expect(await read(`{"value":[{a":1,"b":"${long}"}]}`, 'json', limits)).toMatchObject([
      head(),
      { kind: 'fault', fault: { reason: 'syntax', column: 12 } },
    ]);
  });
});

describe('random payloads', () => {
  it('come out as JSON.parse reads them, in chunks of any size', async () => {
    const random = new Random(5);
    for (let document = 0; document < 500; document++) {
      const records = Array.from({ length: random.below(5) }, () => randomJson(random, 3));
      const text = `{"@a": ${randomJson(random, 2)}, "value": [${records.join(' , ')}], "b": ${randomJson(random, 2)}}`;
      const parts = await readInChunks(text, 1 + random.below(40), 'json', {
        batchBytes: 1 + random.below(200),
      });
      expect(
        parts.flatMap((part) => part['values'] ?? []),
        text,
      ).toEqual((JSON.parse(text) as { value: unknown[] }).value);
      expect(parts.at(-1)?.['kind'], text).toBe('end');
    }
  });
});
