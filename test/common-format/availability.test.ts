import { describe, expect, it } from 'vitest';
import { rcf } from '../run/run-rcf.js';

const URN = 'urn:reso:metadata:1.7:resource:property';

function list(records: readonly object[], context = URN): string {
  return JSON.stringify({ '@reso.context': context, value: records });
}

describe('the availability report', () => {
  it('has what the payloads have, local fields and values included', async () => {
    const { read } = await rcf({
      'a.json': list([
        {
          ListingKey: '1',
          ListPrice: 0,
          Local: true,
          PublicRemarks: '',
          PropertyType: 'Igloo',
          PostalCode: '12345',
        },
        {
          ListingKey: '2',
          ListPrice: null,
          ModificationTimestamp: '2024-02-29T13:00:00Z',
          Cooling: 'CentralAir,Ice',
        },
      ]),
      // The first content of a record counts.
      'b.json': list([
        { ListingKey: '1', ListPrice: 5, Local: true, ModificationTimestamp: '2023-02-28T13:00:00Z' },
      ]),
      'c.json': JSON.stringify({
        '@reso.context': URN,
        ListingKey: '2',
        Media: [{ MediaKey: 'm' }, { MediaKey: 'm' }],
      }),
    });
    expect(read('data-availability-report.json')).toEqual({
      description: 'RESO Data Availability Report',
      version: '1.7',
      generatedOn: '2026-01-02T03:04:05.678Z',
      resources: [
        {
          resourceName: 'Property',
          recordCount: 4,
          numRecordsFetched: 4,
          numUniqueRecordsFetched: 2,
          numRecordsChanged: 2,
          numSamples: 3,
          keyFields: ['ListingKey'],
          dateField: 'ModificationTimestamp',
          dateLow: '2023-02-28T13:00:00Z',
          dateHigh: '2024-02-29T13:00:00Z',
          postalCodes: ['12345'],
          expansions: [
            {
              resourceName: 'Media',
              fieldName: 'Media',
              numExpandedRecordsFetched: 2,
              numUniqueExpandedRecordsFetched: 1,
            },
          ],
        },
      ],
      fields: [
        { resourceName: 'Media', parentResourceName: 'Property', fieldName: 'MediaKey', frequency: 1 },
        ...[
          'Cooling',
          'ListPrice',
          'ListingKey',
          'ModificationTimestamp',
          'PostalCode',
          'PropertyType',
          'Local',
        ].map((fieldName) => ({
          resourceName: 'Property',
          fieldName,
          frequency: fieldName === 'ListingKey' ? 2 : 1,
        })),
      ],
      lookupValues: ['CentralAir', 'Ice', 'Igloo'].map((lookupValue) => ({
        resourceName: 'Property',
        fieldName: lookupValue === 'Igloo' ? 'PropertyType' : 'Cooling',
        lookupValue,
        frequency: 1,
      })),
    });
  });

  it('tells records without a key by their content', async () => {
    const { read } = await rcf({
      'a.ndjson': `{"@reso.context":"${URN}","ListPrice":1}\n{"@reso.context":"${URN}","ListPrice":1}\n{"@reso.context":"${URN}","ListPrice":2}\n`,
    });
    expect(read('data-availability-report.json').resources).toMatchObject([
      { numRecordsFetched: 3, numUniqueRecordsFetched: 2, numSamples: 3 },
    ]);
  });

  it('says what was not read', async () => {
    const { read } = await rcf({ 'a.json': `${list([{ ListPrice: 1 }]).slice(0, -2)},` });
    expect(read('data-availability-report.json').incomplete).toEqual([
      expect.stringMatching(/^Property: rcf\/json blocks it: .*a\.json is broken$/),
    ]);
  });
});
