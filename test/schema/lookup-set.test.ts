import { describe, expect, it } from 'vitest';
import { ByteHash } from '../../src/json/byte-hash.js';
import { LookupSet } from '../../src/schema/validate/lookup-set.js';

const MANY = Array.from({ length: 20_000 }, (_, index) => `Value ${index} of a långe list`);

describe('a set of lookup values', () => {
  it('has all of 20,000 values, and no others', () => {
    const set = new LookupSet(MANY);
    expect(MANY.filter((value) => !set.hasText(value))).toEqual([]);
    const others = MANY.flatMap((value) => [
      `${value}.`,
      value.slice(1),
      value.toUpperCase(),
      value.replace('å', 'a'),
    ]);
    expect(others.filter((value) => set.hasText(value))).toEqual([]);
  });

  it('compares bytes where hashes agree', () => {
    const set = new LookupSet(['Gas']);
    const [gas, oil] = [Buffer.from('Gas'), Buffer.from('Oil')];
    const found = [gas, oil].map((bytes) => hashesOf('Gas').some(([a, b]) => set.has(bytes, 0, 3, a, b)));
    expect(found).toEqual([true, false]);
  });

  it.each([
    ['Gas', true],
    ['Gas,Oil', true],
    ['Gas, Oil', true],
    ['Gas,  Oil', false],
    ['Gas,', false],
    ['', false],
    [',', false],
    ['Gas Oil', false],
    ['GasOil,Gas', false],
  ])('finds each of "%s": %s', (text, isEach) => {
    const bytes = Buffer.from(`"${text}","Gas"`);
    expect(new LookupSet(['Gas', 'Oil']).hasEach(bytes, 1, 1 + text.length)).toBe(isEach);
  });

  it('may be empty, or have the empty text', () => {
    expect(new LookupSet([]).hasText('')).toBe(false);
    expect(new LookupSet(['']).hasText('')).toBe(true);
  });
});

function hashesOf(text: string): readonly (readonly [number, number])[] {
  const hash = new ByteHash();
  const bytes = Buffer.from(text);
  hash.of(bytes, 0, bytes.length);
  return [[hash.a, hash.b]];
}
