import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/json/text-of.js';
import { PageReader } from '../../../src/sampling/records/page-reader.js';
import { memberAt } from '../../../src/sampling/records/record-identity.js';
import { modelOf } from './entering.js';

const reader = new PageReader();
const model = modelOf('Property');

function read(json: string) {
  return reader.read(Buffer.from(json), model);
}

describe('a page', () => {
  it.each([
    ['nothing', '{"value":[]}', {}],
    ['a count', '{"@odata.count":12,"value":[]}', { count: 12 }],
    ['a count as text', '{"@odata.count":"12","value":[]}', { count: 12 }],
    ['no count', '{"@odata.count":-1,"value":[]}', {}],
    ['no whole count', '{"@odata.count":1.5,"value":[]}', {}],
    ['a count that is no number', '{"@odata.count":"many","value":[]}', {}],
    ['null as count', '{"@odata.count":null,"value":[]}', {}],
    [
      'a link',
      '{"value":[],"@odata.nextLink":"Property?$skip=2\\u0026x"}',
      { nextLink: 'Property?$skip=2&x' },
    ],
    ['null as link', '{"value":[],"@odata.nextLink":null}', {}],
    ['a context', '{"@odata.context":"$metadata#Property","value":[]}', { context: '$metadata#Property' }],
    [
      'names of 4.01',
      '{"@context":"c","@count":3,"value":[],"@nextLink":"n"}',
      { context: 'c', count: 3, nextLink: 'n' },
    ],
  ])('with %s', (_what, json, facts) => {
    const {
      kind,
      model: _model,
      tape: _tape,
      records,
      ...others
    } = read(json) as never as Record<string, unknown>;
    expect([kind, records]).toEqual(['page', new Int32Array(0)]);
    expect(others).toEqual(facts);
  });

  it('gives its records, and where they stand', () => {
    const json = '{"value":[{"ListingKey":"a"}, {"X":1,"ListingKey":"b"}]}';
    const page = read(json);
    if (page.kind === 'fault') throw new Error(page.message);
    const { tape, records } = page;
    expect([...records].map((record) => json.slice(tape.starts[record], tape.ends[record]))).toEqual([
      '{"ListingKey":"a"}',
      '{"X":1,"ListingKey":"b"}',
    ]);
    const keys = [...records].map((record) => memberAt(tape, record, model.shape.slotOf('ListingKey') ?? -1));
    expect(keys.map((node) => keyOf(tape, node))).toEqual(['ListingKey', 'ListingKey']);
  });
});

describe('what is no page', () => {
  it.each([
    ['', 'it is no JSON: it is empty, at line 1, column 1'],
    ['<html>', 'it is no JSON: "<" stands where a value should, at line 1, column 1'],
    ['{"value":[\n{"a":', 'it is no JSON: the text ends where a value should stand, at line 2, column 6'],
    ['[]', 'it is no JSON object with a list "value"'],
    ['{}', 'it is no JSON object with a list "value"'],
    ['{"error":{"code":"x"}}', 'it is no JSON object with a list "value"'],
    ['{"value":{}}', 'it is no JSON object with a list "value"'],
    ['{"value":null}', 'it is no JSON object with a list "value"'],
    ['{"value":[{},[]]}', 'item 2 of its list "value" is no object'],
  ])('%j', (json, message) => {
    expect(read(json)).toMatchObject({ kind: 'fault', message });
  });
});
