import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { EditDistance } from '../../src/variations/edit-distance.js';
import { pick, randomOf } from './made-up-names.js';

const random = randomOf(1);
const word = (longest: number) =>
  Array.from({ length: Math.floor(random() * longest) }, () => pick([...'abc1é'], random)).join('');

it('is the distance where it keeps the limit, and above the limit where it does not', () => {
  const from = new EditDistance();
  for (let round = 0; round < 20_000; round++) {
    const [a, b, limit] = [word(40), word(40), Math.floor(random() * 12)];
    from.from(a);
    const edits = distance(a, b);
    if (edits <= limit) expect(from.to(b, limit), `${a} ${b}`).toBe(edits);
    else expect(from.to(b, limit), `${a} ${b}`).toBeGreaterThan(limit);
  }
});

it.each(['a', 'a'.repeat(31), 'a'.repeat(32), 'a'.repeat(33)])('takes names of %s', (name) => {
  const from = new EditDistance();
  from.from(name);
  expect([from.to(name, 3), from.to(`${name}b`, 3), from.to('', 40)]).toEqual([0, 1, name.length]);
});

it('forgets the name before', () => {
  const from = new EditDistance();
  from.from('éabc');
  from.from('xyz');
  expect(from.to('abc', 3)).toBe(3);
});
