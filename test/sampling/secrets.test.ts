import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/run-dd.js';
import { sample } from './sample.js';
import { servePages } from './serve-pages.js';

const TOKEN = 'pl4nted/token+of~the-owner';
const PAGES = 5;
const PERSONAL = 'the home of Mrs Example';

/** A server whose every page of records is a text that breaks off. */
function breakingOff(): Promise<string> {
  return servePages(({ searchParams }) => ({
    body: searchParams.has('$count')
      ? '{"@odata.count":1,"value":[]}'
      : `{"value":[{"ListingKey":"K1","City":"${PERSONAL}"},{"Li`,
  }));
}

/** A server that echoes the token in its next links and in its records. */
function echoing(): Promise<string> {
  return servePages(({ searchParams }) => {
    if (searchParams.has('$count')) return { body: { '@odata.count': PAGES, value: [] } };
    const page = Number(searchParams.get('page') ?? 0);
    const nextLink = `Property?page=${page + 1}&access_token=${encodeURIComponent(TOKEN)}`;
    return {
      body: {
        value: [{ ListingKey: `K${page}`, City: `near ${TOKEN}` }],
        ...(page === PAGES - 1 ? {} : { '@odata.nextLink': nextLink }),
      },
    };
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
}

describe('a server that echoes the token', () => {
  const authentication = { kind: 'token', token: TOKEN } as const;

  it('does not get it into any file, and is sampled all the same', async () => {
    const { results, availability, out } = await sample(await echoing(), {
      authentication,
      manners: { record: true },
    });
    expect(availability.resources[0]?.numUniqueRecordsFetched).toBe(PAGES);
    expect(results.findings.map(({ rule }) => rule)).toEqual(['sampling/no-timestamp']);
    const files = filesIn(out);
    expect(files.map((path) => path.slice(out.length + 1))).toContain('checkpoint/sampling.journal');
    for (const secret of [TOKEN, encodeURIComponent(TOKEN)]) {
      expect(files.filter((path) => textOf(path).includes(secret))).toEqual([]);
    }
  });

  it('cannot be gone on with at such a link: what is missing is said to be', async () => {
    const url = await echoing();
    const out = join(temporaryFolder(), 'r');
    const stop = new AbortController();
    let left = 2;
    const options = { authentication, job: { out } };
    await sample(url, {
      ...options,
      signal: stop.signal,
      onEvent: ({ type }) => (type === 'sampled' && --left === 0 ? stop.abort() : undefined),
    });
    const { results, availability } = await sample(url, { ...options, manners: { resume: true } });
    expect(results.verdict).toBe('incomplete');
    expect(availability.incomplete).toEqual([
      expect.stringMatching(/^Property NextLink: the next link held a secret/),
    ]);
  });
});

describe('a page that cannot be read', () => {
  it('leaves nothing of its records in any file', async () => {
    const { results, out } = await sample(await breakingOff(), { manners: { har: true } });
    expect(results.findings.map(({ rule }) => rule)).toContain('sampling/invalid-response');
    const files = filesIn(out);
    expect(files.map((path) => path.slice(out.length + 1))).toContain('exchanges.har');
    expect(files.filter((path) => textOf(path).includes(PERSONAL))).toEqual([]);
  });
});
