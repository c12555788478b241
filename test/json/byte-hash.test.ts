import { describe, expect, it } from 'vitest';
import { ByteHash } from '../../src/json/byte-hash.js';
import { Tokenizer } from '../../src/json/tokenizer.js';

const hash = new ByteHash();

function hashOf(text: string): readonly [number, number] {
  const bytes = Buffer.from(text);
  hash.of(bytes, 0, bytes.length);
  return [hash.a, hash.b];
}

/** How often a new one of these texts has 40 bits of the hash, 20 of each half, that an earlier one has. */
function collisionsIn40Bits(texts: Iterable<string>): number {
  const seen = new Set<number>();
  let collisions = 0;
  for (const text of texts) {
    const [a, b] = hashOf(text);
    const bits = (a & 0xfffff) * 2 ** 20 + (b >>> 12);
    if (seen.has(bits)) collisions += 1;
    seen.add(bits);
  }
  return collisions;
}

function* range(count: number, textOf: (index: number) => string): Generator<string> {
  for (let index = 0; index < count; index++) yield textOf(index);
}

describe('the hash of bytes', () => {
  it.each([
    ['numbers', (index: number) => String(index)],
    ['keys with zeros before', (index: number) => `MLS-${String(index).padStart(12, '0')}`],
    ['numbers at the start', (index: number) => `${index}-Residential-Lease-2026`],
    [
      'one bit in a long text',
      (index: number) => 'a'.repeat(index % 512) + 'b'.repeat(Math.floor(index / 512)),
    ],
    ['timestamps', (index: number) => new Date(1_700_000_000_000 + index * 1000).toISOString()],
    ['zeros', (index: number) => '\0'.repeat(index)],
  ])('spreads %s like chance', (what, textOf) => {
    const count = what === 'zeros' ? 2000 : 200_000;
    // Chance alone gives 200,000² / 2 / 2⁴⁰ = 0.02 of them.
    expect(collisionsIn40Bits(range(count, textOf))).toBe(0);
  });

  it('is the same for a text on a tape, whatever its length and place', () => {
    const tokenizer = new Tokenizer();
    for (let length = 0; length < 40; length++) {
      const text = [...'Straße 北京 🏠 Main St. No. 12345678901234567890'].slice(0, length).join('');
      for (const json of [JSON.stringify([text]), JSON.stringify(['x', text, 'y']), escaped(text)]) {
        expect(tokenizer.tokenize(Buffer.from(json))).toBeUndefined();
        const { tape } = tokenizer;
        const node = tape.length > 2 ? 2 : 1;
        expect([tape.hashesA[node], tape.hashesB[node]]).toEqual(hashOf(text));
      }
    }
  });

  it('mixes two hashes in their order', () => {
    const seen = new Set<string>();
    for (let first = 0; first < 100; first++) {
      for (let second = 0; second < 100; second++) {
        hash.combine(first, 0, second, 0);
        seen.add(`${hash.a} ${hash.b}`);
      }
    }
    expect(seen.size).toBe(10_000);
  });
});

/** The text in an array with every UTF-16 unit as an escape; an empty text has none. */
function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `["${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"]`;
}
