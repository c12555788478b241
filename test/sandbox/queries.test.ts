import { describe, expect, it } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start-sandbox.js';
import { ask, column, json, serving, walk } from './serving.js';

type Row = Readonly<Record<string, unknown>>;

const FIELDS = [
  ...['Appliances', 'BedroomsTotal', 'BuyerAgentKey', 'City', 'ListAgentLastName', 'ListPrice', 'ListingId'],
  ...['ListingKey', 'ModificationTimestamp', 'OnMarketDate', 'PhotosCount', 'StandardStatus', 'StreetName'],
  'UnparsedAddress',
].join(',');

/** All Property records, and those that a filter finds over HTTP: to compare with plain JavaScript. */
async function both(sandbox: Sandbox, filter: string): Promise<[readonly Row[], readonly Row[]]> {
  const path = `/Property?$select=${FIELDS}`;
  const all = (await walk(sandbox, path)).flatMap(({ value }) => value);
  const found = (await walk(sandbox, `${path}&$filter=${filter}`)).flatMap(({ value }) => value);
  return [all, found];
}

const has = (field: string, value: string) => (row: Row) => (row[field] as readonly string[]).includes(value);

describe('$filter', () => {
  it.each<[string, SandboxOptions, (row: Row) => boolean]>([
    ['ListPrice gt 400000', {}, (row) => Number(row['ListPrice']) > 400_000],
    [
      'ListPrice ge 100000 and not (BedroomsTotal lt 3)',
      {},
      (row) => Number(row['ListPrice']) >= 100_000 && Number(row['BedroomsTotal']) >= 3,
    ],
    [
      "StandardStatus eq 'Active Under Contract'",
      {},
      (row) => row['StandardStatus'] === 'Active Under Contract',
    ],
    [
      "StandardStatus eq org.reso.metadata.enums.StandardStatus'ActiveUnderContract'",
      { representation: 'enum' },
      (row) => row['StandardStatus'] === 'ActiveUnderContract',
    ],
    [
      "StandardStatus has org.reso.metadata.enums.StandardStatus'Closed'",
      { representation: 'enum' },
      (row) => row['StandardStatus'] === 'Closed',
    ],
    [
      "City in ('Austin','Denver','Tampa','Portland')",
      {},
      (row) => ['Austin', 'Denver', 'Tampa', 'Portland'].includes(String(row['City'])),
    ],
    [
      "contains(UnparsedAddress,'O''Farrell')",
      {},
      (row) => String(row['UnparsedAddress']).includes("O'Farrell"),
    ],
    ["startswith(StreetName,'Pi%C3%B1on')", {}, (row) => String(row['StreetName']).startsWith('Piñon')],
    ["endswith(ListingId,'7')", {}, (row) => String(row['ListingId']).endsWith('7')],
    [
      'ModificationTimestamp ge 2025-01-01T00:00:00Z',
      {},
      (row) => String(row['ModificationTimestamp']) >= '2025-01-01',
    ],
    ['OnMarketDate lt 2024-06-30', {}, (row) => String(row['OnMarketDate']) < '2024-06-30'],
    ['ModificationTimestamp lt now()', {}, () => true],
    ['BuyerAgentKey eq null', {}, (row) => row['BuyerAgentKey'] === null],
    ["Appliances/any(a: a eq 'Dishwasher')", {}, has('Appliances', 'Dishwasher')],
    [
      "Appliances/any(a: a eq org.reso.metadata.enums.Appliances'Dishwasher')",
      { representation: 'enum' },
      has('Appliances', 'Dishwasher'),
    ],
  ])('%s %j finds what plain JavaScript finds', async (filter, options, isMeant) => {
    const [all, found] = await both(await serving({ records: 400, pageSize: 400, ...options }), filter);
    expect(found).toEqual(all.filter(isMeant));
    expect(all).toHaveLength(400);
  });

  it.each([
    ['Media/any(m: m/Order ge 5)', (row: Row) => Number(row['PhotosCount']) >= 5],
    ['Media/$count eq 0', (row: Row) => row['PhotosCount'] === 0],
    ["ListAgent/MemberLastName eq 'Chen'", (row: Row) => row['ListAgentLastName'] === 'Chen'],
  ])('looks into what records lead to: %s', async (filter, isMeant) => {
    const sandbox = await serving({ records: 100, pageSize: 100 });
    const [all, found] = await both(sandbox, filter);
    expect(column(found, 'ListingKey')).toEqual(column(all.filter(isMeant), 'ListingKey'));
  });
});

