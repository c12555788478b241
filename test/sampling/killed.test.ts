import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import { temporaryFolder } from '../run/run-dd.js';
import { sandbox } from './sample.js';

const BIN = resolve(import.meta.dirname, '../../bin/reso-certify.js');
/** A few kills belong to each test run, fifty to `npm run test:long`. */
const KILLS = process.env['LONG'] === undefined ? 4 : 50;
const SEED = Number(process.env['KILL_SEED'] ?? 4711);
const DATA = {
  records: 400,
  pageSize: 25,
  faults: ['null-timestamp', 'duplicate-key=all'],
};

/** Runs the real command line; a kill after so many milliseconds is SIGKILL. Returns how it ended. */
function replicate(
  url: string,
  out: string,
  concurrency: number,
  killAfterMs?: number,
): Promise<number | null> {
  const words = ['replicate', '--url', url, '--out', out, '--resume', '--quiet', '--page-size', '10'];
  const child = spawn(
    process.execPath,
    [
      BIN,
      ...words,
      '--delay',
      '8',
      '--concurrency',
      String(concurrency),
      '--resource',
      'Member',
      'OpenHouse',
      'Office',
    ],
    { env: { PATH: process.env['PATH'], RESO_TOKEN: 'any' }, stdio: 'ignore' },
  );
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  return new Promise((ended) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      ended(code);
    });
  });
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a run says in the end, without times and the port of its server. */
function saidBy(out: string) {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(join(out, name), 'utf8').replaceAll(/127\.0\.0\.1:\d+/g, 'server'),
      (key, value) => (/TimeMs$|Time$|^generatedOn$|^wireBytes$/.test(key) ? 0 : value),
    );
  const { checks, findings, verdict } = read('results.json') as Results;
  return {
    verdict,
    checks,
    findings,
    availability: read('data-availability-report.json'),
    responses: read('data-availability-responses.json'),
  };
}

const TIME = { timeout: 20_000 + KILLS * 3000 };

describe(`a run that is killed ${KILLS} times at random moments (seed ${SEED})`, () => {
  it.each([1, 4])('says what one says that never was, %i requests at a time', TIME, async (concurrency) => {
    const [folder, chance] = [temporaryFolder(), chances(SEED)];
    const undisturbed = await sandbox(DATA);
    expect(await replicate(undisturbed.url, join(folder, 'whole'), concurrency)).toBe(0);
    const server = await sandbox(DATA);
    let kills = 0;
    while (kills < KILLS) {
      // Half a second goes by before the first request.
      const code = await replicate(server.url, join(folder, 'killed'), concurrency, 250 + chance() * 700);
      if (code !== null) break;
      kills += 1;
    }
    expect(await replicate(server.url, join(folder, 'killed'), concurrency)).toBe(0);
    expect(kills).toBe(KILLS);
    expect(saidBy(join(folder, 'killed'))).toEqual(saidBy(join(folder, 'whole')));
    const pages = (requests: typeof server.requests) =>
      requests.filter(({ path }) => /^\/[A-Z]/.test(path)).length;
    const fetchedTwice = pages(server.requests) - pages(undisturbed.requests);
    expect(fetchedTwice).toBeLessThanOrEqual(kills * concurrency);
  });
});
