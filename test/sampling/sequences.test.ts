import { describe, expect, it } from 'vitest';
import { NextLinkSequence } from '../../src/sampling/sequence/next-link-sequence.js';
import type { Sequence } from '../../src/sampling/sequence/sequence.js';
import { TimestampSequence } from '../../src/sampling/sequence/timestamp-sequence.js';
import { TopAndSkipSequence } from '../../src/sampling/sequence/top-and-skip-sequence.js';
import { ROOT, type Serving, type TestRecord, walk } from './paged-records.js';

const BASE = { resource: 'Property', conditions: [] };
const FIELD = 'ModificationTimestamp';

interface Options {
  readonly pageSize?: number;
  readonly limit?: number;
}

type MakeSequence = (options?: Options) => Sequence;

const timestamps =
  (direction: 'asc' | 'desc'): MakeSequence =>
  ({ pageSize = 100, limit = 100_000 } = {}) =>
    new TimestampSequence({
      base: BASE,
      field: FIELD,
      isNullable: true,
      direction,
      pageSize,
      limit,
      serviceRoot: ROOT,
    });

const nextLinks: MakeSequence = ({ pageSize = 100, limit = 100_000 } = {}) =>
  new NextLinkSequence({ first: { uri: 'Property', maxPageSize: pageSize }, serviceRoot: ROOT, limit });

const topAndSkip: MakeSequence = ({ pageSize = 100, limit = 100_000 } = {}) =>
  new TopAndSkipSequence({ base: BASE, pageSize, limit, serviceRoot: ROOT });

const STRATEGIES: readonly (readonly [string, MakeSequence])[] = [
  ['TimestampDesc', timestamps('desc')],
  ['TimestampAsc', timestamps('asc')],
  ['NextLink', nextLinks],
  ['TopAndSkip', topAndSkip],
];
const BY_TIMESTAMP = STRATEGIES.slice(0, 2);

/** Records a minute apart, the newest last. */
function records(count: number, timestampOf: (at: number) => string | null = apart): TestRecord[] {
  return Array.from({ length: count }, (_, at) => ({ key: `K${at}`, timestamp: timestampOf(at) }));
}

function apart(at: number): string {
  return new Date(Date.UTC(2025, 0, 1) + at * 60_000).toISOString();
}

const SAME = '2025-03-04T05:06:07Z';

/** So many records, of which those of the middle share one timestamp. */
function withTies(count: number, ties: number): TestRecord[] {
  const from = Math.floor((count - ties) / 2);
  return records(count, (at) => (at >= from && at < from + ties ? apart(from) : apart(at)));
}

describe.each(STRATEGIES)('%s sees every record', (_name, sequence) => {
  it.each<[string, TestRecord[], Serving]>([
    ['of a few pages', records(450), {}],
    ['of exactly a page', records(100), {}],
    ['when there is one', records(1), {}],
    ['when there is none', [], {}],
    ['when pages are shorter than asked', records(450), { pageSize: 7 }],
    ['when pages are of one record', records(40), { pageSize: 1 }],
    ['when pages differ in size', withTies(450, 300), { pageSize: (at) => 3 + ((at * 37) % 60) }],
    ['when 2,500 share one timestamp', withTies(3000, 2500), {}],
    ['when all share one timestamp', records(1234, () => SAME), {}],
    ['when ties lie across the page border', records(1000, (at) => apart(Math.floor(at / 30))), {}],
    ['when some have no timestamp', records(450, (at) => (at % 3 === 0 ? null : apart(at))), {}],
    ['when none has a timestamp', records(450, () => null), {}],
    [
      'when ties narrower than a page come in another order each time',
      records(1000, (at) => apart(Math.floor(at / 30))),
      { shufflesTies: true },
    ],
  ])('%s', (_what, all, serving) => {
    const { seen, end } = walk(sequence(), [...all], serving, { promised: all.length });
    expect([seen.size, end.kind]).toEqual([all.length, 'complete']);
  });

  it('also without a count', () => {
    const { seen, end } = walk(sequence(), withTies(1000, 400));
    expect([seen.size, end.kind]).toEqual([1000, 'complete']);
  });

  it('up to the limit', () => {
    const { seen, end } = walk(sequence({ limit: 250 }), records(1000), {}, { promised: 250, limit: 250 });
    expect([seen.size, end.kind]).toEqual([250, 'limit']);
  });

  it('and ends where empty pages lead on for ever', () => {
    const page: Serving['page'] = (_served, request) => ({
      records: [],
      nextLink: `Property?$skiptoken=${1000 + request}`,
    });
    const { end, uris } = walk(sequence(), records(10), { page }, { promised: 10 });
    expect([end, uris.length]).toEqual([expect.objectContaining({ kind: 'loop', how: 'idle' }), 10]);
  });

  it('when an empty page has a next link', () => {
    const page: Serving['page'] = (served, request) =>
      request === 0 ? { records: [], nextLink: 'Property?$skiptoken=0' } : served;
    const { seen } = walk(sequence(), records(250), { page }, { promised: 250 });
    expect(seen.size).toBe(250);
  });
});