describe('$orderby', () => {
  it('orders by all kinds of values, ties by their place, over page borders', async () => {
    const sandbox = await serving();
    const rows = (
      await walk(sandbox, '/Property?$select=City,ListPrice,ListingKey&$orderby=City desc,ListPrice')
    ).flatMap(({ value }) => value);
    const expected = rows.toSorted(
      (a, b) =>
        -Number(String(a['City']) > String(b['City'])) + Number(String(a['City']) < String(b['City'])) ||
        Number(a['ListPrice']) - Number(b['ListPrice']) ||
        Number(a['ListingKey']) - Number(b['ListingKey']),
    );
    expect(rows).toHaveLength(60);
    expect(column(rows, 'ListingKey')).toEqual(column(expected, 'ListingKey'));
  });

  it('is stable under pages where many share a timestamp', async () => {
    const sandbox = await serving({ records: 300, pageSize: 7 });
    const path = '/Property?$select=ListingKey,ModificationTimestamp&$orderby=ModificationTimestamp desc';
    const rows = (await walk(sandbox, path)).flatMap(({ value }) => value);
    const stamps = column(rows, 'ModificationTimestamp').map(String);
    expect(stamps).toEqual(stamps.toSorted().toReversed());
    expect(new Set(column(rows, 'ListingKey')).size).toBe(300);
    expect(new Set(stamps).size).toBeLessThan(300);
  });
});

describe('$select and $expand', () => {
  it('leave what is asked for, in the order of the metadata', async () => {
    const page = await json(await serving(), '/Property?$select=ListPrice,City&$top=1');
    expect(Object.keys(page.value[0] ?? {})).toEqual(['City', 'ListPrice']);
    expect(page['@odata.context']).toMatch(/#Property\(ListPrice,City\)$/);
  });

  it('give records with what they lead to, by its own options', async () => {
    const sandbox = await serving();
    const nested = 'Media($select=MediaKey,Order;$orderby=Order desc;$top=2;$count=true)';
    const { value } = await json(
      sandbox,
      `/Property?$select=ListingKey,PhotosCount&$expand=${nested},ListAgent($select=MemberKey;$expand=Office($select=OfficeKey)),BuyerAgent`,
    );
    for (const row of value) {
      const media = row['Media'] as Row[];
      expect(row['Media@odata.count']).toBe(row['PhotosCount']);
      expect(column(media, 'Order')).toEqual(
        [row['PhotosCount'], Number(row['PhotosCount']) - 1].filter((order) => Number(order) > 0),
      );
      expect(row['ListAgent']).toMatchObject({
        MemberKey: expect.any(String),
        Office: { OfficeKey: expect.any(String) },
      });
    }
    expect(value.some((row) => row['BuyerAgent'] === null)).toBe(true);
  });

  it.each([
    ['Property', 'Media', 'ListingKey', 'ResourceRecordKey'],
    ['Property', 'OpenHouses', 'ListingKey', 'ListingKey'],
    ['Member', 'Media', 'MemberKey', 'ResourceRecordKey'],
    ['Office', 'Media', 'OfficeKey', 'ResourceRecordKey'],
  ])('link %s and %s by their keys', async (resource, expansion, key, foreignKey) => {
    const sandbox = await serving({ records: 200, pageSize: 200 });
    const { value } = await json(
      sandbox,
      `/${resource}?$select=${key}&$expand=${expansion}($select=${foreignKey})`,
    );
    const pairs = value.flatMap((row) =>
      (row[expansion] as Row[]).map((child) => [row[key], child[foreignKey]]),
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.filter(([own, foreign]) => own !== foreign)).toEqual([]);
  });
});

describe('$count', () => {
  it('counts the whole result, whatever the page', async () => {
    const sandbox = await serving();
    const first = await json(sandbox, "/Property?$count=true&$top=3&$filter=StandardStatus eq 'Active'");
    const plain = await ask(sandbox, "/Property/$count?$filter=StandardStatus eq 'Active'");
    const none = await json(sandbox, '/Property?$count=true&$top=0');
    expect(plain.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(plain.text).toBe(String(first['@odata.count']));
    expect([none['@odata.count'], none.value]).toEqual([60, []]);
    expect((await json(sandbox, '/Property?$top=3'))['@odata.count']).toBeUndefined();
  });
});

describe('the Lookup Resource', () => {
  it('answers the queries of RCP-40, section 2.2', async () => {
    const sandbox = await serving({ pageSize: 100 });
    const page = await json(
      sandbox,
      '/Lookup?$filter=ModificationTimestamp ge 2024-01-01T00:00:00Z&$top=100&$skip=0&$count=true',
    );
    const cities = await json(sandbox, "/Lookup?$filter=LookupName eq 'City'");
    expect(page.value).toHaveLength(100);
    expect(page['@odata.count']).toBeGreaterThan(100);
    expect(column(cities.value, 'LookupValue')).toContain('San Ramon');
  });
});
