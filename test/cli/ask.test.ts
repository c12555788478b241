import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askOn } from '../../src/cli/ask.js';

/** A conversation in which keys can be typed, and what it shows. */
function conversation() {
  const input = new PassThrough();
  const output = new PassThrough();
  const interrupt = new AbortController();
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  return { input, output, signal: interrupt.signal, interrupt, shown: () => shown.join('') };
}

const ENDED = 'The questions were not all answered.';

describe('a question', () => {
  it('is shown, and so is what is typed', async () => {
    const talk = conversation();
    const answer = askOn(talk, 'Name: ', false);
    talk.input.write('abc\n');
    expect(await answer).toBe('abc');
    expect(talk.shown()).toContain('Name: ');
    expect(talk.shown()).toContain('abc');
  });

  it('with a hidden answer is shown, and what is typed is not', async () => {
    const talk = conversation();
    const answer = askOn(talk, 'Secret: ', true);
    talk.input.write('abcd\u007f\n');
    expect(await answer).toBe('abc');
    expect(talk.shown()).toBe('Secret: \n');
  });

  it('can follow another', async () => {
    const talk = conversation();
    const first = askOn(talk, '1: ', true);
    talk.input.write('a\n');
    expect(await first).toBe('a');
    const second = askOn(talk, '2: ', false);
    talk.input.write('b\n');
    expect(await second).toBe('b');
  });

  it.each([
    ['the input ends', (talk: ReturnType<typeof conversation>) => talk.input.end()],
    ['Ctrl+C is typed', (talk: ReturnType<typeof conversation>) => talk.input.write('\u0003')],
    ['Ctrl+D is typed', (talk: ReturnType<typeof conversation>) => talk.input.write('\u0004')],
    ['the run is interrupted', (talk: ReturnType<typeof conversation>) => talk.interrupt.abort()],
  ])('stays without answer when %s', async (_, end) => {
    const talk = conversation();
    const answer = askOn(talk, 'Secret: ', true);
    end(talk);
    await expect(answer).rejects.toThrow(ENDED);
  });
});
