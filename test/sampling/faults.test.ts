import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../src/sandbox/faults/registry.js';
import { brief, type Sampled, sample, sandbox } from './sample.js';

const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret-of-the-client' };
const ALL = ['TimestampDesc', 'NextLink', 'NextLinkWithFilter'];
const LINKS = ['NextLink', 'NextLinkWithFilter'];

/** The same finding for each of these strategies. */
function each(rule: string, resource: string, strategies: readonly string[]): readonly string[] {
  return strategies.map((strategy) => `sampling/${rule} ${resource} ${strategy}`);
}

/** Property and Office of a sandbox with a fault, by the strategies of version 2.0 or by others. */
async function sampleWith(fault: string, strategies: readonly string[] = []): Promise<Sampled> {
  const { needs } = FAULTS.get(fault.split('=')[0] ?? '') ?? {};
  const server = await sandbox({
    records: 60,
    pageSize: 100,
    faults: [fault],
    ...(needs === undefined ? {} : CLIENT),
  });
  return await sample(server.url, {
    sampling: {
      resources: ['Property', 'Office'],
      expand: 'none',
      strategies: strategies as readonly 'NextLink'[],
    },
    manners: { pageSize: 15 },
    ...(needs === undefined
      ? {}
      : {
          authentication: { kind: 'client credentials', ...CLIENT, tokenUri: `${server.url}/oauth2/token` },
        }),
  });
}

/** What each fault ends in. An empty list: all is recovered, or allowed. */
const ENDS: readonly (readonly [fault: string, verdict: string, findings: readonly string[]])[] = [
  ['too-many-requests=1/3', 'passed', []],
  ['too-many-requests-date=1/3', 'passed', []],
  ['too-many-requests-bare', 'passed', []],
  ['unavailable=1/3', 'passed', []],
  ['server-error=1/2', 'passed', []],
  ['bad-gateway=1/2', 'passed', []],
  ['reset=1/2', 'passed', []],
  ['truncated-body=1/2', 'passed', []],
  ['cut-body=1/2', 'passed', []],
  ['html-page=1/2', 'passed', []],
  ['redirect', 'passed', []],
  ['redirect-loop=1/20', 'passed', []],
  ['token-expires=1/4', 'passed', []],
  ['token-endpoint-refuses-basic', 'passed', []],
  ['token-without-expiry', 'passed', []],
  ['short-pages', 'passed', []],
  ['empty-pages', 'passed', []],
  ['relative-next-link', 'passed', []],
  ['null-key', 'passed', []],
  ['shared-timestamp', 'passed', []],
  ['precise-timestamps', 'passed', []],
  ['offset-timestamps', 'passed', []],
  ['unstable-ties', 'passed', []],
  ['records-change', 'passed', []],
  ['numbers-as-texts', 'passed', []],
  ['null-timestamp', 'passed', ['sampling/no-timestamp Property.ModificationTimestamp']],
  ['forbidden', 'failed', ['sampling/http-error Office']],
  ['unparsable-page', 'failed', each('invalid-response', 'Property', ALL)],
  [
    'wrong-content-type',
    'failed',
    [...each('invalid-response', 'Property', ALL), ...each('invalid-response', 'Office', ALL)],
  ],
  [
    'no-odata-version',
    'failed',
    [...each('invalid-response', 'Property', ALL), ...each('invalid-response', 'Office', ALL)],
  ],
  [
    'count-too-high',
    'failed',
    [...each('incomplete', 'Property', ALL), ...each('incomplete', 'Office', ALL)],
  ],
  [
    'count-too-low',
    'passed',
    [...each('count-too-low', 'Property', ALL), ...each('count-too-low', 'Office', ALL)],
  ],
  ['count-missing', 'incomplete', []],
  ['next-link-loop=all', 'failed', each('next-link-loop', 'Property', LINKS)],
  [
    'next-link-treadmill',
    'failed',
    [...each('next-link-loop', 'Property', LINKS), ...each('next-link-loop', 'Office', LINKS)],
  ],
  ['foreign-next-link=all', 'failed', each('foreign-next-link', 'Property', LINKS)],
  ['page-too-large', 'failed', each('page-too-large', 'Property', ['TimestampDesc'])],
  [
    'duplicate-key=all',
    'passed',
    [
      ...each('duplicate-key', 'Property', ALL),
      ...each('duplicate-key', 'Office', ['TimestampDesc', 'NextLink']),
    ],
  ],
];

describe('every fault ends in recovery or in a finding', () => {
  it.each(ENDS)('%s: %s %j', async (fault, verdict, findings) => {
    const { results } = await sampleWith(fault);
    expect(results.findings.map(brief)).toEqual(findings);
    expect(results.verdict).toBe(verdict);
    const open = results.checks.filter((check) => check.verdict === 'not evaluated');
    expect(open.every(({ reason = '' }) => reason !== '')).toBe(true);
    if (verdict === 'passed') expect(open).toEqual([]);
  });

  it('but for those that are not about records', () => {
    const told = new Set([...ENDS.map(([fault]) => fault.split('=')[0]), ...ELSEWHERE]);
    const others = [...FAULTS.keys()].filter(
      (name) => !told.has(name) && !/^(?:lookup|metadata)-/.test(name),
    );
    // What contradicts the metadata is for the validation; the rest is told below.
    expect(others).toEqual([
      'slow-body',
      'stalled-body',
      ...['unadvertised-field', 'unadvertised-value', 'too-long', 'wrong-type', 'bad-date', 'too-precise'],
      'token-always-refused',
      'token-endpoint-error',
      'service-document-mismatch',
    ]);
  });
});

