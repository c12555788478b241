import { isUtf8 } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { compileShapes } from '../../src/json/compile-shapes.js';
import { NodeKind } from '../../src/json/node-kind.js';
import { keyOf } from '../../src/json/text-of.js';
import { Tokenizer } from '../../src/json/tokenizer.js';
import { mutate, Random, randomJson } from './random-json.js';
import { childrenOf, rebuild } from './rebuild.js';

const DOCUMENTS = 20_000;
const shape = compileShapes([
  {
    name: 'root',
    fields: ['a', 'bc', 'ListPrice', 'Straße', 'ab', '🏠'].map((name) => ({ name, shape: 'root' })),
  },
]).get('root');

/** What a text is to JSON.parse; no text that JSON.parse takes is undefined. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

describe('the tokenizer and JSON.parse', () => {
  it(`read the same in ${DOCUMENTS} valid documents`, () => {
    const random = new Random(1);
    const tokenizer = new Tokenizer();
    for (let document = 0; document < DOCUMENTS; document++) {
      const json = randomJson(random);
      expect(tokenizer.tokenize(Buffer.from(json), shape), json).toBeUndefined();
      expect(rebuild(tokenizer.tape), json).toEqual(JSON.parse(json));
    }
  });

  it(`take and refuse the same of ${DOCUMENTS} damaged documents, bytes that are no UTF-8 aside`, () => {
    const random = new Random(2);
    const tokenizer = new Tokenizer();
    let refused = 0;
    for (let document = 0; document < DOCUMENTS; document++) {
      const bytes = mutate(random, Buffer.from(randomJson(random)));
      const value = isUtf8(bytes) ? parsed(bytes) : undefined;
      const fault = tokenizer.tokenize(bytes, shape);
      expect(fault === undefined, `${JSON.stringify(bytes.toString())}: ${fault?.message}`).toBe(
        value !== undefined,
      );
      if (fault === undefined) expect(rebuild(tokenizer.tape)).toEqual(value);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(DOCUMENTS / 4);
    expect(refused).toBeLessThan(DOCUMENTS);
  });

  it('resolve the same keys to the same slots wherever they stand', () => {
    const random = new Random(3);
    const tokenizer = new Tokenizer();
    for (let document = 0; document < 2000; document++) {
      tokenizer.tokenize(Buffer.from(randomJson(random)), shape);
      const { tape } = tokenizer;
      for (const member of tape.kind(0) === NodeKind.object ? childrenOf(tape, 0) : []) {
        const key = keyOf(tape, member);
        expect(tape.slot(member), key).toBe(shape?.slotOf(key) ?? (key.includes('@') ? -2 : -1));
      }
    }
  });

  it('agree where a text is cut off, at every byte', () => {
    const tokenizer = new Tokenizer();
    const whole = Buffer.from('{"a": [1.5e3, "\\u00e9é🏠", true, null, {"bc": -0.25}], "ListPrice": false}');
    for (let length = 1; length < whole.length; length++) {
      const cut = tokenizer.tokenize(whole.subarray(0, length), shape);
      expect([length, cut?.reason]).toEqual([length, 'cut short']);
    }
    expect(tokenizer.tokenize(whole, shape)).toBeUndefined();
    expect(childrenOf(tokenizer.tape, 0)).toHaveLength(2);
  });
});
