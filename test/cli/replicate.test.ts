import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Results } from '../../src/reports/results.js';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { temporaryFolder } from '../run/run-dd.js';
import { readJson, startCommandLine } from './command-line.js';

async function sandbox(options: SandboxOptions = {}): Promise<string> {
  const started = await startSandbox({ token: 'the-token-to-get-in', records: 100, ...options });
  onTestFinished(() => started.close());
  return started.url;
}

const TOKEN = { RESO_TOKEN: 'the-token-to-get-in' };

/** The output without what differs from run to run. */
function steady(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, 'server')
    .replaceAll(/\d+\.\d+ s\b/g, '0.0 s')
    .replaceAll(/in \d+ ms/g, 'in 0 ms');
}

describe('replicate', () => {
  it('says what is available, how it came, and nothing else on standard output', async () => {
    const url = await sandbox({ faults: ['null-timestamp', 'count-too-low=2'] });
    const words = [
      'replicate',
      '--url',
      url,
      '--delay',
      '0',
      '--no-expand',
      '--resource',
      'Member',
      'Office',
    ];
    const { status, stdout, stderr } = await startCommandLine(temporaryFolder(), TOKEN, ...words);
    expect(steady(stdout)).toMatchInlineSnapshot(`
      "Sampled
        Member  13 of 6 records, 6 pages of 0.02 MB in 0 ms, 61 fields available
        Office  2 of 2 records, 6 pages of 0.00 MB in 0 ms, 40 fields available

      reso-certify 0.1.0  Data Dictionary 2.0, certification profile
      http://server

      Warnings
        sampling/no-timestamp  reso-certify explain sampling/no-timestamp
          Member.ModificationTimestamp
            1 of 13 records have no ModificationTimestamp, or one that is no timestamp: they were counted, but replication by timestamps misses them. Fill it for every record.

      Steps                       passed  failed  not evaluated  not applicable
        metadata    out of scope
        lookups     out of scope
        scenarios   out of scope
        variations  out of scope
        sampling    passed            48       0              0               0
        validation  out of scope

      Out of scope
        step metadata: not chosen by --steps
        step lookups: not chosen by --steps
        step scenarios: not chosen by --steps
        step variations: not chosen by --steps
        sampling of Lookup: it is metadata, and scored as such
        step validation: not chosen by --steps

      Time  start-up 0.0 s, load dictionary 0.0 s, open input 0.0 s, step metadata 0.0 s, step sampling 0.0 s, whole run 0.0 s

      PASSED  0 errors, 1 warning, 0 infos

      Results: results
      "
    `);
    expect(steady(stderr)).toMatchInlineSnapshot(`
      "metadata: out of scope in 0.0 s
      Member TimestampDesc: the count changed from 6 to 13 while paging, which is allowed for.
      Member NextLink: the count changed from 6 to 13 while paging, which is allowed for.
      Member NextLinkWithFilter: the count changed from 2 to 9 while paging, which is allowed for.
      sampling: passed in 0.0 s
      "
    `);
    expect(status).toBe(0);
  });

  it('writes its results as JSON, where that is asked for', async () => {
    const url = await sandbox();
    const words = [
      'replicate',
      '--url',
      url,
      '--delay',
      '0',
      '--resource',
      'Office',
      '--format',
      'json',
      '--quiet',
    ];
    const { status, stdout, stderr } = await startCommandLine(temporaryFolder(), TOKEN, ...words);
    const results = JSON.parse(stdout) as Results;
    expect(results.steps.map(({ name, status: ended }) => [name, ended])).toContainEqual([
      'sampling',
      'passed',
    ]);
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each([
    ['replicate', ['--no-expand', '--strategy', 'TimestampDesc'], 'TimestampDesc: The run was interrupted'],
    ['dd', ['--steps', 'scenarios,sampling'], 'The run was interrupted'],
  ])('and %s stop at Ctrl-C, say how to go on, and go on', async (command, options, said) => {
    const url = await sandbox();
    const folder = temporaryFolder();
    const words = [command, '--url', url, '--resource', 'Office', ...options];
    const started = startCommandLine(folder, TOKEN, ...words, '--delay', '300');
    const journal = join(folder, 'results/checkpoint/sampling.journal');
    while (!existsSync(journal) || readFileSync(journal).length < 2000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    started.interrupt();
    const stopped = await started;
    expect(stopped.stdout).toContain(
      'The run was interrupted. Run the same command with --resume to go on with the sampling.',
    );
    expect(stopped.stdout).toContain(said);
    expect(stopped.status).toBe(2);
    const resumed = await startCommandLine(folder, TOKEN, ...words, '--delay', '0', '--resume');
    expect(resumed.stderr).toMatch(/Sampling goes on with the run of \S+: \d+ pages are there\./);
    expect(resumed.status).toBe(0);
  });

  it('stops when the token is refused in the middle, after checkpoint and results are written', async () => {
    const url = await sandbox({ faults: ['token-expires=1/12'] });
    const folder = temporaryFolder();
    const words = ['replicate', '--url', url, '--delay', '0', '--resource', 'Member', '--no-expand'];
    const { status, stdout } = await startCommandLine(folder, TOKEN, ...words, '--page-size', '2');
    const results = readJson(join(folder, 'results/results.json')) as Results;
    expect(results.runError?.kind).toBe('authentication');
    expect(results.findings).toEqual([]);
    expect(stdout).toMatch(/The server answered 401 to the bearer token.*--resume/);
    expect(readdirSync(join(folder, 'results'))).toEqual(
      expect.arrayContaining([
        'checkpoint',
        'data-availability-report.json',
        'data-availability-responses.json',
      ]),
    );
    expect(status).toBe(2);
  });

  it.each([
    [['--strategy', 'NextLinks'], /Did you mean "NextLink"/],
    [['--filter', 'A eq 1'], /--filter is for one resource/],
    [['--limit', '0'], /whole number from 1/],
  ])('refuses %j before it asks anything', async (words, message) => {
    const { status, stdout, stderr } = await startCommandLine(
      temporaryFolder(),
      TOKEN,
      ...['replicate', '--url', 'http://127.0.0.1:9', ...words],
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('a batch that samples', () => {
  it('keeps recipients apart, their records and checkpoints too', async () => {
    const [good, bad] = [await sandbox(), await sandbox({ faults: ['forbidden'] })];
    const folder = temporaryFolder();
    const entry = (serviceRootUri: string, recipientUoi: string) => ({
      serviceRootUri,
      recipientUoi,
      providerUsi: '1',
      token: 'the-token-to-get-in',
    });
    const configs = [entry(good, 'M1'), entry(bad, 'M2')];
    writeFileSync(join(folder, 'batch.json'), JSON.stringify({ providerUoi: 'T1', configs }));
    const words = [
      'replicate',
      '--config',
      'batch.json',
      '--delay',
      '0',
      '--resource',
      'Member',
      'Office',
      '--no-expand',
    ];
    const { status, stderr } = await startCommandLine(
      folder,
      {},
      ...words,
      '--save-records',
      'records',
      '--parallel',
      '1',
    );
    const resultsOf = (uoi: string) =>
      readJson(join(folder, `results/data-dictionary-2.0/T1-1/${uoi}/current/results.json`)) as Results;
    expect(resultsOf('M1').verdict).toBe('passed');
    expect(resultsOf('M2').verdict).toBe('failed');
    expect(readdirSync(join(folder, 'records/data-dictionary-2.0/T1-1'))).toEqual(['M1', 'M2']);
    expect(resultsOf('M2').findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['sampling/http-error', { resource: 'Office' }],
    ]);
    expect(stderr).toMatch(/^M2: sampling: failed in/m);
    expect(status).toBe(1);
  });

  it('writes the results of those under way when Ctrl-C reaches them all, as in a terminal', async () => {
    const servers = [await sandbox(), await sandbox({ seed: 2 })];
    const folder = temporaryFolder();
    const configs = servers.map((serviceRootUri, at) => ({
      serviceRootUri: serviceRootUri.replace('127.0.0.1', at === 0 ? '127.0.0.1' : 'localhost'),
      recipientUoi: `M${at}`,
      providerUsi: '1',
      token: 'the-token-to-get-in',
    }));
    writeFileSync(join(folder, 'batch.json'), JSON.stringify({ providerUoi: 'T1', configs }));
    const bin = resolve(import.meta.dirname, '../../bin/reso-certify.js');
    const words = ['replicate', '--config', 'batch.json', '--delay', '300', '--resource', 'Office'];
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, detached: true, stdio: 'ignore' });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    const of = (at: number, name: string) =>
      join(folder, `results/data-dictionary-2.0/T1-1/M${at}/current`, name);
    const journals = [0, 1].map((at) => of(at, 'checkpoint/sampling.journal'));
    while (!journals.every((path) => existsSync(path) && readFileSync(path).length > 2500)) {
      await new Promise((passed) => setTimeout(passed, 20));
    }
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await ended).toBe(2);
    const kinds = [0, 1].map((at) => (readJson(of(at, 'results.json')) as Results).runError?.kind);
    expect(kinds).toEqual(['interrupted', 'interrupted']);
  });
});
