import { describe, expect, it } from 'vitest';
import { Books } from '../../../src/sampling/records/books.js';
import type { ModelTotals } from '../../../src/sampling/records/model-totals.js';
import { Sightings } from '../../../src/sampling/records/sightings.js';
import { booksOf, MODELS, take } from './entering.js';

function totals(books: Books, resource = 'Property', parent?: string): ModelTotals {
  const found = books.totals().find((model) => model.resource === resource && model.parent === parent);
  if (found === undefined) throw new Error(`nothing of ${resource}`);
  return found;
}

/** The frequencies that are not 0, by field. */
function frequencies(books: Books, resource = 'Property', parent?: string): Record<string, number> {
  const { fields } = totals(books, resource, parent);
  return Object.fromEntries(
    fields.filter(({ frequency }) => frequency > 0).map((total) => [total.field, total.frequency]),
  );
}

function values(books: Books): Record<string, number> {
  return Object.fromEntries(
    totals(books).values.map(({ field, value, frequency }) => [`${field}: ${value}`, frequency]),
  );
}

describe('what is present', () => {
  it.each([
    ['a text', { ListingKey: 'a' }, ['ListingKey']],
    ['0', { ListingKey: 'a', ListPrice: 0 }, ['ListingKey', 'ListPrice']],
    ['false', { ListingKey: 'a', NewConstructionYN: false }, ['ListingKey', 'NewConstructionYN']],
    ['a blank', { ListingKey: 'a', PublicRemarks: ' ' }, ['ListingKey', 'PublicRemarks']],
    ['not null', { ListingKey: 'a', ListPrice: null }, ['ListingKey']],
    ['not an empty text', { ListingKey: 'a', PublicRemarks: '' }, ['ListingKey']],
    ['not an empty list', { ListingKey: 'a', Appliances: [] }, ['ListingKey']],
    ['not an empty object', { ListingKey: 'a', Home: {} }, ['ListingKey']],
    [
      'not an annotation',
      { '@odata.id': 'x', 'ListPrice@odata.type': '#Decimal', ListingKey: 'a' },
      ['ListingKey'],
    ],
    [
      'a complex value and what is in it',
      { ListingKey: 'a', Home: { Zip: '1', Next: { Zip: '2' } } },
      ['ListingKey', 'Home', 'Home/Zip', 'Home/Next', 'Home/Next/Zip'],
    ],
    [
      'once in a list of complex values',
      { ListingKey: 'a', Visits: [{ Zip: '1' }, { Zip: '2' }, {}] },
      ['ListingKey', 'Visits', 'Visits/Zip'],
    ],
  ])('%s', (_what, record, present) => {
    expect(frequencies(booksOf([record]))).toEqual(Object.fromEntries(present.map((name) => [name, 1])));
  });

  it('once where a key stands twice: the first counts', () => {
    const books = new Books(MODELS);
    take(books, '{"value":[{"ListingKey":"a","ListPrice":1,"ListPrice":2,"ListingKey":"b"}]}');
    take(books, [{ ListingKey: 'a' }]);
    expect(totals(books)).toMatchObject({ records: 1 });
    expect(frequencies(books)).toEqual({ ListingKey: 1, ListPrice: 1 });
  });

  it('says which fields came that the metadata does not declare', () => {
    const books = booksOf([
      { ListingKey: 'a', Price: 1, 'X@y': 2 },
      { ListingKey: 'b', Price: 2, Zeta: [1], Gone: null },
    ]);
    expect(totals(books).undeclaredFields).toEqual([
      { field: 'Price', frequency: 2 },
      { field: 'Zeta', frequency: 1 },
    ]);
  });
});