const ELSEWHERE = [
  'server-dies',
  'resource-error',
  'foreign-redirect',
  'count-drifts',
  'lost-records',
  'empty-resource',
  'timestamp-undeclared',
];

describe('a server that dies half-way', () => {
  it('fails, and leaves what was not seen not evaluated, naming the finding', async () => {
    const { results, responses, availability, events } = await sampleWith('server-dies=1/9');
    expect(results.verdict).toBe('failed');
    const [finding] = results.findings.map(brief);
    expect(finding).toMatch(/^sampling\/http-error Property \w+$/);
    expect(results.findings.length).toBeLessThanOrEqual(2);
    const open = results.checks.filter(({ verdict }) => verdict === 'not evaluated');
    expect(open.length).toBeGreaterThan(10);
    const ofOffice = results.checks.filter(({ subject }) => subject.resource === 'Office');
    expect(ofOffice.map(({ verdict }) => verdict)).toEqual(ofOffice.map(() => 'not evaluated'));
    expect(
      ofOffice.some(({ reason }) => /sampling\/http-error of Property .*server was gone/.test(reason ?? '')),
    ).toBe(true);
    const countOfOffice = results.checks.find(
      ({ rule, subject }) =>
        rule === 'sampling/http-error' && subject.resource === 'Office' && Object.keys(subject).length === 1,
    );
    expect(countOfOffice?.reason).toContain('sampling/http-error of Property');
    expect(availability.incomplete?.length).toBeGreaterThan(2);
    expect(responses.incomplete).toEqual(availability.incomplete);
    expect(events).toContainEqual({ type: 'notice', message: expect.stringContaining('--resume') });
  });
});

describe('a resource that answers 500', () => {
  it('is found once, and the others are sampled', async () => {
    const server = await sandbox({ records: 60, faults: ['resource-error'] });
    const { results, availability } = await sample(server.url, {
      sampling: { resources: ['OpenHouse', 'Office'] },
    });
    expect(results.findings.map(brief)).toEqual(['sampling/http-error OpenHouse']);
    expect(results.findings[0]?.message).toMatch(/500.*6 times.*No page of OpenHouse came either/);
    const ofOffice = results.checks.filter(({ subject }) => subject.resource === 'Office');
    expect(ofOffice.filter(({ verdict }) => verdict === 'not evaluated')).toEqual([]);
    const asked = server.requests.filter(({ path }) => path.startsWith('/OpenHouse'));
    expect(asked).toHaveLength(12);
    expect(availability.fields.some(({ resourceName }) => resourceName === 'OpenHouse')).toBe(false);
  });
});

describe('redirects', () => {
  it('to another origin are refused, and no credentials are sent there', async () => {
    const server = await sandbox({ records: 20, token: 't', faults: ['foreign-redirect=1/3'] });
    const { results } = await sample(server.url, {
      authentication: { kind: 'token', token: 't' },
      sampling: { resources: ['Property'], expand: 'none' },
    });
    expect(results.findings.map(({ rule }) => rule)).toContain('sampling/http-error');
    expect(server.requests.filter(({ host }) => host.startsWith('localhost'))).toEqual([]);
  });
});

describe('counts', () => {
  it('that drift while paging are told and allowed for', async () => {
    const server = await sandbox({ records: 60, faults: ['count-too-high=1'] });
    const { results, events } = await sample(server.url, {
      sampling: { resources: ['Property'], strategies: ['TopAndSkip'], expand: 'none' },
    });
    expect([results.findings, results.verdict]).toEqual([[], 'passed']);
    expect(events.filter(({ type }) => type === 'notice')).toEqual([
      {
        type: 'notice',
        message: 'Property TopAndSkip: the count changed from 67 to 60 while paging, which is allowed for.',
      },
    ]);
  });

  it('are asked for with $top=1 where $top=0 is refused', async () => {
    const server = await sandbox({ records: 20, faults: ['count-missing=1'] });
    const { results, availability } = await sample(server.url, {
      sampling: { resources: ['Property'], strategies: ['NextLink'], expand: 'none' },
    });
    expect(results.verdict).toBe('passed');
    expect(availability.resources[0]?.recordCount).toBe(20);
    expect(server.requests.map(({ path }) => path)).toContain('/Property?$count=true&$top=1');
  });
});

describe('records that never come', () => {
  it('are what each strategy says that it misses', async () => {
    const { results } = await sampleWith('lost-records=all', ['NextLink', 'TopAndSkip']);
    const property = results.findings.filter(({ subject }) => subject.resource === 'Property');
    expect(property.map(brief)).toEqual(each('incomplete', 'Property', ['NextLink', 'TopAndSkip']));
    expect(property[0]?.message).toMatch(
      /brought \d+ distinct records, but 60 are promised: \d+ are missing/,
    );
  });
});

describe('nothing passes by being empty', () => {
  it('a resource without records is said to be empty', async () => {
    const server = await sandbox({ records: 20, faults: ['empty-resource'] });
    const { results } = await sample(server.url, {
      sampling: { resources: ['OpenHouse', 'Office'], expand: 'none' },
    });
    expect(results.findings.map(brief)).toEqual(['sampling/empty-resource OpenHouse']);
    expect(results.verdict).toBe('passed');
    const checks = results.checks.filter(
      ({ subject, verdict }) => subject.resource === 'OpenHouse' && verdict === 'not applicable',
    );
    expect(checks.length).toBeGreaterThan(3);
  });

  it('a server without any record is not evaluated', async () => {
    const server = await sandbox({ records: 0 });
    const { results } = await sample(server.url);
    expect([results.verdict, results.exitCode, results.runError?.kind]).toEqual(['incomplete', 2, 'server']);
  });
});
