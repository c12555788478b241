import { describe, expect, it } from 'vitest';
import { readDotenv, withDotenv } from '../../src/config/dotenv.js';

describe('a .env file', () => {
  it.each([
    [
      'assignments and comments',
      '# mine\nA=1\n\nB="two words" # here\nexport C=3\n',
      { A: '1', B: 'two words', C: '3' },
    ],
    ['a byte order mark and CR LF', '\uFEFFA=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['what is no assignment', 'A\n=\nno words\nB=1\n', { B: '1' }],
    ['nothing', '', {}],
  ])('with %s', (_, text, expected) => {
    expect({ ...readDotenv(text) }).toEqual(expected);
  });

  it('inherits nothing and changes nothing', () => {
    const variables = readDotenv('__proto__=x\nA=1');
    expect(variables['toString']).toBeUndefined();
    expect(Object.getPrototypeOf(variables)).toBeNull();
    expect(Object.isFrozen(variables)).toBe(true);
  });

  it('is beaten by the environment', () => {
    const environment = withDotenv({ A: 'process', B: '' }, 'A=file\nB=file\nC=file');
    expect({ ...environment }).toEqual({ A: 'process', B: '', C: 'file' });
    expect({ ...withDotenv({ A: 'process' }, undefined) }).toEqual({ A: 'process' });
  });
});