describe('values of lookups', () => {
  it.each([
    ['one', { StandardStatus: 'Active' }, { 'StandardStatus: Active': 1 }],
    [
      'with a comma',
      { StandardStatus: 'Active, Under Contract' },
      { 'StandardStatus: Active, Under Contract': 1 },
    ],
    ['not advertised', { StandardStatus: 'Sold' }, { 'StandardStatus: Sold': 1 }],
    [
      'of a list',
      { Appliances: ['Oven', 'Fridge', null, '', 'Oven'] },
      { 'Appliances: Oven': 1, 'Appliances: Fridge': 1 },
    ],
    [
      'of a list in one text',
      { Appliances: 'Oven, Kiln ,Oven' },
      { 'Appliances: Oven': 1, 'Appliances: Kiln': 1 },
    ],
    ['of a list with commas in an item', { Appliances: ['Oven,Fridge'] }, { 'Appliances: Oven,Fridge': 1 }],
    ['of a text that is no list', { Appliances: 'Oven, hot!' }, { 'Appliances: Oven, hot!': 1 }],
    ['of flags', { Cooling: 'CentralAir, Zoned,,Zoned' }, { 'Cooling: CentralAir': 1, 'Cooling: Zoned': 1 }],
    ['of one flag', { Cooling: 'Zoned' }, { 'Cooling: Zoned': 1 }],
    ['inside complex values', { Home: { Status: 'Closed' } }, { 'Home/Status: Closed': 1 }],
    ['but no numbers', { StandardStatus: 5, Appliances: [7] }, {}],
    ['but no free text', { PublicRemarks: 'Mind the dog' }, {}],
  ])('%s', (_what, record, expected) => {
    expect(values(booksOf([{ ListingKey: 'a', ...record }]))).toEqual(expected);
  });

  it('are told by their content, however it is written', () => {
    const books = new Books(MODELS);
    take(
      books,
      '{"value":[{"StandardStatus":"Act\\u0069ve","ListingKey":"a"},{"ListingKey":"b","StandardStatus":"Active"}]}',
    );
    take(books, '{"value":[{"ListingKey":"c","Cooling":"Z\\u006fned\\u002cCentralAir"}]}');
    expect(values(books)).toEqual({
      'StandardStatus: Active': 2,
      'Cooling: Zoned': 1,
      'Cooling: CentralAir': 1,
    });
  });

  it('may be many', () => {
    const codes = Array.from({ length: 3000 }, (_, index) => String(index).padStart(5, '0'));
    const records = codes.map((code) => ({
      ListingKey: code,
      PostalCode: code,
      StandardStatus: `S${code.slice(0, 3)}`,
    }));
    const books = booksOf(records.slice(0, 1000), records.slice(1000), records);
    expect(totals(books).postalCodes).toEqual(codes);
    expect(totals(books).values).toEqual(
      Array.from({ length: 30 }, (_, index) => ({
        field: 'StandardStatus',
        value: `S${String(index).padStart(3, '0')}`,
        frequency: 100,
      })),
    );
  });

  it('are kept by name within bounds, and counted beyond', () => {
    const books = new Books(MODELS, { perField: 2, perRun: 3, bytes: 5 });
    const statuses = ['S1', 'S2', 'S3', 'too long', 'Active', 'S1'];
    take(
      books,
      statuses.map((StandardStatus, index) => ({ ListingKey: `${index}`, StandardStatus })),
    );
    take(
      books,
      ['12345', '54321'].map((PostalCode) => ({ ListingKey: PostalCode, PostalCode })),
    );
    expect(totals(books)).toMatchObject({
      values: [
        { value: 'Active', frequency: 1 },
        { value: 'S1', frequency: 2 },
        { value: 'S2', frequency: 1 },
      ],
      uncountedValues: [
        { field: 'StandardStatus', frequency: 2 },
        { field: 'PostalCode', frequency: 1 },
      ],
      postalCodes: ['12345'],
    });
  });
});

describe('distinct records', () => {
  it('count once, whatever came before', () => {
    const books = booksOf(
      [{ ListingKey: 'a', ListPrice: 1 }, { ListingKey: 'b' }],
      [{ ListingKey: 'a', ListPrice: 1 }],
    );
    expect(totals(books)).toMatchObject({ records: 2, changed: 0 });
    expect(frequencies(books)).toEqual({ ListingKey: 2, ListPrice: 1 });
  });

  it('count as they were seen first, and as changed once', () => {
    const books = booksOf(
      [{ ListingKey: 'a' }],
      [{ ListingKey: 'a', ListPrice: 1 }],
      [{ ListingKey: 'a', ListPrice: 2 }],
    );
    expect(totals(books)).toMatchObject({ records: 1, changed: 1 });
    expect(frequencies(books)).toEqual({ ListingKey: 1 });
  });

  it.each([
    [
      'without a key: by content',
      'Rooms',
      [{ RoomType: 'Den' }, { RoomType: 'Attic' }, { RoomType: 'Den' }],
      2,
    ],
    [
      'null keys: by content',
      'Property',
      [
        { ListingKey: null, ListPrice: 1 },
        { ListPrice: 2 },
        { ListingKey: '', ListPrice: 3 },
        { ListPrice: 2 },
      ],
      3,
    ],
    [
      'keys of several fields',
      'Member',
      [
        { MemberKey: 1, Office: { Id: 'x' } },
        { MemberKey: 1, Office: { Id: 'y' } },
        { MemberKey: 2, Office: { Id: 'x' } },
        { MemberKey: 1, Office: { Id: 'x' }, MemberName: 'Z' },
      ],
      3,
    ],
    [
      'a part of the key missing: by content',
      'Member',
      [{ MemberKey: 1 }, { MemberKey: 1, MemberName: 'Z' }],
      2,
    ],
    [
      'numbers by value',
      'Member',
      [
        { MemberKey: 1, Office: { Id: 'x' } },
        { Office: { Id: 'x' }, MemberKey: 1.0 },
      ],
      1,
    ],
  ])('%s', (_what, resource, records, expected) => {
    const books = new Books(MODELS);
    take(books, records, { resource });
    expect(totals(books, resource)).toMatchObject({ records: expected });
  });
});

