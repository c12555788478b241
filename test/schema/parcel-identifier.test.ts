import { describe, expect, it } from 'vitest';
import { propertyWith, told } from './payloads.js';

const DEFINITIONS = propertyWith(
  ['UniversalParcelId', 'Country', 'CountrySubdivision', 'ParcelNumber']
    .map((name) => `<Property Name="${name}" Type="Edm.String" MaxLength="80"/>`)
    .join(''),
);
const UPI = 'urn:reso:upi:2.0:US:04015:63704209';

describe('a Universal Parcel Identifier', () => {
  it.each([
    [UPI, {}],
    ['URN:RESO:UPI:2.0:us:04015:63704209', { Country: 'US' }],
    [UPI, { Country: 'US', CountrySubdivision: '04015', ParcelNumber: '63704209' }],
    [UPI, { Country: null, CountrySubdivision: '', ParcelNumber: null }],
    ['urn:reso:upi:2.0:US:48201:sub:78:12-34 5', { ParcelNumber: '12-34 5' }],
    ['urn:reso:upi:2.0:US:48201:12%2034', { ParcelNumber: '12 34' }],
    ['urn:reso:upi:2.0:US:48201:12%', { ParcelNumber: '12%' }],
    ['urn:reso:upi:2.0:US:48201:R:1:2', { ParcelNumber: 'R:1:2' }],
  ])('%s fits %j', (identifier, facts) => {
    expect(told(DEFINITIONS, JSON.stringify({ ...facts, UniversalParcelId: identifier }))).toEqual([]);
  });

  it.each([
    ['63704209', {}],
    ['', {}],
    ['urn:reso:upi:1.0:US:04015:63704209', {}],
    ['urn:reso:upi:2.0:US:04015:', {}],
    ['urn:reso:upi:2.0:US:63704209', {}],
    ['urn:reso:upi:2.0::04015:63704209', {}],
    ['urn:reso:upi:2.0:840:04015:63704209', {}],
    ['urn:reso:upi:2.0:US:04015:sub:78:', {}],
    ['urn:reso:upi:2.0:US:04015:sub::63704209', {}],
    ['urn:reso:upi:2.0:US:04015:sub:63704209', {}],
    [` ${UPI}`, {}],
    [UPI, { Country: 'CA' }],
    [UPI, { CountrySubdivision: '04013' }],
    [UPI, { ParcelNumber: '63704208' }],
  ])('%s does not fit %j, which warns', (identifier, facts) => {
    expect(told(DEFINITIONS, JSON.stringify({ UniversalParcelId: identifier, ...facts }))).toEqual([
      'parcelId UniversalParcelId: SHOULD be the Universal Parcel Identifier of the record',
    ]);
  });

  it('that is no text or too long is that fault alone', () => {
    expect(
      told(
        DEFINITIONS,
        `[{"UniversalParcelId":7},{"UniversalParcelId":"${'x'.repeat(81)}"},{"UniversalParcelId":null}]`,
      ),
    ).toEqual([
      'type UniversalParcelId: MUST be string but found integer',
      'maxLength UniversalParcelId: MUST have a maximum advertised length of 80 characters',
    ]);
  });
});
