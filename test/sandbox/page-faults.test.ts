import { describe, expect, it } from 'vitest';
import { ask, type Content, column, json, serving, walk } from './serving.js';

const failing = (fault: string) => serving({ faults: [fault] });
const keysOf = (pages: readonly Content[]) => pages.flatMap(({ value }) => column(value, 'ListingKey'));

describe('counts', () => {
  it.each<[string, readonly (number | undefined)[]]>([
    ['count-too-high', [67, 67, 67]],
    ['count-too-low', [53, 53, 53]],
    ['count-drifts', [60, 61, 62]],
    ['count-missing', [undefined, undefined, undefined]],
  ])('%s', async (fault, counts) => {
    const sandbox = await failing(fault);
    const pages = await walk(sandbox, '/Property?$count=true');
    expect(pages.map((page) => page['@odata.count'])).toEqual(counts);
    expect(new Set(keysOf(pages)).size).toBe(60);
    const lookups = await json(sandbox, '/Lookup?$count=true&$top=0');
    expect(String(lookups['@odata.count'])).toBe((await ask(sandbox, '/Lookup/$count')).text);
  });
});

describe('pages', () => {
  it('short-pages bring half, and lead to the rest', async () => {
    const sandbox = await failing('short-pages');
    const pages = await walk(sandbox, '/Property?$top=40');
    expect(pages.map(({ value }) => value.length)).toEqual([13, 13, 7, 4, 2, 1]);
    expect(new Set(keysOf(pages)).size).toBe(40);
  });

  it('lost-records leaves out a record of each second page', async () => {
    const pages = await walk(await failing('lost-records'), '/Property');
    expect(pages.map(({ value }) => value.length)).toEqual([25, 24, 10]);
  });

  it('page-too-large brings one record too many', async () => {
    const sandbox = await failing('page-too-large');
    expect((await json(sandbox, '/Property?$top=5')).value).toHaveLength(6);
    expect((await json(sandbox, '/Property?$top=0')).value).toHaveLength(0);
    expect(new Set(keysOf(await walk(sandbox, '/Property'))).size).toBe(60);
  });

  it('empty-pages lead to their records', async () => {
    const pages = await walk(await failing('empty-pages'), '/Property');
    expect(pages.some(({ value }) => value.length === 0)).toBe(true);
    expect(keysOf(pages)).toHaveLength(60);
    expect(new Set(keysOf(pages)).size).toBe(60);
  });

  it('empty-resource has no OpenHouse', async () => {
    const sandbox = await failing('empty-resource');
    expect(await json(sandbox, '/OpenHouse?$count=true')).toMatchObject({ '@odata.count': 0, value: [] });
    expect((await json(sandbox, '/Member')).value).toHaveLength(8);
  });

  it('duplicate-key has two contents of one key, and loses no record', async () => {
    const sandbox = await failing('duplicate-key=all');
    const pages = await walk(sandbox, '/Property');
    const [first = { value: [] }] = pages;
    const [record] = first.value;
    const twins = first.value.filter((each) => each['ListingKey'] === record?.['ListingKey']);
    expect(twins).toHaveLength(2);
    expect(twins[0]).not.toEqual(twins[1]);
    expect(first.value).toHaveLength(25);
    expect(new Set(keysOf(pages)).size).toBe(60);
  });
});

describe('next links', () => {
  it('next-link-loop leads to the page that it stands on', async () => {
    const sandbox = await failing('next-link-loop=all');
    const first = await json(sandbox, '/Property');
    const second = await json(sandbox, first['@odata.nextLink'] ?? '');
    expect(second['@odata.nextLink']).toBe(first['@odata.nextLink']);
    expect(second.value).toEqual(first.value);
  });

  it('next-link-treadmill never ends, never repeats a link, and brings nothing new', async () => {
    const sandbox = await failing('next-link-treadmill');
    const links: string[] = [];
    let page = await json(sandbox, '/Property');
    const keys = new Set(column(page.value, 'ListingKey'));
    for (let at = 0; at < 12; at++) {
      links.push(page['@odata.nextLink'] ?? 'none');
      page = await json(sandbox, links.at(-1) ?? '');
      for (const key of column(page.value, 'ListingKey')) keys.add(key);
    }
    expect(new Set(links).size).toBe(12);
    expect(keys.size).toBe(60);
  });

  it('foreign-next-link leads to another origin', async () => {
    const sandbox = await failing('foreign-next-link=all');
    const { port } = new URL(sandbox.url);
    const page = await json(sandbox, '/Property');
    expect(page['@odata.nextLink']).toMatch(
      new RegExp(`^http://localhost:${port}/Property\\?\\$skiptoken=25`),
    );
  });

  it('relative-next-link leads on from the service root', async () => {
    const sandbox = await failing('relative-next-link');
    const link = (await json(sandbox, '/Property'))['@odata.nextLink'] ?? '';
    expect(link).toMatch(/^Property\?/);
    expect((await json(sandbox, new URL(link, `${sandbox.url}/`).href)).value).toHaveLength(25);
  });
});
