import { describe, expect, it } from 'vitest';
import { redactSample } from '../../src/common-format/elements/redact-sample.js';
import { payload, rcf } from '../run/run-rcf.js';

const URN = 'urn:reso:metadata:1.7:resource:property';

/** What is listed of records of Property. */
async function listed(records: readonly object[], context = URN) {
  const text = JSON.stringify({ '@reso.context': context, value: records });
  return (await rcf({ 'a.json': text })).read('local-elements.json');
}

describe('local fields', () => {
  it.each([
    ['Boolean', [true, false]],
    ['Integer', [1, 2.0, -7]],
    ['Decimal', [1, 2.5]],
    ['Date', ['2024-02-29', '2023-01-01']],
    ['Timestamp', ['2024-02-29T13:00:00Z', '2024-02-29T13:00:00.5+01:00']],
    ['String', ['text', '']],
    ['String', ['2024-02-29', 'later']],
    ['Date or Timestamp', ['2024-02-29', '2024-02-29T13:00:00Z']],
    ['Integer or String', [1, 'one']],
    ['Object', [{ a: 1 }]],
    ['Collection of String', [['a', 'b'], []]],
    ['Collection of Object', [[{ a: 1 }]]],
    ['Collection', [[]]],
    ['String or Collection of Integer', ['a', [1]]],
    ['Unknown', [null, null]],
  ])('are %s', async (type, values) => {
    const { fields } = await listed(values.map((Local) => ({ Local })));
    expect(fields).toMatchObject([
      {
        version: '1.7',
        resourceName: 'Property',
        fieldName: 'Local',
        type,
        count: values.filter((value) => value !== null).length,
      },
    ]);
  });

  it('are listed by resource and name, each with two samples that are not alike', async () => {
    const { fields } = await listed([
      { Zeta: 'AB12', Alpha: 1, Media: [{ Alpha: 'x' }] },
      { Zeta: 'CD34' },
      { Zeta: 'Main St.' },
      { Zeta: 'a third' },
    ]);
    expect(fields).toEqual([
      { version: '1.7', resourceName: 'Media', fieldName: 'Alpha', type: 'String', count: 1, samples: ['x'] },
      {
        version: '1.7',
        resourceName: 'Property',
        fieldName: 'Alpha',
        type: 'Integer',
        count: 1,
        samples: ['9'],
      },
      {
        version: '1.7',
        resourceName: 'Property',
        fieldName: 'Zeta',
        type: 'String',
        count: 4,
        samples: ['xx99', 'xxxx xx.'],
      },
    ]);
  });

  it('are neither standard fields nor synonyms nor annotations', async () => {
    const { fields } = await listed([
      { ListPrice: 1, AskingPrice: 1, '@odata.id': 'x', 'ListPrice@odata.type': 'y', listprice: 2 },
    ]);
    expect(fields).toMatchObject([{ fieldName: 'listprice' }]);
  });

  it('are counted in every record, also in those that come twice', async () => {
    const { fields } = await listed([
      { ListingKey: '1', Local: 1 },
      { ListingKey: '1', Local: 1 },
      { ListingKey: '1', Other: 1 },
    ]);
    expect(fields).toMatchObject([
      { fieldName: 'Local', count: 2 },
      { fieldName: 'Other', count: 1 },
    ]);
  });

  it('are counted when there are too many to be told', async () => {
    const names = Array.from({ length: 10_050 }, (_, index) => [`Local${index}`, 1]);
    const { fields, moreFields } = await listed([Object.fromEntries(names)]);
    expect(fields).toHaveLength(10_000);
    expect(moreFields).toEqual([{ version: '1.7', resourceName: 'Property', count: 50 }]);
  });
});

describe('samples', () => {
  it.each([
    ['123 Main Street', '999 xxxx xxxxxx'],
    ['Ünïcödé', 'xxxxxxx'],
    ['नमस्ते १२', 'xxxxxx 99'],
    ['a@b.example', 'x@x.xxxxxxx'],
    ['x'.repeat(21), 'x'.repeat(20)],
    ['😀'.repeat(30), '😀'.repeat(20)],
    ['', ''],
  ])('%s', (text, sample) => {
    expect(redactSample(text)).toBe(sample);
  });
});

describe('local values', () => {
  it.each([
    ['a value of an open lookup', { PropertyType: 'Igloo' }, ['PropertyType: Igloo']],
    [
      'a standard value under either name',
      { PropertySubType: 'Single Family Residence', Cooling: ['CentralAir'] },
      [],
    ],
    [
      'items of a list',
      { Cooling: ['Ice', 'CentralAir', 'Snow, fresh'] },
      ['Cooling: Ice', 'Cooling: Snow, fresh'],
    ],
    ['legacy values with commas', { Cooling: 'Ice , CentralAir' }, ['Cooling: Ice']],
    ['a text that is no list of them', { Cooling: 'Ice, from the lake' }, ['Cooling: Ice, from the lake']],
    ['a standard value with a comma', { ListAgentDesignation: 'Graduate, REALTOR Institute / GRI' }, []],
    ['a lookup without values', { City: 'Dawson City' }, []],
    ['a closed lookup', { StandardStatus: 'Sold' }, []],
    ['no value', { PropertyType: '', Cooling: [], PropertySubType: null }, []],
    ['what is no text', { PropertyType: 7, Cooling: [8] }, []],
    ['in expansions', { Rooms: [{ RoomType: 'Dining' }] }, ['RoomType: Dining']],
  ])('%s', async (_, record, values) => {
    const { lookupValues } = await listed([record]);
    expect(
      lookupValues.map(
        ({ fieldName, lookupValue }: Record<string, string>) => `${fieldName}: ${lookupValue}`,
      ),
    ).toEqual(values);
  });

  it('are counted, with their lookup', async () => {
    const { lookupValues } = await listed([{ Cooling: ['Ice', 'Ice'] }, { Cooling: 'Ice' }]);
    expect(lookupValues).toEqual([
      {
        version: '1.7',
        resourceName: 'Property',
        fieldName: 'Cooling',
        lookupName: 'Cooling',
        lookupValue: 'Ice',
        type: 'String',
        count: 3,
      },
    ]);
  });

  it('are counted when there are too many to be told', async () => {
    const values = Array.from({ length: 10_020 }, (_, index) => `Local ${index}`);
    const { lookupValues, moreLookupValues } = await listed([{ Cooling: [...values, 'x'.repeat(501)] }]);
    expect(lookupValues).toHaveLength(10_000);
    expect(moreLookupValues).toEqual([
      { version: '1.7', resourceName: 'Property', fieldName: 'Cooling', count: 21 },
    ]);
  });
});

it('are listed also when there are none', async () => {
  const { read } = await rcf(payload('"ListPrice":1', URN));
  expect(read('local-elements.json')).toEqual({
    description: 'RESO Common Format Local Elements',
    generatedOn: '2026-01-02T03:04:05.678Z',
    fields: [],
    lookupValues: [],
  });
});
