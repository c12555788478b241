import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import { runDd } from '../../src/run/dd.js';
import { replayJob } from '../../src/run/recording-manifest.js';
import { temporaryFolder, testTime } from '../run/run-dd.js';
import { type SampleOptions, sample, sandbox } from './sample.js';
import { servePages } from './serve-pages.js';

const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret-of-the-client' };
const OPTIONS: SampleOptions = {
  sampling: { resources: ['Member', 'OpenHouse'] },
  manners: { record: true, pageSize: 15 },
};

/** Samples a faulty sandbox, with credentials that can be renewed, and records it. */
async function recorded(options: SampleOptions = OPTIONS) {
  const faults = ['server-error=1/7', 'token-expires=1/15', 'foreign-next-link=1/9', 'count-too-high=1/4'];
  const server = await sandbox({ records: 200, pageSize: 20, ...CLIENT, faults });
  return await sample(server.url, {
    ...options,
    authentication: { kind: 'client credentials', ...CLIENT, tokenUri: `${server.url}/oauth2/token` },
  });
}

async function replay(folder: string, version?: string): Promise<Results> {
  const out = join(temporaryFolder(), 'replayed');
  return await runDd(replayJob({ folder, version, profile: 'certification', strict: true, out }), {
    tool: { name: 'reso-certify', version: '0.0.0' },
    time: {
      ...testTime,
      now: () => new Date('2031-01-01T00:00:00Z'),
      sleep: () => Promise.reject(new Error('a wait')),
    },
    onEvent: () => undefined,
    signal: new AbortController().signal,
    variables: {},
  });
}

describe('a recorded run', () => {
  it('is replayed without its server, years later and without a wait, with the same results', async () => {
    const { results, out } = await recorded();
    expect(results.findings.length).toBeGreaterThan(2);
    const again = await replay(out);
    expect(again.checks).toEqual(results.checks);
    expect(again.findings).toEqual(results.findings);
  });

  it('asks for the same under another version of the dictionary', async () => {
    const { results, out } = await recorded();
    const again = await replay(out, '1.7');
    expect(again.dictionary.version).toBe('1.7');
    expect(again.findings).toEqual(results.findings);
  });

  it('is replayed where all that tells its next links apart was taken out of them', async () => {
    const url = await servePages(({ searchParams }) => {
      const page = Number(searchParams.get('token') ?? 0);
      const isCount = searchParams.has('$count');
      return {
        body: {
          ...(isCount ? { '@odata.count': 4 } : {}),
          value: isCount ? [] : [{ ListingKey: `K${page}` }],
          ...(isCount || page === 3 ? {} : { '@odata.nextLink': `Property?token=${page + 1}` }),
        },
      };
    });
    const { results, out } = await sample(url, { manners: { record: true } });
    expect(results.verdict).toBe('passed');
    const again = await replay(out);
    expect([again.runError, again.checks]).toEqual([undefined, results.checks]);
  });

  it('of many requests side by side is replayed one by one', async () => {
    const { results, out } = await recorded({ ...OPTIONS, manners: { ...OPTIONS.manners, concurrency: 6 } });
    expect((await replay(out)).findings).toEqual(results.findings);
  });

  it('that was interrupted and gone on with is one recording', async () => {
    const server = await sandbox({ records: 200, faults: ['count-too-high'] });
    const out = join(temporaryFolder(), 'r');
    const stop = new AbortController();
    let left = 7;
    const manners = { ...OPTIONS.manners, resume: true };
    await sample(server.url, {
      ...OPTIONS,
      manners,
      job: { out },
      signal: stop.signal,
      onEvent: ({ type }) => (type === 'sampled' && --left === 0 ? stop.abort() : undefined),
    });
    writeFileSync(join(out, 'recording/index.ndjson'), '{"url":"half a li', { flag: 'a' });
    const { results } = await sample(server.url, { ...OPTIONS, manners, job: { out } });
    const again = await replay(out);
    expect([again.findings, again.checks]).toEqual([results.findings, results.checks]);
  });

  it('ends where it was stopped, and what comes after is not evaluated', async () => {
    const server = await sandbox({ records: 200 });
    const stop = new AbortController();
    const { out } = await sample(server.url, {
      ...OPTIONS,
      signal: stop.signal,
      onEvent: ({ type }) => (type === 'sampled' ? stop.abort() : undefined),
    });
    const again = await replay(out);
    expect(again.runError).toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining('The recording holds no answer to GET'),
    });
    expect([again.verdict, again.findings]).toEqual(['incomplete', []]);
  });

  it('is for the eyes of its owner, and said to be kept before it is', async () => {
    const { out, events } = await recorded();
    const folder = join(out, 'recording');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(events[0]).toEqual({ type: 'notice', message: expect.stringContaining(folder) });
  });

  it('holds no secret, nor anything of a token endpoint', async () => {
    const { out } = await recorded();
    const folder = join(out, 'recording');
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)))
      .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
      .join('\n');
    expect(text.includes('ListingKey')).toBe(true);
    for (const secret of [CLIENT.clientSecret, 'sandbox-1-', 'Bearer sandbox', 'oauth2/token']) {
      expect(text.includes(secret)).toBe(false);
    }
  });

  it('is needed to replay one', () => {
    const wishes = { profile: 'certification', strict: true } as const;
    expect(() => replayJob({ folder: temporaryFolder(), ...wishes })).toThrow(/There is no recording/);
  });

  it('is not overwritten by its replay', async () => {
    const { out } = await recorded();
    const wishes = { profile: 'certification', strict: true, out: `${out}/../results` } as const;
    expect(() => replayJob({ folder: out, ...wishes })).toThrow(/take the place of the recorded run/);
  });
});
