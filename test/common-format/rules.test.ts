import { describe, expect, it } from 'vitest';
import { payload, rcf, rcfWithExemptions } from '../run/run-rcf.js';

/** What is found in a record of Property. */
async function found(members: string, version = '2.0'): Promise<readonly string[]> {
  return (await rcf(payload(members, `urn:reso:metadata:${version}:resource:property`))).told;
}

const LONG = 'x'.repeat(51);
const TYPE = 'error rcf/type Property';

describe('rcf/type', () => {
  it.each([
    ['Boolean', 'NewConstructionYN', ['true', 'false', 'null'], ['"true"', '1', '"Y"']],
    [
      'Integer',
      'BedroomsTotal',
      ['3', '-1', '3.0', '3e0', '9223372036854775807', 'null'],
      ['"3"', '3.5', 'true', '9223372036854775808', '1e400'],
    ],
    ['Decimal', 'ListPrice', ['1', '1.23456789', '-0.5', '1e3', 'null'], ['"1"', '[1]', '1e400', '"INF"']],
    [
      'Date',
      'CloseDate',
      ['"2024-02-29"', 'null'],
      ['"2023-02-29"', '"29.2.2024"', '20240229', '"2024-02-29T00:00:00Z"'],
    ],
    [
      'Timestamp',
      'ModificationTimestamp',
      ['"2024-02-29T23:59:59Z"', '"2024-02-29T23:59:59.123+01:00"', 'null'],
      ['"2024-02-30T00:00:00Z"', '"2024-02-29"', '"2024-02-29T23:59:59"', '1709251199'],
    ],
    ['String', 'PublicRemarks', ['"text"', '""', 'null'], ['7', '{}', '["text"]']],
    [
      'String List, Single',
      'PropertyType',
      ['"Residential"', '"Igloo"', 'null'],
      ['["Residential"]', '7', '{}'],
    ],
    [
      'String List, Multi',
      'Cooling',
      [
        '["Central Air","CentralAir"]',
        '[]',
        '["Igloo"]',
        '"Central Air"',
        '"CentralAir, Zoned"',
        'null',
        '[null]',
      ],
      ['7', '{}', '[7]', '[["Zoned"]]'],
    ],
    ['expansion to one', 'ListAgent', ['{}', '{"MemberKey":"1"}', 'null'], ['[]', '"1"', '[{}]']],
    ['expansion to many', 'Media', ['[]', '[{}]', 'null'], ['{}', '"x"', '[7]', '[null]']],
  ])('%s', async (_, field, fitting, faulty) => {
    for (const value of fitting) expect([value, await found(`"${field}":${value}`)]).toEqual([value, []]);
    for (const value of faulty) {
      expect([value, await found(`"${field}":${value}`)]).toEqual([value, [`${TYPE}.${field}`]]);
    }
  });

  it('judges expansions by the definition of their resource, at any depth', async () => {
    const agent = '"ListAgent":{"MemberKey":1,"Media":[{"MediaKey":2,"ListPrice":"no field of Media"}]}';
    const { told, findings, read } = await rcf(payload(`${agent},"Media":[{"MediaKey":3}]`));
    expect(told).toEqual([
      'error rcf/type Media.MediaKey',
      'error rcf/type Media.MediaKey',
      'error rcf/type Member.MemberKey',
    ]);
    expect(findings.map(({ subject, related }) => [subject.expansion, related])).toEqual([
      ['ListAgent/Media', [{ resource: 'Property', field: 'ListAgent/Media' }]],
      ['Media', [{ resource: 'Property', field: 'Media' }]],
      ['ListAgent', [{ resource: 'Property', field: 'ListAgent' }]],
    ]);
    expect(read('local-elements.json').fields).toMatchObject([
      { resourceName: 'Media', fieldName: 'ListPrice' },
    ]);
  });

  it('says once what is wrong with a field in several ways, and where it is first', async () => {
    const text = `{"@reso.context":"urn:reso:metadata:2.0:resource:property","value":[
{"ListingKey":"1","CloseDate":7},
{"ListingKey":"2","CloseDate":"soon"},
{"ListingKey":"3","CloseDate":"soon"}]}`;
    const { findings } = await rcf({ 'a.json': text });
    expect(findings).toMatchObject([
      {
        rule: 'rcf/type',
        subject: { resource: 'Property', field: 'CloseDate' },
        location: { line: 2, column: 31 },
        message: expect.stringMatching(
          /MUST be string but found integer or MUST match format "date" \(3 times, such as ListingKey 1; 2; 3\)/,
        ),
      },
    ]);
  });

  it('refuses items of a list that are no objects', async () => {
    const text =
      '{"@reso.context":"urn:reso:metadata:2.0:resource:property","value":[7,{"ListPrice":1},null]}';
    expect((await rcf({ 'a.json': text })).told).toEqual([TYPE]);
  });
});

