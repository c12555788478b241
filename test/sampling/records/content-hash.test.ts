import { describe, expect, it } from 'vitest';
import { NodeKind } from '../../../src/json/node-kind.js';
import { Shape } from '../../../src/json/shape.js';
import { Tokenizer } from '../../../src/json/tokenizer.js';
import { ContentHash } from '../../../src/sampling/records/content-hash.js';
import { Random, randomJson } from '../../json/random-json.js';
import { modelOf } from './entering.js';

const tokenizer = new Tokenizer();
const hash = new ContentHash();

/** The hash of an object, with a model's shape or without any. */
function hashOf(json: string, resource?: string): string {
  const model = resource === undefined ? undefined : modelOf(resource);
  const shape = model?.shape ?? Shape.none;
  const fault = tokenizer.tokenize(Buffer.from(json), shape);
  if (fault !== undefined) throw new Error(`${json}: ${fault.message}`);
  hash.of(tokenizer.tape, 0, shape, model?.plan);
  return `${hash.a} ${hash.b}`;
}

describe('the same content', () => {
  it.each([
    ['in another order', '{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}'],
    [
      'with annotations',
      '{"a":1,"b":[]}',
      '{"@odata.id":"x","a":1,"a@odata.type":"#Int64","b":[],"b@odata.count":0}',
    ],
    ['with nulls', '{"a":1,"b":{}}', '{"a":1,"z":null,"b":{"c":null}}'],
    ['with blanks', '{"a":[1,"x"]}', ' { "a" : [ 1 ,\n"x" ] } '],
    ['with escapes', '{"a":"A/é🏠\\n"}', '{"\\u0061":"\\u0041\\/\\u00e9\\ud83c\\udfe0\\u000a"}'],
    ['with decimals', '{"a":1,"b":1.5,"c":0}', '{"a":1.0,"b":1.50,"c":-0.00}'],
    [
      'with exponents',
      '{"a":100,"b":0.015,"c":1e30}',
      '{"a":1e2,"b":1.5E-2,"c":1000000000000000000000000000000}',
    ],
    ['with a key twice: the first counts', '{"a":1}', '{"a":1,"a":2}'],
  ])('%s', (_what, one, other) => {
    expect(hashOf(other)).toBe(hashOf(one));
  });

  it('with expansions', () => {
    const plain = hashOf('{"ListingKey":"a","Home":{"Zip":"1"}}', 'Property');
    const expanded =
      '{"ListingKey":"a","Media":[{"MediaKey":"m"}],"ListAgent":{},"Home":{"Zip":"1","Agent":{"MemberKey":1}}}';
    expect(hashOf(expanded, 'Property')).toBe(plain);
  });

  it('whether or not fields are declared', () => {
    const json = '{"ListPrice":1,"ListingKey":"a","Home":{"Zip":"1"},"Appliances":["Oven"]}';
    expect(hashOf(json, 'Property')).toBe(hashOf(json));
  });
});

describe('another content', () => {
  const ALL = [
    '{}',
    '{"a":1}',
    '{"a":2}',
    '{"b":1}',
    '{"a":-1}',
    '{"a":"1"}',
    '{"a":true}',
    '{"a":false}',
    '{"a":"true"}',
    '{"a":""}',
    '{"a":[]}',
    '{"a":{}}',
    '{"a":[1]}',
    '{"a":[[1]]}',
    '{"a":{"a":1}}',
    '{"a":[{"a":1}]}',
    '{"a":[null,1]}',
    '{"a":[1,null]}',
    '{"a":[1,1]}',
    '{"a":[1,2]}',
    '{"a":[2,1]}',
    '{"a":["ab","c"]}',
    '{"a":["a","bc"]}',
    '{"a":1,"b":2}',
    '{"a":2,"b":1}',
    '{"a":1,"b":1}',
    '{"a":{"b":1},"c":1}',
    '{"a":1,"c":{"b":1}}',
    '{"a":10}',
    '{"a":0.1}',
    '{"a":12345678901234567}',
    '{"a":12345678901234568}',
    '{"a":0.1000000000000000055}',
    '{"a":"\\u0000"}',
    '{"a":"\\u0000\\u0000"}',
    '{"a":"abcd"}',
    '{"a":"abcd\\u0000"}',
    '{"a":"é"}',
    '{"a":"e\\u0301"}',
  ];

  it('gives another hash', () => {
    const hashes = new Map(ALL.map((json) => [hashOf(json), json]));
    expect([...hashes.values()]).toEqual(ALL);
  });
});

describe('many records that differ in little', () => {
  it.each([
    ['two numbers', (one: number, other: number) => `{"a":${one},"b":${other}}`],
    [
      'two digits of texts',
      (one: number, other: number) => `{"a":"MLS-${one}-2026","b":"MLS-${other}-2026"}`,
    ],
    ['places in a list', (one: number, other: number) => `{"a":[${'0,'.repeat(one)}1${',0'.repeat(other)}]}`],
    ['names', (one: number, other: number) => `{"a${one}":1,"b${other}":1}`],
  ])('have hashes spread like chance: %s', (_what, jsonOf) => {
    const seen = new Set<number>();
    for (let pair = 0; pair < 200 * 200; pair++) {
      tokenizer.tokenize(Buffer.from(jsonOf(pair % 200, Math.floor(pair / 200))));
      hash.of(tokenizer.tape, 0, Shape.none, undefined);
      seen.add((hash.a & 0xfffff) * 2 ** 20 + (hash.b >>> 12));
    }
    // Of 40 bits of the hash chance alone would give two the same once in 1,400 times.
    expect(seen.size).toBe(200 * 200);
  });
});

describe('random objects', () => {
  it('have one hash for one content, and one content for one hash', () => {
    const random = new Random(11);
    const hashes = new Map<string, string>();
    for (let document = 0; document < 20_000; document++) {
      const json = randomJson(random);
      tokenizer.tokenize(Buffer.from(json));
      const { tape } = tokenizer;
      // What JSON.parse loses cannot be compared with it.
      if (tape.kind(0) !== NodeKind.object || tape.duplicateKeys > 0 || /e999|ud800/.test(json)) continue;
      const content = JSON.stringify(contentOf(JSON.parse(json)));
      const found = hashOf(json);
      expect(hashes.get(content) ?? found, json).toBe(found);
      hashes.set(content, found);
    }
    expect(hashes.size).toBeGreaterThan(1000);
    expect(new Set(hashes.values()).size).toBe(hashes.size);
  });
});

/** A value with what is content of it, members in order. */
function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => member !== null && !name.includes('@'));
  return { members: members.map(([name, member]) => [name, contentOf(member)]).sort() };
}
