import { describe, expect, it } from 'vitest';
import {
  applyQuery,
  orderOf,
  parseQuery,
  type QueryRecord,
  selectOf,
  shapeOf,
} from '../../../src/sandbox/query/query.js';
import { CONTEXT } from './evaluation.js';
import { PROPERTY } from './sample-schema.js';

function sorted(orderby: string, records: readonly QueryRecord[]): readonly QueryRecord[] {
  return records.toSorted(orderOf(parseQuery(`$orderby=${orderby}`, PROPERTY), CONTEXT));
}

describe('the order', () => {
  it.each([
    ['Beds', [{ Beds: 10 }, { Beds: 9 }, {}], [{}, { Beds: 9 }, { Beds: 10 }]],
    ['Beds desc', [{}, { Beds: 9 }, { Beds: 10 }], [{ Beds: 10 }, { Beds: 9 }, {}]],
    ['City', [{ City: 'a' }, { City: 'B' }, { City: null }], [{ City: null }, { City: 'B' }, { City: 'a' }]],
    [
      'Area',
      [{ Area: 1 }, { Area: 'NaN' }, { Area: '-INF' }],
      [{ Area: 'NaN' }, { Area: '-INF' }, { Area: 1 }],
    ],
    ['IsNew', [{ IsNew: true }, { IsNew: false }], [{ IsNew: false }, { IsNew: true }]],
    [
      'Changed',
      [{ Changed: '2024-01-01T01:00:00Z' }, { Changed: '2024-01-01T01:30:00+01:00' }],
      [{ Changed: '2024-01-01T01:30:00+01:00' }, { Changed: '2024-01-01T01:00:00Z' }],
    ],
    [
      'Status',
      [{ Status: 'Closed' }, { Status: 'Active' }, { Status: '?' }],
      [{ Status: '?' }, { Status: 'Active' }, { Status: 'Closed' }],
    ],
    ['Media/$count desc', [{ Media: [] }, { Media: [{}] }], [{ Media: [{}] }, { Media: [] }]],
  ])('by %s', (orderby, records, expected) => {
    expect(sorted(orderby, records)).toEqual(expected);
  });

  it('goes by the next key where the first is equal, and is stable', () => {
    const records = [
      { City: 'b', Beds: 1, at: 0 },
      { City: 'a', Beds: 1, at: 1 },
      { City: 'a', Beds: 2, at: 2 },
      { City: 'a', Beds: 2, at: 3 },
    ];
    expect(sorted('City,Beds desc', records).map((record) => record['at'])).toEqual([2, 3, 1, 0]);
  });
});

describe('the answer', () => {
  const records = [3, 1, 2, 5, 4].map((Beds) => ({ Beds }));

  it('is filtered, sorted, and cut; the count is that of all that match', () => {
    const query = parseQuery('$filter=Beds gt 1&$orderby=Beds&$skip=1&$top=2', PROPERTY);
    expect(applyQuery(query, records, CONTEXT)).toEqual({ records: [{ Beds: 3 }, { Beds: 4 }], count: 4 });
  });

  it('is empty with $top=0', () => {
    expect(applyQuery(parseQuery('$top=0', PROPERTY), records, CONTEXT)).toEqual({ records: [], count: 5 });
  });

  it('leaves the records as they were given without options', () => {
    expect(applyQuery(parseQuery('', PROPERTY), records, CONTEXT)).toEqual({ records, count: 5 });
  });
});

describe('the shape', () => {
  const record = { '@odata.id': 'x', ListingKey: '1', City: 'Reno', 'City@note': 'n', Beds: 3, Media: [] };

  it.each([
    ['', record],
    ['$select=*', record],
    ['$select=City', { '@odata.id': 'x', City: 'Reno', 'City@note': 'n' }],
    ['$select=Beds&$expand=Media', { '@odata.id': 'x', Beds: 3, Media: [] }],
  ])('of "%s"', (search, expected) => {
    expect(selectOf(parseQuery(search, PROPERTY))(record)).toEqual(expected);
  });

  it('holds what is expanded, found by the context, each with options of its own', () => {
    const media = [3, 1, 2].map((Order) => ({ MediaKey: `m${Order}`, Order, Size: 10 }));
    const asked: string[] = [];
    const navigate = (_record: QueryRecord, property: string, { name }: { name: string }): unknown => {
      asked.push(`${name}/${property}`);
      return property === 'Media' ? media : { MemberKey: 'a' };
    };
    const options = '$filter=Order gt 1;$orderby=Order;$top=1;$select=MediaKey;$count=true';
    const query = parseQuery(`$select=City&$expand=Agent,Media(${options})`, PROPERTY);
    expect(shapeOf(query, PROPERTY, { ...CONTEXT, navigate })({ City: 'Reno', Beds: 3 })).toEqual({
      City: 'Reno',
      Agent: { MemberKey: 'a' },
      'Media@odata.count': 2,
      Media: [{ MediaKey: 'm2' }],
    });
    expect(asked).toEqual(['Property/Agent', 'Property/Media']);
  });

  it('has null where nothing is at the other end', () => {
    const query = parseQuery('$expand=Agent,Media', PROPERTY);
    expect(shapeOf(query, PROPERTY, CONTEXT)({ Agent: null })).toEqual({ Agent: null, Media: [] });
  });
});
