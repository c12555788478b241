import { describe, expect, it } from 'vitest';
import { Draws, hashText, mix, seedOf } from '../../src/sandbox/random.js';

describe('chance', () => {
  it('is the same for the same numbers, wherever it starts', () => {
    const first = new Draws(mix(seedOf(1), 7));
    const again = new Draws(mix(seedOf(1), 7));
    expect([first.next(), first.next()]).toEqual([again.next(), again.next()]);
  });

  it.each([
    ['another seed', mix(seedOf(2), 7)],
    ['another record', mix(seedOf(1), 8)],
    ['a seed beyond 32 bits', mix(seedOf(2 ** 40 + 1), 7)],
  ])('is another for %s', (_what, start) => {
    expect(new Draws(start).next()).not.toBe(new Draws(mix(seedOf(1), 7)).next());
  });

  it('spreads evenly over neighbouring records', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 10_000; index++) {
      const tenth = Math.floor(new Draws(mix(hashText('Property.ListPrice'), index)).next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1150);
  });

  it('stays within its bounds', () => {
    const draws = new Draws(3);
    const drawn = Array.from({ length: 500 }, () => draws.between(-2, 2));
    expect(new Set(drawn)).toEqual(new Set([-2, -1, 0, 1, 2]));
    expect(draws.digits(8)).toMatch(/^[1-9]\d{7}$/);
  });
});