describe('expansions', () => {
  const photo = { MediaKey: 'm1', Order: 1 };

  it('are records of their own, below their parent', () => {
    const books = new Books(MODELS);
    take(books, [
      { ListingKey: 'a', Media: [photo, { MediaKey: 'm2' }] },
      { ListingKey: 'b', Media: [photo] },
    ]);
    take(books, [photo], { resource: 'Media' });
    expect(books.totals().map(({ resource, parent, records }) => [resource, parent, records])).toEqual([
      ['Media', undefined, 1],
      ['Media', 'Property', 2],
      ['Property', undefined, 2],
    ]);
    expect(frequencies(books, 'Media', 'Property')).toEqual({ MediaKey: 2, Order: 1 });
    expect(frequencies(books)).toEqual({ ListingKey: 2 });
  });

  it('that lead to one resource share its records, and are told apart', () => {
    const agent = { MemberKey: 1, Office: { Id: 'x' } };
    const books = booksOf([
      { ListingKey: 'a', ListAgent: agent, CoListAgent: agent, Home: { Agent: agent } },
    ]);
    expect(totals(books, 'Member', 'Property')).toMatchObject({ records: 1 });
    expect(books.expansions()).toEqual(
      ['CoListAgent', 'Home/Agent', 'ListAgent'].map((path) => ({
        parent: 'Property',
        path,
        resource: 'Member',
        fetched: 1,
        records: 1,
      })),
    );
  });

  it('may hold expansions', () => {
    const books = booksOf([{ ListingKey: 'a', Media: [{ MediaKey: 'm', Property: { ListingKey: 'b' } }] }]);
    expect(totals(books, 'Property', 'Media')).toMatchObject({ records: 1 });
    expect(totals(books, 'Property')).toMatchObject({ records: 1 });
  });

  it('are no content: a record with them is as it was without', () => {
    const books = booksOf([{ ListingKey: 'a' }], [{ ListingKey: 'a', Media: [photo], ListAgent: null }]);
    expect(totals(books)).toMatchObject({ records: 1, changed: 0 });
    expect(totals(books, 'Media', 'Property')).toMatchObject({ records: 1 });
  });

  it('to what is not declared, to null and to what is no object are passed over', () => {
    const books = booksOf([{ ListingKey: 'a', ListAgent: null, Media: [null, 7, []] }]);
    take(books, [{ MediaKey: 'm', Lost: [{ a: 1 }] }], { resource: 'Media' });
    expect(books.expansions()).toEqual([
      { parent: 'Property', path: 'ListAgent', resource: 'Member', fetched: 0, records: 0 },
      { parent: 'Property', path: 'Media', resource: 'Media', fetched: 0, records: 0 },
    ]);
  });
});

