import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DdJob, toDdJob } from '../../src/config/dd-job.js';
import { DEFAULT_SAMPLING } from '../../src/config/sampling-options.js';
import { Redactor } from '../../src/core/redaction.js';
import { type RollUpRow, rollUp } from '../../src/reports/roll-up.js';
import { batchExitCode, type RecipientEnd, runBatch, type ServerJob } from '../../src/run/batch.js';
import { recipientFolder } from '../../src/run/recipient-folder.js';
import { openResultFolder } from '../../src/run/result-folder.js';
import { temporaryFolder } from './run-dd.js';

const manners = {
  delayMs: 0,
  concurrency: 1,
  rateLimitWaitMs: 0,
  har: false,
  record: false,
  resume: false,
};
const options = { ddVersion: '2.0', profile: 'certification', strict: true, out: 'results' };

function jobOn(serviceRootUri: string): ServerJob {
  const recipient = { serviceRootUri, authentication: { kind: 'token', token: 't' } } as const;
  const input = {
    kind: 'server',
    recipient,
    manners,
    sampling: DEFAULT_SAMPLING,
    secrets: [],
    requests: [],
  } satisfies DdJob['input'];
  return { ...toDdJob(input, options), input };
}

function end(name: string, exitCode: number): RecipientEnd {
  const verdict = (['passed', 'failed', 'incomplete'] as const)[exitCode] ?? 'incomplete';
  return { name, folder: name, verdict, exitCode, errors: 0, warnings: 0, notEvaluated: 0 };
}

const AT_ONCE = () => Promise.resolve();

describe('a batch', () => {
  it('runs recipients of one origin one after the other, those of others side by side', async () => {
    const underWay = new Map<string, number>();
    const most = new Map<string, number>();
    let all = 0;
    let mostOfAll = 0;
    const jobs = ['a/1', 'a/2', 'b/1', 'c/1', 'a/3'].map((path) =>
      jobOn(`http://${path.replace('/', '.test/')}`),
    );
    const ends = await runBatch(
      jobs,
      2,
      async (job) => {
        const { origin, href } = new URL(job.input.recipient.serviceRootUri);
        underWay.set(origin, (underWay.get(origin) ?? 0) + 1);
        most.set(origin, Math.max(most.get(origin) ?? 0, underWay.get(origin) ?? 0));
        mostOfAll = Math.max(mostOfAll, ++all);
        await new Promise((resolve) => setImmediate(resolve));
        underWay.set(origin, (underWay.get(origin) ?? 0) - 1);
        all -= 1;
        return end(href, 0);
      },
      AT_ONCE,
    );
    expect([...most.values()]).toEqual([1, 1, 1]);
    expect(mostOfAll).toBe(2);
    expect(ends.map(({ name }) => name)).toEqual(jobs.map((job) => job.input.recipient.serviceRootUri));
  });

  it('lets others talk to their servers while one only computes', async () => {
    const talked: string[] = [];
    let allHaveTalked: () => void = () => undefined;
    const computing = new Promise<void>((resolve) => {
      allHaveTalked = resolve;
    });
    const jobs = ['a', 'b'].map((host) => jobOn(`http://${host}.test/`));
    await runBatch(
      jobs,
      1,
      async (job, network) => {
        talked.push(job.input.recipient.serviceRootUri);
        network.leave();
        if (talked.length === jobs.length) allHaveTalked();
        // With places kept until the end, the second would never come and this would never pass.
        await computing;
        return end('x', 0);
      },
      AT_ONCE,
    );
    expect(talked).toHaveLength(2);
  });

  it('lets those who talk again wait for a place', async () => {
    const jobs = ['a', 'b', 'c'].map((host) => jobOn(`http://${host}.test/`));
    let talking = 0;
    let most = 0;
    const talk = async () => {
      most = Math.max(most, ++talking);
      await new Promise((resolve) => setTimeout(resolve, 5));
      talking -= 1;
    };
    const ends = await runBatch(
      jobs,
      1,
      async (_job, network) => {
        await talk();
        network.leave();
        await network.enter();
        await talk();
        return end('x', 0);
      },
      AT_ONCE,
    );
    expect([ends.length, most]).toEqual([3, 1]);
  });

  it('pauses between recipients of one origin as between requests', async () => {
    const happened: string[] = [];
    const delayed = (uri: string): ServerJob => {
      const job = jobOn(uri);
      return { ...job, input: { ...job.input, manners: { ...manners, delayMs: 700 } } };
    };
    const assess = ({ input }: ServerJob) => {
      happened.push(input.recipient.serviceRootUri);
      return Promise.resolve(end('x', 0));
    };
    const pause = (ms: number) => {
      happened.push(`${ms} ms`);
      return Promise.resolve();
    };
    await runBatch(['http://a.test/1', 'http://a.test/2'].map(delayed), 2, assess, pause);
    expect(happened).toEqual(['http://a.test/1', '700 ms', 'http://a.test/2']);
  });

  it.each([
    [0, [0, 0]],
    [1, [0, 2, 1]],
    [2, [0, 2]],
    [2, []],
  ])('ends with %i when its recipients end with %j', (code, codes) => {
    expect(batchExitCode(codes.map((exitCode) => ({ exitCode })))).toBe(code);
  });

  it('ends with a table that says what stopped whom', () => {
    const plain = (text: string) => text;
    const paint = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };
    const rows: RollUpRow[] = [
      { name: 'North MLS', folder: 'n', verdict: 'passed', errors: 0, warnings: 2, notEvaluated: 0 },
      {
        name: 'South\u001b MLS',
        folder: 's',
        verdict: 'incomplete',
        errors: 0,
        warnings: 0,
        notEvaluated: 12,
        runError: { kind: 'unreachable', message: 'nobody answers' },
      },
    ];
    expect(rollUp(rows, paint)).toMatchInlineSnapshot(`
      "Recipient        Verdict       errors  warnings      open  Results
      North MLS        passed             0         2         0  n
      South\\u{1b} MLS  incomplete         0         0        12  s
                       unreachable: nobody answers

      2 recipients: 1 passed, 0 failed, 1 incomplete
      "
    `);
  });
});

describe('the folder of a recipient', () => {
  const uois = { providerUoi: 'T00000001', providerUsi: '12', recipientUoi: 'M00000002' };
  const recipient = {
    serviceRootUri: 'http://a.test',
    authentication: { kind: 'token', token: 't' },
  } as const;

  it.each([
    [{ ...recipient, ...uois }, 1, 'results/data-dictionary-2.0/T00000001-12/M00000002/current'],
    [{ ...recipient, ...uois }, 3, 'results/data-dictionary-2.0/T00000001-12/M00000002/current'],
    [recipient, 1, 'results'],
    [recipient, 3, 'results/data-dictionary-2.0/recipient-2/current'],
  ])('%o of %i', (of, many, folder) => {
    expect(recipientFolder('results', '2.0', of, { index: many === 1 ? 0 : 1, of: many })).toBe(folder);
  });

  it('moves whole into the archive beside it', async () => {
    const folder = temporaryFolder();
    const current = join(folder, 'current');
    mkdirSync(current);
    writeFileSync(join(current, 'anything.txt'), 'of the last run');
    await openResultFolder(current, new Date('2026-01-02T03:04:05.678Z'), new Redactor());
    expect(readdirSync(current)).toEqual([]);
    expect(readdirSync(join(folder, 'archived/2026-01-02T03-04-05.678Z'))).toEqual(['anything.txt']);
  });
});