describe('rcf/enum', () => {
  it.each([
    ['a StandardLookupValue', '"Active Under Contract"', []],
    ['a LegacyODataValue', '"ActiveUnderContract"', []],
    ['null', 'null', []],
    ['another value', '"Sold"', ['error rcf/enum Property.StandardStatus']],
    ['another spelling', '"active"', ['error rcf/enum Property.StandardStatus']],
    ['no value', '""', ['error rcf/enum Property.StandardStatus']],
  ])('of a closed lookup: %s', async (_, value, told) => {
    expect(await found(`"StandardStatus":${value}`)).toEqual(told);
  });

  it('counts the values that no closed lookup has', async () => {
    const statuses = ['Sold', 'Active', 'Sold', 'Gone'];
    const records = statuses.map((StandardStatus, index) => ({ ListingKey: String(index), StandardStatus }));
    const text = JSON.stringify({
      '@reso.context': 'urn:reso:metadata:2.0:resource:property',
      value: records,
    });
    expect(
      (await rcf({ 'a.json': text })).read('data-availability-schema-validation-errors.json'),
    ).toMatchObject({
      version: '2.0',
      totalErrors: 3,
      totalWarnings: 0,
      errors: {
        'MUST be equal to one of the allowed values': {
          resources: {
            Property: {
              count: 3,
              keyField: 'ListingKey',
              keys: ['0', '2', '3'],
              fields: { StandardStatus: { lookups: { Sold: { count: 2 }, Gone: { count: 1 } } } },
            },
          },
        },
      },
      warnings: {},
    });
  });
});

describe('rcf/synonym', () => {
  it.each([
    ['of a field', '"AskingPrice":1', ['AskingPrice']],
    ['beside the field itself', '"AskingPrice":1,"ListPrice":1', ['AskingPrice']],
    ['that is null', '"AskingPrice":null', ['AskingPrice']],
    ['in another case', '"askingprice":1', []],
    ['of another resource', '"MemberUserName":"x"', []],
    ['with an annotation of its own', '"AskingPrice@odata.type":"#Edm.Decimal"', []],
  ])('%s', async (_, members, synonyms) => {
    const told = (await found(members)).filter((text) => text.includes('rcf/synonym'));
    expect(told).toEqual(synonyms.map((name) => `error rcf/synonym Property.${name}`));
  });

  it('names the field that it stands for, and its check is that of the field', async () => {
    const { findings, results } = await rcf(payload('"AskingPrice":1'));
    expect(findings[0]).toMatchObject({
      subject: { resource: 'Property', field: 'AskingPrice' },
      expected: 'ListPrice',
      related: [{ resource: 'Property', field: 'ListPrice' }],
      location: { line: 1 },
    });
    const checks = results.checks.filter(({ rule }) => rule === 'rcf/synonym');
    expect(checks.filter(({ verdict }) => verdict === 'failed')).toMatchObject([
      { subject: { resource: 'Property', field: 'ListPrice' } },
    ]);
    expect(checks).not.toContainEqual(
      expect.objectContaining({ subject: { resource: 'Property', field: 'AskingPrice' } }),
    );
    expect(checks.length).toBeGreaterThan(100);
  });
});

describe('warnings', () => {
  it.each([
    ['a text of the suggested length', `"StreetName":"${LONG.slice(1)}"`, '2.0', []],
    ['a longer text', `"StreetName":"${LONG}"`, '2.0', ['warning rcf/length Property.StreetName']],
    ['a text of as many characters beyond the BMP', `"StreetName":"${'😀'.repeat(50)}"`, '2.0', []],
    ['a longer value of a lookup', `"City":"${LONG}"`, '2.0', []],
    ['a parcel identifier', '"UniversalParcelId":"urn:reso:upi:2.0:US:04019:R1"', '2.1', []],
    ['a parcel identifier of a part', '"UniversalParcelId":"urn:reso:upi:2.0:US:04019:sub:78:R1"', '2.1', []],
    [
      'no parcel identifier',
      '"UniversalParcelId":"R1"',
      '2.1',
      ['warning rcf/upi Property.UniversalParcelId'],
    ],
    [
      'that of another parcel',
      '"UniversalParcelId":"urn:reso:upi:2.0:US:04019:R1","ParcelNumber":"R2"',
      '2.1',
      ['warning rcf/upi Property.UniversalParcelId'],
    ],
    [
      'no parcel identifier, in a version without the field',
      '"UniversalParcelId":"R1"',
      '1.7',
      ['warning rcf/upi Property.UniversalParcelId'],
    ],
  ])('%s', async (_, members, version, told) => {
    const { results, told: seen } = await rcf(
      payload(members, `urn:reso:metadata:${version}:resource:property`),
    );
    expect(seen).toEqual(told);
    expect(results.exitCode).toBe(0);
  });

  it('of exempt fields take the place of errors', async () => {
    const exemptions = '[{"resourceName":"Property","fieldName":"StandardStatus"}]';
    const { told, results } = await rcfWithExemptions(payload('"StandardStatus":"Sold"'), exemptions);
    expect(told).toEqual(['warning rcf/enum Property.StandardStatus']);
    expect(results.exitCode).toBe(0);
  });
});

describe('what is not tested', () => {
  it.each([
    ['precision and scale', '"ListPrice":123456789012345678.123456789'],
    ['values of open lookups', '"PropertyType":"Igloo"'],
    ['values of lookups without values', '"City":"Dawson City","HighSchool":"Anywhere"'],
    ['annotations', '"@odata.id":7,"ListPrice@odata.type":"#x","Media@odata.count":"many"'],
    ['required fields', '"Media":[{}]'],
  ])('%s', async (_, members) => {
    expect(await found(members, '1.7')).toEqual([]);
  });
});
