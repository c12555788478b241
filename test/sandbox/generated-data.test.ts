import { describe, expect, it } from 'vitest';
import { entitiesOf, makeData, setOf } from './generated-data.js';
import { column } from './serving.js';

const { data } = await makeData('2.0', 'lookup');
const property = entitiesOf(setOf(data, 'Property'));
const member = entitiesOf(setOf(data, 'Member'));
const office = entitiesOf(setOf(data, 'Office'));
const media = entitiesOf(setOf(data, 'Media'));
const openHouse = entitiesOf(setOf(data, 'OpenHouse'));

describe('generated records', () => {
  it.each(['Property', 'Member', 'Office', 'Media', 'OpenHouse', 'Lookup'])(
    'have a key each, which leads back to the record: %s',
    (name) => {
      const set = setOf(data, name);
      const keys = column(entitiesOf(set), set.resource.key);
      expect(set.count).toBeGreaterThan(0);
      expect(new Set(keys).size).toBe(set.count);
      expect(keys.map((key) => set.indexOf(key as string))).toEqual(keys.map((_, index) => index));
    },
  );

  it.each<[string, readonly unknown[], readonly unknown[]]>([
    ['Property.ListAgentKey → Member', column(property, 'ListAgentKey'), column(member, 'MemberKey')],
    ['Property.CoListAgentKey → Member', column(property, 'CoListAgentKey'), column(member, 'MemberKey')],
    ['Property.BuyerAgentKey → Member', column(property, 'BuyerAgentKey'), column(member, 'MemberKey')],
    ['Property.ListOfficeKey → Office', column(property, 'ListOfficeKey'), column(office, 'OfficeKey')],
    ['Member.OfficeKey → Office', column(member, 'OfficeKey'), column(office, 'OfficeKey')],
    ['Office.MainOfficeKey → Office', column(office, 'MainOfficeKey'), column(office, 'OfficeKey')],
    ['Office.OfficeBrokerKey → Member', column(office, 'OfficeBrokerKey'), column(member, 'MemberKey')],
    ['Office.OfficeManagerKey → Member', column(office, 'OfficeManagerKey'), column(member, 'MemberKey')],
    ['OpenHouse.ListingKey → Property', column(openHouse, 'ListingKey'), column(property, 'ListingKey')],
    ['OpenHouse.ShowingAgentKey → Member', column(openHouse, 'ShowingAgentKey'), column(member, 'MemberKey')],
    ['Media.ChangedByMemberKey → Member', column(media, 'ChangedByMemberKey'), column(member, 'MemberKey')],
  ])('are linked: %s', (_what, links, keys) => {
    const given = links.filter((link) => link !== null);
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((link) => !keys.includes(link))).toEqual([]);
  });

  it.each<[string, readonly unknown[]]>([
    ['Property', column(property, 'ListingKey')],
    ['Member', column(member, 'MemberKey')],
    ['Office', column(office, 'OfficeKey')],
  ])('have media by ResourceName and ResourceRecordKey: %s', (resource, keys) => {
    const own = media.filter((each) => each['ResourceName'] === resource);
    expect(own.length).toBeGreaterThan(0);
    expect(column(own, 'ResourceRecordKey').filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('agree with the records that they lead to', () => {
    const set = setOf(data, 'Property');
    for (const [index, record] of property.entries()) {
      const [agent = -1] = set.related(index, 'ListAgent');
      expect(member[agent]).toMatchObject({
        MemberKey: record['ListAgentKey'],
        MemberFullName: record['ListAgentFullName'],
        OfficeKey: record['ListOfficeKey'],
      });
      const photos = set.related(index, 'Media').map((at) => media[at]?.['ResourceRecordKey']);
      expect(photos).toEqual(new Array(record['PhotosCount'] as number).fill(record['ListingKey']));
      const visits = set.related(index, 'OpenHouses').map((at) => openHouse[at]?.['ListingKey']);
      expect(new Set([...visits, record['ListingKey']]).size).toBe(1);
    }
  });

  it('have dates in order', () => {
    for (const record of property) {
      const order = [
        'OriginalEntryTimestamp',
        'OnMarketTimestamp',
        'StatusChangeTimestamp',
        'ModificationTimestamp',
      ];
      const instants = order.map((name) => String(record[name]));
      expect(instants).toEqual(instants.toSorted());
      expect(String(record['OnMarketDate']) < String(record['ExpirationDate'])).toBe(true);
    }
    for (const { OpenHouseStartTime, OpenHouseEndTime } of openHouse)
      expect(String(OpenHouseStartTime) < String(OpenHouseEndTime)).toBe(true);
  });

  it('have a buyer where they are closed, and only there', () => {
    for (const { StandardStatus, BuyerAgentKey, ClosePrice, CloseDate } of property) {
      const isClosed = StandardStatus === 'Closed';
      expect([BuyerAgentKey, ClosePrice, CloseDate].map((value) => value !== null)).toEqual([
        isClosed,
        isClosed,
        isClosed,
      ]);
    }
  });

  it('share some timestamps, are old and recent, and none is later than the data', () => {
    const stamps = column(property, 'ModificationTimestamp').map(String);
    expect(new Set(stamps).size).toBeLessThan(stamps.length);
    expect(stamps.toSorted()[0]?.slice(0, 4)).toMatch(/202[0-3]/);
    expect(stamps.toSorted().at(-1)?.slice(0, 4)).toBe('2026');
    expect(stamps.filter((stamp) => stamp > '2026-07-01T00:00:00Z')).toEqual([]);
  });

  it('fill some fields always, some now and then, some never', () => {
    const shares = setOf(data, 'Property').resource.fields.map(({ name }) => {
      const filled = property.filter(
        ({ [name]: value }) => value !== null && !(Array.isArray(value) && value.length === 0),
      );
      return filled.length / property.length;
    });
    expect(shares.filter((share) => share === 1).length).toBeGreaterThan(20);
    expect(shares.filter((share) => share === 0).length).toBeGreaterThan(100);
    expect(shares.filter((share) => share > 0.1 && share < 0.9).length).toBeGreaterThan(200);
  });

  it('can be made by themselves, field by field', () => {
    const set = setOf(data, 'Property');
    const fields = new Set(['ListPrice', 'ListingKey', '__proto__', 'NoSuchField']);
    const { ListPrice, ListingKey } = set.entity(17);
    expect(set.entity(17, fields)).toEqual({ ListPrice, ListingKey });
  });

  it('are another with another seed, and the same with the same', async () => {
    const [same, other] = await Promise.all([
      makeData('2.0', 'lookup'),
      makeData('2.0', 'lookup', { seed: 2 }),
    ]);
    expect(entitiesOf(setOf(same.data, 'Property'))).toEqual(property);
    expect(entitiesOf(setOf(other.data, 'Property'))).not.toEqual(property);
  });

  it('are not there where there are to be none', async () => {
    const none = await makeData('2.0', 'enum', { records: 0 });
    expect([...none.data.values()].map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  });

  it('come one by one out of 100,000 without the others being made', async () => {
    const many = setOf((await makeData('2.0', 'enum', { records: 100_000 })).data, 'Property');
    expect(many.entity(99_999)['ListingKey']).toBe('100100000');
    expect(many.indexOf('100100000')).toBe(99_999);
    expect(many.indexOf('100100001')).toBeUndefined();
  });
});

describe('LookupKey rows', () => {
  it('hold each value of each lookup once, local ones without a standard value', async () => {
    const { data: other, values } = await makeData('2.1', 'lookup');
    const rows = entitiesOf(setOf(other, 'Lookup'));
    expect(rows.length).toBe([...values.values()].flat().length);
    const local = rows.filter((row) => row['LookupName'] === 'City');
    expect(new Set(column(local, 'StandardLookupValue'))).toEqual(new Set([null]));
    const status = rows.filter((row) => row['LookupName'] === 'StandardStatus');
    expect(column(status, 'StandardLookupValue')).toContain('Active Under Contract');
    expect(column(status, 'LegacyODataValue')).toContain('ActiveUnderContract');
  });
});