describe('TimestampDesc', () => {
  it('does not follow for ever records that come all the time', () => {
    const all = records(250);
    const serving: Serving = {
      before: (request, held) => held.push({ key: `N${request}`, timestamp: apart(1000 + request) }),
    };
    const { seen, uris, end } = walk(timestamps('desc')(), all, serving, { promised: 250 });
    expect(end).toEqual({ kind: 'complete' });
    expect(uris.filter((uri) => uri.includes(`${FIELD} g`)).length).toBeLessThanOrEqual(11);
    expect([...records(250)].filter(({ key }) => !seen.has(key))).toEqual([]);
  });
});

describe.each(BY_TIMESTAMP)('%s', (_name, sequence) => {
  it('sends timestamps back as received, and compares them as instants', () => {
    const texts = [
      '2025-01-01T10:00:00.1234567Z',
      '2025-01-01T12:00:00.1234567+02:00',
      '2025-01-01T04:30:00-05:30',
    ];
    const all = texts.flatMap((text, tie) =>
      records(150, () => text).map(({ key }) => ({ key: `${key}.${tie}`, timestamp: text })),
    );
    const { seen, uris } = walk(sequence(), all, {}, { promised: all.length });
    expect(seen.size).toBe(all.length);
    const sent = uris.flatMap((uri) => /[lg]e (\S+?)(?:&|$)/.exec(uri)?.[1] ?? []);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((text) => !texts.includes(text))).toEqual([]);
  });

  it('loses none of those that change their places', () => {
    const all = withTies(2000, 900);
    const before: Serving['before'] = (request, served) => {
      // The last ones come to a place that the sequence has passed or not yet reached.
      for (const at of [request * 61, request * 97 + 13]) {
        const index = at % served.length;
        const { key } = served[index] ?? { key: '' };
        served[index] = {
          key,
          timestamp: new Date(Date.UTC(2026, 0, 1) + request * 1000 + at).toISOString(),
        };
      }
    };
    const { seen } = walk(sequence(), all, { before }, { promised: 2000 });
    expect(seen.size).toBe(2000);
  });

  it('goes on inside one timestamp with $skip', () => {
    const { uris } = walk(
      sequence(),
      records(250, () => SAME),
      {},
      { promised: 250 },
    );
    expect(uris.filter((uri) => uri.includes('$skip=')).length).toBeGreaterThanOrEqual(2);
  });

  it('asks for records without a timestamp', () => {
    const { uris } = walk(sequence(), records(10), {}, { promised: 10 });
    expect(uris.filter((uri) => uri.includes(`$filter=${FIELD} eq null`))).toHaveLength(1);
  });

  it('does not ask for them where there can be none', () => {
    const start = {
      base: BASE,
      field: FIELD,
      direction: 'desc',
      pageSize: 100,
      limit: 100,
      serviceRoot: ROOT,
    } as const;
    const { uris } = walk(new TimestampSequence({ ...start, isNullable: false }), records(10));
    expect(uris.filter((uri) => uri.includes('null'))).toEqual([]);
  });

  it.each<[string, { promised?: number }]>([
    ['are promised', { promised: 450 }],
    ['have come', {}],
  ])('asks for them where there should be none, but some %s', (what, options) => {
    const all = records(450, (at) => (at % 3 === 0 ? null : apart(at)));
    const sawSome = what === 'have come';
    const start = { base: BASE, field: FIELD, pageSize: 100, limit: 1000, serviceRoot: ROOT } as const;
    const direction = sawSome ? 'asc' : 'desc';
    const strict = new TimestampSequence({ ...start, direction, isNullable: false });
    expect(walk(strict, all, {}, options).seen.size).toBe(450);
  });

  it('ends on a server that passes over $skip', () => {
    const page: Serving['page'] = (served) => ({ records: served.records });
    const all = records(500, () => SAME);
    const first = all.slice(0, 100);
    const { seen, end } = walk(
      sequence(),
      all,
      { page: () => page({ records: first }, 0) },
      { promised: 500 },
    );
    expect([seen.size, end.kind]).toEqual([100, 'idle']);
  });
});

