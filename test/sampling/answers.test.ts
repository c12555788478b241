import { describe, expect, it } from 'vitest';
import { brief, sample } from './sample.js';
import { type Answer, servePages, TIMESTAMP } from './serve-pages.js';

const ALL = Array.from({ length: 25 }, (_, at) => ({
  ListingKey: `K${at}`,
  ModificationTimestamp: new Date(Date.UTC(2025, 0, 1, 0, at)).toISOString(),
}));
const COUNT = { '@odata.count': ALL.length };
const REFUSED: Answer = { status: 400, body: { error: { code: '1', message: 'not supported' } } };

/** All records in pages of ten, by next links. */
function paged({ searchParams }: URL, link = (at: number) => `Property?at=${at}`): object {
  if (searchParams.has('$count')) return { ...COUNT, value: [] };
  const at = Number(searchParams.get('at') ?? 0);
  return { value: ALL.slice(at, at + 10), ...(at < 20 ? { '@odata.nextLink': link(at + 10) } : {}) };
}

describe('a server that refuses some queries', () => {
  it('is still sampled by those that it answers', async () => {
    const url = await servePages((asked) => {
      const { searchParams } = asked;
      return searchParams.has('$count') || searchParams.has('$orderby') ? REFUSED : { body: paged(asked) };
    }, TIMESTAMP);
    const { results, availability } = await sample(url);
    expect(availability.resources[0]?.numUniqueRecordsFetched).toBe(25);
    expect(results.findings.map(brief)).toEqual([
      'sampling/http-error Property',
      'sampling/http-error Property TimestampDesc',
      'sampling/http-error Property NextLinkWithFilter',
    ]);
  });
});

describe('a refusal', () => {
  const messageFor = async (answer: Answer) => {
    const { results } = await sample(await servePages(() => answer));
    return results.findings[0]?.message ?? '';
  };

  it('is told in the words of the server', async () => {
    const body = { error: { code: '1', message: '  $count is not\u0007 supported by "Property".' } };
    expect(await messageFor({ status: 400, body })).toBe(
      'GET Property?$count=true&$top=1 was answered with 400 Bad Request. Answer it with status 200 and a page of records. The server says: "$count is not\u0007 supported by "Property"."',
    );
  });

  it('is told without the secrets that the server repeats', async () => {
    const body = { error: { message: 'The token the-token-to-get-in may not read Property.' } };
    const message = await messageFor({ status: 403, body });
    expect(message).toContain('The server says: "The token ');
    expect(message).not.toContain('the-token-to-get-in');
  });

  it.each([
    ['no JSON', '<html>no</html>'],
    ['no error', { value: [] }],
    ['a message that is no text', { error: { message: { lang: 'en', value: 'no' } } }],
    ['an empty message', { error: { message: ' ' } }],
  ])('says no more than its status when it has %s', async (_what, body) => {
    expect(await messageFor({ status: 404, body })).not.toContain('The server says');
  });

  it('is cut when the server says very much', async () => {
    const message = await messageFor({ status: 400, body: { error: { message: 'x'.repeat(3000) } } });
    expect(message).toContain(`"${'x'.repeat(300)}…"`);
  });
});

describe('the last page', () => {
  it.each([
    ['an empty next link', ''],
    ['a next link of null', null],
  ])('may have %s', async (_what, link) => {
    const url = await servePages((asked) => ({ body: { '@odata.nextLink': link, ...paged(asked) } }));
    const { results, availability } = await sample(url);
    expect(availability.resources[0]?.numUniqueRecordsFetched).toBe(25);
    expect(results.findings.map(brief)).toEqual(['sampling/no-timestamp Property.ModificationTimestamp']);
  });
});

describe('the content type', () => {
  it.each([
    ['application/json', []],
    ['application/json; odata.metadata=minimal', []],
    ['Application/JSON;IEEE754Compatible=true', []],
    ['application/json-seq', ['sampling/invalid-response Property NextLink']],
    ['text/json', ['sampling/invalid-response Property NextLink']],
  ])('%s: %j', async (type, findings) => {
    const url = await servePages((asked) => ({ headers: { 'Content-Type': type }, body: paged(asked) }));
    const { results } = await sample(url);
    expect(results.findings.filter(({ severity }) => severity === 'error').map(brief)).toEqual(findings);
  });
});

it('a byte order mark before the JSON is found, and the records are counted', async () => {
  const url = await servePages((asked) => ({ body: `\ufeff${JSON.stringify(paged(asked))}` }));
  const { results, availability } = await sample(url);
  expect(availability.resources[0]?.numUniqueRecordsFetched).toBe(25);
  const errors = results.findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(brief)).toEqual(['sampling/invalid-response Property NextLink']);
  expect(errors[0]?.message).toBe(
    '3 pages came with a byte order mark before the JSON. Send every page as JSON alone, with both headers.',
  );
});
