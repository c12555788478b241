import { describe, expect, it } from 'vitest';
import type { FieldDefinition, PayloadDefinitions } from '../../src/schema/definitions.js';
import { faultsIn, told } from './payloads.js';

const STRING = { kind: 'primitive', name: 'Edm.String' } as const;

function field(name: string, type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}) {
  return [name, { name, type, isCollection: false, isNullable: true, ...more }] as const;
}

/** Definitions as a standard gives them: what it does not know is fine, but for synonyms and closed lookups. */
const DEFINITIONS: PayloadDefinitions = {
  version: '2.0',
  isNullAbsent: true,
  resources: new Map([
    [
      'Property',
      {
        resourceName: 'Property',
        keyFields: ['ListingKey'],
        isOpen: true,
        synonyms: new Map([['AskingPrice', ['ListPrice', 'OriginalListPrice']]]),
        fields: new Map([
          field('ListingKey', { ...STRING, maxLength: 3, isSuggested: true }),
          field('Status', { kind: 'lookup', lookup: 'Status' }),
          field('Style', { kind: 'lookup', lookup: 'Style', isOpen: true }),
          field('View', { kind: 'lookup', lookup: 'View' }, { isCollection: true, isTextAllowed: true }),
          field(
            'Cooling',
            { kind: 'lookup', lookup: 'Style', isOpen: true },
            { isCollection: true, isTextAllowed: true },
          ),
          field('Areas', STRING, { isCollection: true, isTextAllowed: true }),
          field('Media', { kind: 'expansion', resource: 'Property' }, { isCollection: true }),
        ]),
      },
    ],
  ]),
  complexTypes: new Map(),
  lookups: new Map([
    ['Status', { lookupName: 'Status', values: ['Active', 'On Hold'], isFlags: false }],
    ['Style', { lookupName: 'Style', values: ['Cape Cod', 'CapeCod'], isFlags: false }],
    [
      'View',
      {
        lookupName: 'View',
        values: ['City Lights', 'CityLights', 'Pool', 'Lake, River', 'LakeRiver'],
        isFlags: false,
      },
    ],
  ]),
};

describe('definitions of a standard', () => {
  it.each([
    ['a field that nobody knows', '"Garden":{"Size":3}', []],
    [
      'a synonym',
      '"AskingPrice":1',
      ['synonym AskingPrice: Fields MUST NOT be called by synonyms of standard fields'],
    ],
    [
      'a synonym in an expansion',
      '"Media":[{"AskingPrice":1}]',
      ['synonym AskingPrice in Media: Fields MUST NOT be called by synonyms of standard fields'],
    ],
    [
      'a text that is longer than suggested',
      '"ListingKey":"1234"',
      ['maxLength ListingKey: SHOULD have a maximum suggested length of 3 characters'],
    ],
    ['a foreign value of an open lookup', '"Style":"Igloo"', []],
    ['a foreign value of a closed lookup', '"Status":"Sold"', ['enum Status: "Sold"']],
    [
      'a list where one value should be',
      '"Style":["Cape Cod"]',
      ['type Style: MUST be string but found array'],
    ],
    ['null for anything', '"Status":null,"Style":null,"View":null,"Areas":null,"Media":null', []],
    ['null among values', '"View":["Pool",null]', []],
    ['null among records', '"Media":[null]', ['null Media: MUST be object but found null']],
    ['a list of values', '"View":["City Lights","CityLights","Lake, River"]', []],
    ['a list with a foreign value', '"View":["Pool","Moon"]', ['enum View: "Moon"']],
    ['a list whose item has commas', '"View":["Pool,CityLights"]', ['enum View: "Pool,CityLights"']],
    ['one value as a text', '"View":"City Lights"', []],
    ['one value with a comma', '"View":"Lake, River"', []],
    ['legacy values with commas', '"View":"Pool,CityLights"', []],
    ['legacy values with blanks', '"View":" Pool , CityLights,LakeRiver "', []],
    ['legacy values, one foreign', '"View":"Pool,Moon"', ['enum View: "Moon"']],
    [
      'a foreign text that is no list',
      '"View":"Moon, on a clear night"',
      ['enum View: "Moon, on a clear night"'],
    ],
    ['a number for a list', '"View":7', ['type View: MUST be array but found integer']],
    ['a foreign text for a list of an open lookup', '"Cooling":"Ice, Snow"', []],
    ['a text for a list without a lookup', '"Areas":"North, South"', []],
    ['an object for a list without a lookup', '"Areas":{}', ['type Areas: MUST be array but found object']],
  ])('%s', (_, members, faults) => {
    expect(told(DEFINITIONS, `{${members}}`)).toEqual(faults);
  });

  it('say what a synonym stands for', () => {
    expect(faultsIn(DEFINITIONS, '{"AskingPrice":1}')).toMatchObject([
      {
        fault: 'synonym',
        expected: 'ListPrice or OriginalListPrice',
        standsFor: ['ListPrice', 'OriginalListPrice'],
      },
    ]);
  });
});