describe('TimestampDesc', () => {
  it('asks at its end once more for what is newer than its first timestamp', () => {
    const before: Serving['before'] = (request, served) => {
      if (request === 2) served[3] = { key: 'K3', timestamp: '2026-07-01T00:00:00Z' };
    };
    const { seen, uris } = walk(timestamps('desc')(), records(450), { before }, { promised: 450 });
    expect(seen.size).toBe(450);
    expect(uris.filter((uri) => uri.includes(` gt ${apart(449)}`))).toHaveLength(1);
  });
});

describe('sequences of next links', () => {
  const link = (nextLink: string): Serving => ({ page: (page) => ({ ...page, nextLink }) });

  it.each<[string, Serving, object]>([
    ['a link to the page that it stands on', link('Property'), { kind: 'loop', how: 'seen' }],
    ['a link that was followed before', link('Property?$skiptoken=0'), { kind: 'loop', how: 'seen' }],
    ['another origin', link('https://elsewhere.example.com/odata/Property?x'), { kind: 'foreign link' }],
    ['another port', link('https://api.example.com:8443/odata/Property'), { kind: 'foreign link' }],
    ['another scheme', link('http://api.example.com/odata/Property'), { kind: 'foreign link' }],
    ['an origin without a scheme', link('//elsewhere.example.com/Property'), { kind: 'foreign link' }],
    ['no address', link('http://['), { kind: 'unusable link' }],
    ['no web address', link('javascript:alert(1)'), { kind: 'unusable link' }],
    [
      'links that are new each time and bring nothing',
      { page: ({ records: page }, request) => ({ records: page, nextLink: `Property?again=${request}` }) },
      { kind: 'loop', how: 'idle' },
    ],
  ])('end at %s', (_what, serving, end) => {
    const walked = walk(nextLinks(), records(60), serving, { promised: 60 });
    expect(walked.end).toMatchObject(end);
    expect([walked.seen.size, walked.uris.length <= 12]).toEqual([60, true]);
  });

  it.each([
    ['below the service root', 'Property?$skiptoken=100'],
    ['as a query alone', '?$skiptoken=100'],
    ['as a path', '/odata/Property?$skiptoken=100'],
    ['in full', 'https://api.example.com/odata/Property?$skiptoken=100'],
    ['with a default port', 'https://api.example.com:443/odata/Property?$skiptoken=100'],
  ])('follow links %s', (_how, nextLink) => {
    const page: Serving['page'] = (served, request) => (request === 0 ? { ...served, nextLink } : served);
    const { seen, uris, end } = walk(nextLinks(), records(150), { page }, { promised: 150 });
    expect([seen.size, end.kind]).toEqual([150, 'complete']);
    expect(new URL(uris[1] ?? '', ROOT).href).toBe(`${ROOT.href}Property?$skiptoken=100`);
  });
});

describe('TopAndSkip', () => {
  it('advances by what came', () => {
    const { uris } = walk(topAndSkip(), records(250), { pageSize: 80 });
    expect(uris.map((uri) => /\$skip=(\d+)/.exec(uri)?.[1])).toEqual([undefined, '80', '160', '240', '250']);
  });

  it('ends on a server that passes over $skip', () => {
    const first = records(100);
    const { end } = walk(topAndSkip(), records(500), { page: () => ({ records: first }) });
    expect(end.kind).toBe('idle');
  });
});
