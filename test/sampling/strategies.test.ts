import { describe, expect, it } from 'vitest';
import { STRATEGY_NAMES, type StrategyName } from '../../src/config/sampling-options.js';
import type { SandboxOptions } from '../../src/sandbox/start-sandbox.js';
import { brief, figuresOf, sample, sandbox } from './sample.js';

/** Property alone, by one strategy. */
async function sampleBy(strategy: StrategyName, options: SandboxOptions, pageSize?: number) {
  const server = await sandbox(options);
  const sampled = await sample(server.url, {
    sampling: { resources: ['Property'], strategies: [strategy], expand: 'none' },
    manners: pageSize === undefined ? {} : { pageSize },
  });
  return { ...sampled, server };
}

const EVERYTHING = STRATEGY_NAMES.filter((name) => name !== 'NextLinkWithFilter');

describe.each(EVERYTHING)('%s counts every record once', (strategy) => {
  it.each<[string, SandboxOptions, number]>([
    ['of a few pages', { records: 260 }, 100],
    ['where 2,500 share one timestamp', { records: 2600, faults: ['shared-timestamp=2500'] }, 1000],
    ['where pages are shorter than asked', { records: 260, pageSize: 30 }, 100],
    ['where timestamps have seven digits', { records: 260, faults: ['precise-timestamps'] }, 50],
    ['where timestamps have offsets', { records: 260, faults: ['offset-timestamps'] }, 50],
    [
      'where seven digits, offsets and shared timestamps come together',
      { records: 260, faults: ['shared-timestamp=0.5', 'offset-timestamps'] },
      50,
    ],
    ['where records change while paging', { records: 260, faults: ['records-change=1/1'] }, 20],
    [
      'where records that share a timestamp change while paging',
      { records: 260, faults: ['shared-timestamp=200', 'records-change=1/1'] },
      20,
    ],
    ['where ties narrower than a page change their order', { records: 260, faults: ['unstable-ties'] }, 50],
    ['where some have no timestamp', { records: 260, faults: ['null-timestamp'] }, 50],
    ['where none has a timestamp', { records: 60, faults: ['null-timestamp=all'] }, 20],
    ['where empty pages lead on', { records: 160, faults: ['empty-pages'] }, 50],
    ['where numbers are texts', { records: 60, faults: ['numbers-as-texts'] }, 20],
    [
      'where pages come slowly or broken at times',
      { records: 160, faults: ['cut-body=1/4', 'reset=1/3'] },
      30,
    ],
  ])('%s', async (_what, options, pageSize) => {
    const sampled = await sampleBy(strategy, options, pageSize);
    const { numUniqueRecordsFetched, recordCount } = figuresOf(sampled, 'Property');
    expect([numUniqueRecordsFetched, recordCount]).toEqual([options.records, options.records]);
    const errors = sampled.results.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(brief)).toEqual([]);
    expect(sampled.results.verdict).toBe('passed');
    const { fields } = sampled.availability;
    const ofKey = fields.find(
      ({ fieldName, resourceName }) => fieldName === 'ListingKey' && resourceName === 'Property',
    );
    expect(ofKey?.frequency).toBe(options.records);
  });

  it('up to the limit', async () => {
    const server = await sandbox({ records: 260 });
    const sampled = await sample(server.url, {
      sampling: { resources: ['Property'], strategies: [strategy], expand: 'none', limit: 130 },
      manners: { pageSize: 50 },
    });
    expect(figuresOf(sampled, 'Property').numUniqueRecordsFetched).toBe(130);
    expect(sampled.results.verdict).toBe('passed');
  });
});

describe('NextLinkWithFilter', () => {
  it('counts what was changed in three years, and its count has that filter too', async () => {
    const { server, ...sampled } = await sampleBy('NextLinkWithFilter', { records: 200 }, 30);
    const recent = await fetch(
      `${server.url}/Property/$count?$filter=ModificationTimestamp ge 2023-01-01T00:00:00Z`,
    );
    const count = Number(await recent.text());
    expect(count).toBeGreaterThan(50);
    expect(figuresOf(sampled, 'Property').numUniqueRecordsFetched).toBe(count);
    const asked = server.requests.map(({ path }) => decodeURIComponent(path));
    const filter = '$filter=ModificationTimestamp ge 2023-01-01T00:00:00Z';
    expect(asked).toContain(`/Property?${filter}&$count=true&$top=0`);
    expect(asked).toContain(`/Property?${filter}&$orderby=ModificationTimestamp asc`);
    expect(sampled.results.verdict).toBe('passed');
  });
});

describe('a server that forgets the order of ties wider than a page', () => {
  it.each(['TimestampDesc', 'TimestampAsc'] as const)('is told what %s missed', async (strategy) => {
    const faults = ['shared-timestamp=200', 'unstable-ties'];
    const sampled = await sampleBy(strategy, { records: 260, faults }, 50);
    const unique = figuresOf(sampled, 'Property').numUniqueRecordsFetched;
    expect(unique).toBeLessThan(260);
    expect(sampled.results.findings.map(brief)).toEqual([`sampling/incomplete Property ${strategy}`]);
    expect(sampled.results.findings[0]).toMatchObject({
      expected: '260 records',
      found: `${unique} records`,
    });
  });
});
