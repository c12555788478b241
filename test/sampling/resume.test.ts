import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import { temporaryFolder } from '../run/run-dd.js';
import { type Sampled, type SampleOptions, sample, sandbox } from './sample.js';

const JOURNAL = 'checkpoint/sampling.journal';
const OPTIONS: SampleOptions = {
  sampling: { resources: ['Member', 'Office', 'OpenHouse'], limit: 30 },
  manners: { pageSize: 7 },
};
const FAULTY = { records: 270, faults: ['null-timestamp', 'resource-error', 'duplicate-key=all'] };

/** What must be the same however a run came about: all but times and what hangs on them, and the port of the server. */
function substance(sampled: Sampled) {
  const { results, availability, responses } = JSON.parse(
    JSON.stringify(sampled).replaceAll(/127\.0\.0\.1:\d+/g, 'server'),
  ) as Sampled;
  const resources = availability.resources.map((figures) => withoutTimes(figures));
  return {
    verdict: results.verdict,
    checks: results.checks,
    findings: results.findings,
    availability: { ...availability, generatedOn: '', resources },
    responses: responses.responses.map(
      ({ startTime: _1, stopTime: _2, responseTimeMs: _3, wireBytes: _4, ...rest }) => rest,
    ),
  };
}

function withoutTimes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, member) => (/TimeMs$/.test(key) ? 0 : member));
}

/** Interrupts after so many pages. */
async function interrupted(url: string, out: string, pages: number, options = OPTIONS): Promise<Sampled> {
  const stop = new AbortController();
  let left = pages;
  return await sample(url, {
    ...options,
    manners: { ...options.manners, resume: true },
    job: { ...options.job, out },
    signal: stop.signal,
    onEvent: ({ type }) => {
      if (type === 'sampled' && --left === 0) stop.abort();
    },
  });
}

async function resumed(url: string, out: string, options = OPTIONS): Promise<Sampled> {
  return await sample(url, {
    ...options,
    manners: { ...options.manners, resume: true },
    job: { ...options.job, out },
  });
}

/** The requests for records that a server answered, the metadata's left out. */
function pagesOf({ requests }: Sandbox): readonly string[] {
  return requests
    .filter(({ path }) => /^\/\w+\?/.test(path) || /^\/[A-Z]\w+$/.test(path))
    .map(({ path }) => path);
}

describe('whatever the concurrency', () => {
  it.each([2, 8])('%i sequences side by side bring what one at a time brings', async (concurrency) => {
    const one = await sample((await sandbox(FAULTY)).url, OPTIONS);
    const many = await sample((await sandbox(FAULTY)).url, {
      ...OPTIONS,
      manners: { ...OPTIONS.manners, concurrency },
    });
    expect(substance(many)).toEqual(substance(one));
    expect(one.results.findings.length).toBeGreaterThan(5);
  });
});

