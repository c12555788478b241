import { describe, expect, it } from 'vitest';
import { toSampling } from '../../src/config/sampling-options.js';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import { brief, figuresOf, runSampling, type SampleOptions, sample, sandbox } from './sample.js';

/** The requests for records, in their order, decoded. */
function asked({ requests }: Sandbox): readonly string[] {
  return requests.map(({ path }) => decodeURIComponent(path).slice(1)).filter((path) => /^[A-Z]/.test(path));
}

async function requestsFor(options: SampleOptions, records = 60): Promise<readonly string[]> {
  const server = await sandbox({ records });
  await sample(server.url, options);
  return asked(server);
}

const OFFICE = { resources: ['Office'], expand: 'none' } as const;
const SINCE = 'ModificationTimestamp ge 2023-01-01T00:00:00Z';

describe('the requests of a version', () => {
  it('1.7: TimestampDesc with pages of 100', async () => {
    expect(await requestsFor({ sampling: OFFICE, job: { version: '1.7' } })).toEqual([
      'Office?$count=true&$top=0',
      'Office?$orderby=ModificationTimestamp desc&$top=100',
      expect.stringMatching(
        /^Office\?\$filter=ModificationTimestamp le \S+Z&\$orderby=ModificationTimestamp desc&\$top=100$/,
      ),
      'Office?$filter=ModificationTimestamp eq null&$top=100',
      expect.stringMatching(
        /^Office\?\$filter=ModificationTimestamp gt \S+Z&\$orderby=ModificationTimestamp asc&\$top=100$/,
      ),
    ]);
  });

  it.each(['2.0', '2.1'])(
    '%s: three strategies with pages of 1,000, the count of the filtered one filtered',
    async (version) => {
      const requests = await requestsFor({ sampling: OFFICE, job: { version } });
      expect(requests.slice(0, 3)).toEqual([
        'Office?$count=true&$top=0',
        `Office?$filter=${SINCE}&$count=true&$top=0`,
        'Office?$orderby=ModificationTimestamp desc&$top=1000',
      ]);
      expect(requests).toContain('Office');
      expect(requests.at(-1)).toBe(`Office?$filter=${SINCE}&$orderby=ModificationTimestamp asc`);
    },
  );

  it('has its page size from --page-size instead', async () => {
    const requests = await requestsFor({ sampling: OFFICE, manners: { pageSize: 7 } });
    expect(requests).toContain('Office?$orderby=ModificationTimestamp desc&$top=7');
  });
});

