import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveProgress } from '../../src/cli/live-progress.js';
import { PlainProgress } from '../../src/cli/plain-progress.js';
import { sampledLine } from '../../src/cli/sampled-line.js';
import type { RunEvent, SampledSequence } from '../../src/core/events.js';
import { fakeTerminal } from './fake-terminal.js';

const SEQUENCE: SampledSequence = {
  resource: 'Property',
  strategy: 'NextLink',
  records: 12_000,
  recordsBefore: 0,
  expected: 100_000,
  pages: 12,
  bytes: 132_000_000,
  responseMs: 6000,
  elapsedMs: 12_000,
  errors: 1,
  hasEnded: false,
};

const sampled = (sequence: Partial<SampledSequence> = {}): RunEvent => ({
  type: 'sampled',
  sequence: { ...SEQUENCE, ...sequence },
  of: { sequences: 9, ended: 2 },
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a sequence in one line', () => {
  it.each<[Partial<SampledSequence>, string]>([
    [
      {},
      'Property NextLink  12,000 of 100,000 records, 1,000 records/s, 22.0 MB/s, 500 ms a page, 1 error, 1:28 left',
    ],
    [
      { records: 52_000, recordsBefore: 40_000 },
      'Property NextLink  52,000 of 100,000 records, 1,000 records/s, 22.0 MB/s, 500 ms a page, 1 error, 0:48 left',
    ],
    [
      { expansion: 'Media', hasEnded: true, errors: 0, elapsedMs: 3_725_000 },
      'Property.Media NextLink  12,000 of 100,000 records, 3 records/s, 22.0 MB/s, 500 ms a page, 0 errors, done in 1:02:05',
    ],
    [
      { records: 0, pages: 0, bytes: 0, responseMs: 0, elapsedMs: 0 },
      'Property NextLink  0 of 100,000 records, 1 error',
    ],
    [{ resource: 'A\u001b[31m' }, expect.stringMatching(/^A\\u\{1b\}\[31m NextLink/) as unknown as string],
  ])('%j', (sequence, line) => {
    expect(sampledLine({ ...SEQUENCE, ...sequence })).toEqual(line);
  });

  it.each([
    [
      107,
      'Property NextLink  12,000 of 100,000 records, 1,000 records/s, 22.0 MB/s, 500 ms a page, 1 error, 1:28 left',
    ],
    [106, 'Property NextLink  12,000 of 100,000 records, 1,000 records/s, 500 ms a page, 1 error, 1:28 left'],
    [90, 'Property NextLink  12,000 of 100,000 records, 1,000 records/s, 1 error, 1:28 left'],
    [79, 'Property NextLink  12,000 of 100,000 records, 1 error, 1:28 left'],
    [20, 'Property NextLink  12,000 of 100,000 records, 1 error, 1:28 left'],
  ])('of %d characters has as many of the rates as fit', (width, line) => {
    expect(sampledLine(SEQUENCE, width)).toBe(line);
  });

  it('keeps errors, and lets go that there are none', () => {
    const ended = { ...SEQUENCE, hasEnded: true };
    expect(sampledLine(ended, 40)).toBe(
      'Property NextLink  12,000 of 100,000 records, 1 error, done in 0:12',
    );
    expect(sampledLine({ ...ended, errors: 0 }, 40)).toBe(
      'Property NextLink  12,000 of 100,000 records, done in 0:12',
    );
  });
});

describe('without a terminal', () => {
  it('there is a line every ten seconds', () => {
    const lines: string[] = [];
    const progress = new PlainProgress((text) => lines.push(text));
    progress.hear(sampled({ records: 1000 }));
    for (let second = 1; second <= 25; second++) {
      vi.advanceTimersByTime(1000);
      progress.hear(sampled({ records: 1000 * second }));
    }
    expect(lines.map((line) => line.slice(0, 60))).toEqual([
      'sampling: 2 of 9 sequences done; Property NextLink  9,000 of',
      'sampling: 2 of 9 sequences done; Property NextLink  19,000 o',
    ]);
    progress.hear({ type: 'step finished', step: 'sampling', status: 'passed', durationMs: 25_000 });
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(3);
  });

  it('waits and notices are told at once', () => {
    const lines: string[] = [];
    const progress = new PlainProgress((text) => lines.push(text));
    progress.hear({ type: 'waiting', reason: 'http://x answered 429', waitMs: 2000 });
    progress.hear({ type: 'notice', message: 'a notice' });
    expect(lines).toEqual(['waiting 2 s: http://x answered 429\n', 'a notice\n']);
  });
});

describe('on a terminal', () => {
  /** What stands on a screen after all that was written to it: only moves up and clearing below are known. */
  function screen(written: string): readonly string[] {
    const lines: string[] = [''];
    for (const part of written.replaceAll('\u001b[', '<').split(/(<\d+A\r|<J|\n)/)) {
      const [, up] = /^<(\d+)A\r$/.exec(part) ?? [];
      if (up !== undefined) lines.splice(lines.length - 1 - Number(up), Number(up));
      else if (part === '\n') lines.push('');
      else if (part !== '<J') lines[lines.length - 1] += part;
    }
    return lines.slice(0, -1);
  }

  function live() {
    const terminal = fakeTerminal([]);
    let time = 0;
    const progress = new LiveProgress(terminal, () => {
      time += 1000;
      return time;
    });
    return { progress, lines: () => screen(terminal.said.err).map((line) => line.slice(0, 45).trim()) };
  }

  it('there is a line for each sequence under way, and one for each that is done', () => {
    const { progress, lines } = live();
    progress.hear({ type: 'step started', step: 'sampling' });
    expect(lines()).toEqual(['sampling …']);
    progress.hear(sampled());
    progress.hear(sampled({ strategy: 'TimestampDesc', records: 500 }));
    progress.hear(sampled({ records: 13_000 }));
    expect(lines()).toEqual([
      'Property NextLink  13,000 of 100,000 records,',
      'Property TimestampDesc  500 of 100,000 record',
      'sampling: 2 of 9 sequences done',
    ]);
    progress.hear(sampled({ records: 100_000, hasEnded: true }));
    expect(lines()).toEqual([
      'Property NextLink  100,000 of 100,000 records',
      'Property TimestampDesc  500 of 100,000 record',
      'sampling: 2 of 9 sequences done',
    ]);
    progress.hear({ type: 'step finished', step: 'sampling', status: 'passed', durationMs: 1 });
    expect(lines()).toEqual(['Property NextLink  100,000 of 100,000 records']);
  });

  it('a wait is counted down', () => {
    const { progress, lines } = live();
    progress.hear({ type: 'waiting', reason: 'patience', waitMs: 2000 });
    expect(lines()).toEqual(['waiting 2 s: patience']);
    vi.advanceTimersByTime(1000);
    expect(lines()).toEqual(['waiting 1 s: patience']);
    vi.advanceTimersByTime(5000);
    expect(lines()).toEqual([]);
  });

  it('lines are cut to the width of the terminal', () => {
    const terminal = fakeTerminal([]);
    const progress = new LiveProgress(terminal, () => 1000);
    progress.hear(sampled({ resource: 'R'.repeat(500) }));
    expect(Math.max(...screen(terminal.said.err).map((line) => line.length))).toBeLessThan(100);
  });
});