describe('a run that is interrupted', () => {
  it('stops at a page border, says how to go on and what it did not see, and ends 2', async () => {
    const { url } = await sandbox({ records: 270 });
    const { results, availability } = await interrupted(url, join(temporaryFolder(), 'r'), 3);
    expect([results.verdict, results.exitCode, results.runError?.kind]).toEqual([
      'incomplete',
      2,
      'interrupted',
    ]);
    expect(results.runError?.message).toContain('--resume');
    expect(availability.incomplete?.[0]).toMatch(/^Member TimestampDesc: The run was interrupted/);
    expect(availability.resources[0]).toMatchObject({ numRecordsFetched: 21, numSamples: 3 });
    const passed = results.checks.filter(({ verdict }) => verdict !== 'not evaluated');
    expect(passed.map(({ rule, subject }) => [rule, subject])).toEqual(
      ['http-error', 'invalid-response', 'empty-resource'].map((rule) => [
        `sampling/${rule}`,
        { resource: 'Member' },
      ]),
    );
  });

  it('ends 1 if errors were found before', async () => {
    const { url } = await sandbox({ records: 270, faults: ['no-odata-version'] });
    const { results } = await interrupted(url, join(temporaryFolder(), 'r'), 3);
    expect([results.verdict, results.exitCode, results.runError?.kind]).toEqual(['failed', 1, 'interrupted']);
  });

  it('ends as if it never was, when it is gone on with', async () => {
    const whole = await sample((await sandbox(FAULTY)).url, OPTIONS);
    const server = await sandbox(FAULTY);
    const out = join(temporaryFolder(), 'r');
    for (const pages of [1, 2, 5, 9, 17]) await interrupted(server.url, out, pages);
    const last = await resumed(server.url, out);
    expect(substance(last)).toEqual(substance(whole));
    expect(readdirSync(out)).not.toContain('archived');
    const undisturbed = await sandbox(FAULTY);
    await sample(undisturbed.url, OPTIONS);
    expect(pagesOf(server).length - pagesOf(undisturbed).length).toBeLessThanOrEqual(5);
  });

  it('keeps the exchanges that its findings name', async () => {
    const server = await sandbox(FAULTY);
    const out = join(temporaryFolder(), 'r');
    await interrupted(server.url, out, 60);
    await resumed(server.url, out);
    const { results } = await resumed(server.url, out);
    const har = JSON.parse(readFileSync(join(out, 'exchanges.har'), 'utf8')) as {
      log: { entries: readonly { readonly _exchange: string }[] };
    };
    const kept = new Set(har.log.entries.map(({ _exchange }) => _exchange));
    const named = results.findings.flatMap(({ exchange }) => exchange ?? []);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe('a run whose server dies', () => {
  it('is gone on with when the server is back, with nothing lost', async () => {
    const out = join(temporaryFolder(), 'r');
    const dying = await sandbox({ records: 270, faults: ['server-dies=1/20'] });
    const port = Number(new URL(dying.url).port);
    const first = await resumed(dying.url, out);
    expect(first.results.verdict).toBe('failed');
    const back = await sandbox({ records: 270, port });
    const last = await resumed(back.url, out);
    const whole = await sample((await sandbox({ records: 270 })).url, OPTIONS);
    expect(substance(last)).toEqual(substance(whole));
  });
});

describe('--resume', () => {
  it('without a checkpoint is a fresh start, and says so', async () => {
    const { url } = await sandbox({ records: 20 });
    const { results, events } = await resumed(url, join(temporaryFolder(), 'r'));
    expect(results.verdict).toBe('passed');
    expect(events).toContainEqual({
      type: 'notice',
      message: expect.stringMatching(
        /There is no checkpoint in .*sampling\.journal\. Sampling starts afresh\./,
      ),
    });
  });

  it('after the end samples nothing again, and says so', async () => {
    const server = await sandbox({ records: 20 });
    const out = join(temporaryFolder(), 'r');
    const first = await resumed(server.url, out);
    const before = pagesOf(server).length;
    const again = await resumed(server.url, out);
    expect(pagesOf(server)).toHaveLength(before);
    expect(substance(again)).toEqual(substance(first));
    expect(again.events).toContainEqual({
      type: 'notice',
      message: expect.stringContaining('had come to its end'),
    });
  });

  it('refuses to go on with a run that was asked for something else, and leaves it alone', async () => {
    const server = await sandbox({ records: 270 });
    const out = join(temporaryFolder(), 'r');
    await interrupted(server.url, out, 3);
    const journal = readFileSync(join(out, JOURNAL));
    const other = { ...OPTIONS, sampling: { ...OPTIONS.sampling, limit: 60 }, manners: { pageSize: 18 } };
    const { results } = await sample(server.url, {
      ...other,
      manners: { ...other.manners, resume: true },
      job: { out },
    });
    expect(results.runError).toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(/another --limit, --page-size/),
    });
    expect(readFileSync(join(out, JOURNAL))).toEqual(journal);
  });

  it('notices that the metadata has changed, and starts afresh', async () => {
    const out = join(temporaryFolder(), 'r');
    const before = await sandbox({ records: 270 });
    await interrupted(before.url, out, 5);
    const port = Number(new URL(before.url).port);
    await before.close();
    const after = await sandbox({ records: 270, port, faults: ['precise-timestamps'] });
    const { results, events } = await resumed(after.url, out);
    expect(results.verdict).toBe('passed');
    expect(events).toContainEqual({
      type: 'notice',
      message: 'The metadata has changed since the checkpoint was written. Sampling starts afresh.',
    });
  });

  it('goes on behind the last whole page of a checkpoint that broke off', async () => {
    const server = await sandbox({ records: 270 });
    const out = join(temporaryFolder(), 'r');
    await interrupted(server.url, out, 4);
    truncateSync(join(out, JOURNAL), statSync(join(out, JOURNAL)).size - 7);
    const last = await resumed(server.url, out);
    expect(substance(last)).toEqual(substance(await sample((await sandbox({ records: 270 })).url, OPTIONS)));
  });

  it('starts afresh where a checkpoint makes no sense', async () => {
    const server = await sandbox({ records: 20 });
    const out = join(temporaryFolder(), 'r');
    await interrupted(server.url, out, 2);
    writeFileSync(join(out, JOURNAL), 'nonsense');
    const { results, events } = await resumed(server.url, out);
    expect(results.verdict).toBe('passed');
    expect(events).toContainEqual({ type: 'notice', message: expect.stringContaining('starts afresh') });
  });

  it('left out archives what was there, the checkpoint too', async () => {
    const server = await sandbox({ records: 20 });
    const out = join(temporaryFolder(), 'r');
    await interrupted(server.url, out, 2);
    await sample(server.url, { ...OPTIONS, job: { out } });
    const [archive = ''] = readdirSync(join(out, 'archived'));
    expect(readdirSync(join(out, 'archived', archive))).toContain('checkpoint');
    expect(existsSync(join(out, JOURNAL))).toBe(true);
  });
});

describe('records that are saved', () => {
  const keysIn = (path: string) =>
    gunzipSync(readFileSync(path))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { ListingKey: string }).ListingKey);

  it('are each there once in the file of their sequence, also after an interrupt', async () => {
    const server = await sandbox({ records: 90 });
    const folder = temporaryFolder();
    const saveRecords = join(folder, 'records');
    const options: SampleOptions = {
      sampling: {
        resources: ['Property'],
        expand: ['Media'],
        strategies: ['TimestampDesc', 'NextLink'],
        saveRecords,
      },
      manners: { pageSize: 20 },
    };
    const out = join(folder, 'r');
    const { events } = await interrupted(server.url, out, 3, options);
    const [file = ''] = readdirSync(saveRecords);
    writeFileSync(join(saveRecords, file), 'what a killed run wrote behind its last checkpoint', {
      flag: 'a',
    });
    await resumed(server.url, out, options);
    const files = readdirSync(saveRecords);
    expect(files).toEqual([
      '001.Property.TimestampDesc.ndjson.gz',
      '002.Property.NextLink.ndjson.gz',
      '003.Property.Media.TimestampDesc.ndjson.gz',
      '004.Property.Media.NextLink.ndjson.gz',
    ]);
    for (const name of files) {
      const keys = keysIn(join(saveRecords, name));
      expect([keys.length, new Set(keys).size]).toEqual([90, 90]);
      expect(statSync(join(saveRecords, name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(saveRecords).mode & 0o777).toBe(0o700);
    const said = events.findIndex((event) => event.type === 'notice' && event.message.includes(saveRecords));
    const begun = events.findIndex(({ type }) => type === 'sampled');
    expect(said).toBeGreaterThanOrEqual(0);
    expect(said).toBeLessThan(begun);
  });

  it('are not mixed with those of an earlier run', async () => {
    const server = await sandbox({ records: 30 });
    const folder = temporaryFolder();
    const saveRecords = join(folder, 'records');
    const of = (...resources: string[]): SampleOptions => ({
      sampling: { resources, expand: [], strategies: ['NextLink'], saveRecords },
    });
    await sample(server.url, of('Property', 'Office'));
    writeFileSync(join(saveRecords, 'notes.txt'), 'a file of somebody');
    await sample(server.url, of('Office'));
    expect(readdirSync(saveRecords).sort()).toEqual([
      '001.Office.NextLink.ndjson.gz',
      'archived',
      'notes.txt',
    ]);
    const [archived = ''] = readdirSync(join(saveRecords, 'archived'));
    const earlier = join(saveRecords, 'archived', archived);
    expect(readdirSync(earlier)).toEqual([
      '001.Property.NextLink.ndjson.gz',
      '002.Office.NextLink.ndjson.gz',
    ]);
    expect(keysIn(join(earlier, '001.Property.NextLink.ndjson.gz'))).toHaveLength(30);
  });

  it('are nowhere else', async () => {
    const server = await sandbox({ records: 30 });
    const { out } = await sample(server.url, OPTIONS);
    const person = await fetch(`${server.url}/Property?$top=1`);
    const [record = {}] = ((await person.json()) as { value: readonly Record<string, unknown>[] }).value;
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(out, name)).isFile(),
    );
    for (const field of ['UnparsedAddress', 'ListAgentFullName', 'ListingId']) {
      const value = String(record[field]);
      expect(value.length).toBeGreaterThan(3);
      const holding = files.filter((name) => readFileSync(join(out, name)).includes(value));
      expect([field, holding]).toEqual([field, []]);
    }
  });
});