describe('what is asked for', () => {
  it('is every declared resource but metadata, by itself and with each of its expansions', async () => {
    const server = await sandbox({ records: 30 });
    const { availability, results } = await sample(server.url, { sampling: { strategies: ['NextLink'] } });
    const resources = new Set(asked(server).map((path) => path.split('?')[0]));
    expect([...resources].sort()).toEqual(['Media', 'Member', 'Office', 'OpenHouse', 'Property']);
    const ofMember = asked(server).filter((path) => path.startsWith('Member') && !path.includes('$count'));
    expect(ofMember).toEqual(['Member', 'Member?$expand=Media', 'Member?$expand=Office']);
    const [member] = availability.resources.filter(({ resourceName }) => resourceName === 'Member');
    expect(
      member?.expansions?.map(({ fieldName, resourceName, keyFields, dateField }) => [
        fieldName,
        resourceName,
        keyFields,
        dateField,
      ]),
    ).toEqual([
      ['Media', 'Media', ['MediaKey'], 'ModificationTimestamp'],
      ['Office', 'Office', ['OfficeKey'], 'ModificationTimestamp'],
    ]);
    const [low, high] = [member?.expansions?.[1]?.dateLow ?? '', member?.expansions?.[1]?.dateHigh ?? ''];
    expect(Date.parse(low)).toBeLessThanOrEqual(Date.parse(high));
    expect(results.outOfScope).toContainEqual({
      what: 'sampling of Lookup',
      reason: 'it is metadata, and scored as such',
    });
  });

  it.each<[string, SampleOptions, readonly string[]]>([
    [
      'one resource with named expansions',
      { sampling: { resources: ['Member'], expand: ['Media'], strategies: ['NextLink'] } },
      ['Member?$count=true&$top=0', 'Member', 'Member?$expand=Media'],
    ],
    [
      'no expansions',
      { sampling: { resources: ['Member'], expand: 'none', strategies: ['NextLink'] } },
      ['Member?$count=true&$top=0', 'Member'],
    ],
    [
      'a filter, which is kept whole and counted',
      {
        sampling: {
          ...OFFICE,
          strategies: ['TimestampAsc'],
          filter: "OfficeKey eq '300000001' or OfficeKey eq '300000002'",
        },
      },
      [
        "Office?$filter=(OfficeKey eq '300000001' or OfficeKey eq '300000002')&$count=true&$top=0",
        "Office?$filter=(OfficeKey eq '300000001' or OfficeKey eq '300000002')&$orderby=ModificationTimestamp asc&$top=1000",
        expect.stringMatching(
          /^Office\?\$filter=\(OfficeKey eq '300000001' or OfficeKey eq '300000002'\) and ModificationTimestamp ge \S+&/,
        ),
        "Office?$filter=(OfficeKey eq '300000001' or OfficeKey eq '300000002') and ModificationTimestamp eq null&$top=1000",
      ],
    ],
    [
      'an order, for the strategies that have none',
      { sampling: { ...OFFICE, strategies: ['NextLink', 'TopAndSkip'], orderby: 'OfficeKey desc' } },
      [
        'Office?$count=true&$top=0',
        'Office?$orderby=OfficeKey desc',
        'Office?$orderby=OfficeKey desc&$top=1000',
        'Office?$orderby=OfficeKey desc&$top=1000&$skip=2',
      ],
    ],
  ])('%s', async (_what, options, requests) => {
    expect(await requestsFor(options)).toEqual(requests);
  });

  it('carries the originating system in every request, counts included', async () => {
    const requests = await requestsFor({
      sampling: { resources: ['Member'], expand: ['Media'] },
      originatingSystemName: "Sandbox O'Brien MLS",
      originatingSystemId: 'not asked for',
    });
    expect(requests.length).toBeGreaterThan(8);
    const filter = "$filter=OriginatingSystemName eq 'Sandbox O''Brien MLS'";
    expect(requests.filter((path) => !path.includes(filter))).toEqual([]);
    expect(requests).toContain(`Member?${filter} and ${SINCE}&$count=true&$top=0`);
  });

  it('carries its id where it has no name', async () => {
    const requests = await requestsFor({
      sampling: { ...OFFICE, strategies: ['NextLink'] },
      originatingSystemId: 'SBX',
    });
    expect(requests).toEqual([
      "Office?$filter=OriginatingSystemID eq 'SBX'&$count=true&$top=0",
      "Office?$filter=OriginatingSystemID eq 'SBX'",
    ]);
  });

  it('is of the chosen resources of dd', async () => {
    const requests = await requestsFor({ job: { resources: ['Office', 'Teams'] } });
    expect(new Set(requests.map((path) => path.split('?')[0]))).toEqual(new Set(['Office']));
  });

  it.each<[string, SampleOptions, RegExp]>([
    [
      'a resource',
      { sampling: { resources: ['Propertys'] } },
      /no entity set "Propertys".*Did you mean "Property"/,
    ],
    [
      'an expansion',
      { sampling: { resources: ['Member'], expand: ['Medias'] } },
      /no navigation property "Medias".*Did you mean "Media"/,
    ],
    ['metadata', { sampling: { resources: ['Lookup'] } }, /no entity set "Lookup".*It is metadata/],
  ])('%s that is not there is a mistake of whoever asks', async (_what, options, message) => {
    const server = await sandbox();
    const { results } = await runSampling(server.url, options);
    expect(results.runError).toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(message),
    });
    expect([results.verdict, results.exitCode]).toEqual(['incomplete', 2]);
    expect(asked(server)).toEqual([]);
  });
});

describe('a resource without ModificationTimestamp', () => {
  it('is said to be so, and is sampled by next links', async () => {
    const server = await sandbox({ records: 60, faults: ['timestamp-undeclared'] });
    const sampled = await sample(server.url, { sampling: OFFICE });
    expect(sampled.results.findings.map(brief)).toEqual([
      'sampling/no-timestamp Office.ModificationTimestamp',
    ]);
    expect(asked(server)).toEqual(['Office?$count=true&$top=0', 'Office']);
    expect(figuresOf(sampled, 'Office').numUniqueRecordsFetched).toBe(2);
    expect(figuresOf(sampled, 'Office').dateField).toBeUndefined();
  });
});

describe('the flags of replicate', () => {
  const flags = { limit: 10 };

  it('without any are the defaults', () => {
    expect(toSampling(flags)).toEqual({ limit: 10, resources: [], strategies: [], expand: 'all' });
  });

  it.each([
    [{ strategy: ['NextLnk'] }, /no strategy "NextLnk".*Did you mean "NextLink"/],
    [{ filter: 'a eq 1' }, /--filter is for one resource/],
    [{ orderby: 'a', resource: ['A', 'B'] }, /--orderby is for one resource/],
    [{ expand: ['Media'] }, /--expand is for one resource/],
    [{ orderby: 'a', resource: ['A'], strategy: ['TimestampAsc'] }, /TimestampAsc has an order of its own/],
  ])('%j are refused', (given, message) => {
    const refused = () => toSampling({ ...flags, ...given });
    expect(refused).toThrow(Error);
    expect(explanation(refused)).toMatch(message);
  });
});

function explanation(attempt: () => unknown): string {
  try {
    attempt();
    return 'nothing was refused';
  } catch (error) {
    return (error as { explain(): string }).explain();
  }
}