describe('what a page says', () => {
  const at = (ModificationTimestamp: string | null, ListingKey: string) => ({
    ListingKey,
    ModificationTimestamp,
  });

  it('of its records and of what is new in them', () => {
    const books = new Books(MODELS);
    const first = new Sightings();
    const second = new Sightings();
    take(books, [{ ListingKey: 'a' }, { ListingKey: 'b' }], { sightings: first });
    const { facts, isFresh } = take(books, [{ ListingKey: 'b', ListPrice: 1 }, { ListingKey: 'c' }], {
      sightings: first,
    });
    expect(facts).toMatchObject({ records: 2, taken: 2, fresh: 1, firstInModel: 1, changed: 1 });
    expect([...isFresh]).toEqual([0, 1]);
    expect(take(books, [{ ListingKey: 'a' }], { sightings: second }).facts).toMatchObject({
      fresh: 1,
      firstInModel: 0,
    });
    expect([first.count, second.count]).toEqual([3, 1]);
  });

  it('up to the limit of its sequence', () => {
    const books = new Books(MODELS);
    const sightings = new Sightings();
    take(books, [{ ListingKey: 'a' }], { sightings });
    const records = ['a', 'b', 'c', 'd'].map((ListingKey) => ({
      ListingKey,
      Media: [{ MediaKey: ListingKey }],
    }));
    expect(take(books, records, { sightings, most: 2 }).facts).toMatchObject({
      records: 4,
      taken: 3,
      fresh: 2,
      expandedRecords: 3,
    });
    expect(take(books, records, { sightings, most: 0 }).facts).toMatchObject({ taken: 3, fresh: 0 });
    expect(totals(books)).toMatchObject({ records: 3 });
  });

  it.each([
    ['other contents', [{ ListingKey: 'a' }, { ListingKey: 'a', ListPrice: 1 }, { ListingKey: 'b' }], 1],
    ['the same content', [{ ListingKey: 'a' }, { ListingKey: 'a' }], 0],
    ['other expansions', [{ ListingKey: 'a' }, { ListingKey: 'a', Media: [photoOf('m')] }], 0],
    ['no keys', [{ ListPrice: 1 }, { ListPrice: 2 }], 0],
  ])('of one key twice, with %s', (_what, records, count) => {
    const { facts } = take(new Books(MODELS), records);
    expect(facts.duplicates).toEqual(count === 0 ? { count } : { count, key: 'a' });
  });

  it('of one key twice in other pages: that is a change', () => {
    const books = new Books(MODELS);
    take(books, [{ ListingKey: 'a' }]);
    expect(take(books, [{ ListingKey: 'a', ListPrice: 1 }]).facts).toMatchObject({
      changed: 1,
      duplicates: { count: 0 },
    });
    expect(
      take(books, [
        { ListingKey: 'a', ListPrice: 1 },
        { ListingKey: 'a', ListPrice: 1 },
      ]).facts,
    ).toMatchObject({
      changed: 2,
      duplicates: { count: 0 },
    });
  });

  it('of its timestamps, as instants', () => {
    const { facts } = take(new Books(MODELS), [
      at(null, 'a'),
      at('2026-01-02T00:00:00.0000001Z', 'b'),
      at('2026-01-02T01:00:00+01:00', 'c'),
      at('yesterday', 'd'),
      at('2026-01-03T00:00:00Z', 'e'),
      at('2026-01-02T19:00:00-05:00', 'f'),
    ]);
    expect(facts).toMatchObject({
      withoutTimestamp: 1,
      unreadableTimestamps: 1,
      first: { text: '2026-01-02T00:00:00.0000001Z' },
      last: { text: '2026-01-03T00:00:00Z' },
      lowest: { text: '2026-01-02T01:00:00+01:00' },
      highest: { text: '2026-01-03T00:00:00Z' },
      tiesAtEnd: 2,
      isOneTimestamp: false,
    });
  });

  it.each([
    ['none', [], 0, false],
    ['one', [at('2026-01-01T00:00:00Z', 'a')], 1, true],
    ['one instant', [at('2026-01-01T00:00:00Z', 'a'), at('2026-01-01T00:00:00.000Z', 'b')], 2, true],
    ['no timestamps', [at(null, 'a'), { ListingKey: 'b' }], 2, true],
    ['no timestamp last', [at('2026-01-01T00:00:00Z', 'a'), at(null, 'b')], 1, false],
  ])('of ties: %s', (_what, records, tiesAtEnd, isOneTimestamp) => {
    expect(take(new Books(MODELS), records).facts).toMatchObject({ tiesAtEnd, isOneTimestamp });
  });

  it('of its expansions', () => {
    const { facts } = take(new Books(MODELS), [
      { ListingKey: 'a', Media: [photoOf('m'), photoOf('n')] },
      { ListingKey: 'b', Media: [{ ...photoOf('m'), Order: 2 }], ListAgent: { MemberKey: 1 } },
    ]);
    expect(facts).toMatchObject({
      expandedRecords: 4,
      expansions: [
        { parent: 'Property', path: 'Media', resource: 'Media', records: 3, duplicates: 1 },
        { parent: 'Property', path: 'ListAgent', resource: 'Member', records: 1, duplicates: 0 },
      ],
    });
  });
});

describe('dates', () => {
  it('are the earliest and latest of all sightings, whatever came first', () => {
    const records = ['2026-01-02T00:00:00Z', '2026-01-02T00:00:00+00:00', '2025-12-31T00:00:00Z', null].map(
      (ModificationTimestamp, index) => ({ ListingKey: `${index % 2}`, ModificationTimestamp }),
    );
    for (const order of [records, records.toReversed()]) {
      expect(totals(booksOf(order))).toMatchObject({
        low: { text: '2025-12-31T00:00:00Z' },
        high: { text: '2026-01-02T00:00:00+00:00' },
      });
    }
  });

  it('may be written with escapes', () => {
    const books = new Books(MODELS);
    take(books, '{"value":[{"ModificationTimestamp":"2026\\u002d01-02T00:00:00Z","ListingKey":"a"}]}');
    expect(totals(books)).toMatchObject({ undated: 0, low: { text: '2026-01-02T00:00:00Z' } });
  });

  it('say how many records have none', () => {
    const books = booksOf(
      [{ ListingKey: 'a' }, { ListingKey: 'b', ModificationTimestamp: 'x' }],
      [{ ListingKey: 'a' }],
    );
    expect(totals(books)).toMatchObject({ undated: 2 });
  });
});

function photoOf(MediaKey: string): object {
  return { MediaKey, Order: 1 };
}
