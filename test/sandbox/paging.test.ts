import { describe, expect, it } from 'vitest';
import { ask, column, json, serving, walk } from './serving.js';

describe('paging', () => {
  it.each(['Property', 'Member', 'Office', 'Media', 'OpenHouse', 'Lookup'])(
    'by next links meets each %s once',
    async (resource) => {
      const sandbox = await serving({ pageSize: 100 });
      const total = Number((await ask(sandbox, `/${resource}/$count`)).text);
      const pages = await walk(sandbox, `/${resource}?$count=true`);
      const keys = pages.flatMap(({ value }) =>
        column(value, Object.keys(value[0] ?? {}).find((name) => name === `${resource}Key`) ?? 'ListingKey'),
      );
      expect(new Set(keys).size).toBe(total);
      expect(keys).toHaveLength(total);
      expect(new Set(pages.map((page) => page['@odata.count']))).toEqual(new Set([total]));
    },
  );

  it('by $skip meets each record once, whatever a page brings', async () => {
    const sandbox = await serving();
    const keys: unknown[] = [];
    for (let brought = -1; brought !== 0; ) {
      const { value } = await json(sandbox, `/Property?$top=1000&$skip=${keys.length}&$select=ListingKey`);
      keys.push(...column(value, 'ListingKey'));
      brought = value.length;
    }
    expect(keys).toHaveLength(60);
    expect(new Set(keys).size).toBe(60);
  });

  it.each<[string, string, Record<string, string>, number, string | null]>([
    ['the page size', '/Property', {}, 25, null],
    ['a smaller wish', '/Property', { Prefer: 'odata.maxpagesize=10' }, 10, 'odata.maxpagesize=10'],
    [
      'a wish as OData 4.01 writes it',
      '/Property',
      { Prefer: 'return=minimal; maxpagesize="9"' },
      9,
      'odata.maxpagesize=9',
    ],
    [
      'a wish that is too large',
      '/Property',
      { Prefer: 'odata.maxpagesize=1000' },
      25,
      'odata.maxpagesize=1000',
    ],
    ['a wish that is none', '/Property', { Prefer: 'odata.maxpagesize=0' }, 25, null],
    ['$top below the page size', '/Property?$top=7', {}, 7, null],
    ['$top above the page size', '/Property?$top=40', {}, 25, null],
    ['$skip near the end', '/Property?$skip=50', {}, 10, null],
    ['$skip beyond the end', '/Property?$skip=999', {}, 0, null],
  ])('is bounded by %s', async (_what, path, headers, size, applied) => {
    const answer = await ask(await serving(), path, headers);
    expect((JSON.parse(answer.text) as { value: unknown[] }).value).toHaveLength(size);
    expect(answer.headers.get('Preference-Applied')).toBe(applied);
  });

  it.each<[string, Record<string, string>, readonly number[]]>([
    ['/Property?$top=40', {}, [25, 15]],
    ['/Property?$top=25', {}, [25]],
    ['/Property?$top=40&$skip=50', {}, [10]],
    ['/Property?$skip=5', {}, [25, 25, 5]],
    ['/Property', { Prefer: 'odata.maxpagesize=20' }, [20, 20, 20]],
    ['/Property?$top=50', { Prefer: 'odata.maxpagesize=20' }, [20, 20, 10]],
    ["/Property?$filter=ListingKey le '100000030'&$orderby=City", {}, [25, 5]],
  ])('%s %j has pages of %j', async (path, headers, sizes) => {
    const pages = await walk(await serving(), path, headers);
    expect(pages.map(({ value }) => value.length)).toEqual(sizes);
    const keys = pages.flatMap(({ value }) => column(value, 'ListingKey'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has absolute links that keep what was asked for', async () => {
    const sandbox = await serving();
    const first = await json(
      sandbox,
      '/Property?$select=ListingKey&$expand=Media($select=MediaKey)&$count=true&$top=30',
    );
    const link = first['@odata.nextLink'] ?? '';
    expect(link.startsWith(`${sandbox.url}/Property?`)).toBe(true);
    const second = await json(sandbox, link);
    expect(second.value).toHaveLength(5);
    expect(Object.keys(second.value[0] ?? {})).toEqual(['ListingKey', 'Media']);
    expect(second['@odata.count']).toBe(60);
  });
});

describe('the same seed', () => {
  it.each([
    '/$metadata',
    '/',
    '/Property?$top=20&$expand=Media',
    '/Member',
    '/Lookup?$top=50',
    '/OpenHouse?$orderby=OpenHouseDate',
  ])('gives the same bytes: %s', async (path) => {
    const [one, other, third] = await Promise.all([
      serving({ seed: 5 }),
      serving({ seed: 5 }),
      serving({ seed: 6 }),
    ]);
    const texts = await Promise.all(
      [one, other, third].map(async (sandbox) => (await ask(sandbox, path)).text.replaceAll(sandbox.url, '')),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0] === texts[2]).toBe(path === '/$metadata' || path === '/');
  });
});
