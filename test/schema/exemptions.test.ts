import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { Exemptions, STANDARD_EXEMPTIONS } from '../../src/schema/exemptions.js';
import { readExemptions } from '../../src/schema/read-exemptions.js';

const read = (text: string) => readExemptions(Buffer.from(text), 'exempt.json');

describe('the standard exemptions', () => {
  it('are nine fields of two resources', () => {
    const fields = STANDARD_EXEMPTIONS.map(({ resource, field }) => `${resource}.${field}`);
    expect(fields).toEqual([
      'Property.MLSAreaMajor',
      'Property.MLSAreaMinor',
      'Property.ElementarySchool',
      'Property.ElementarySchoolDistrict',
      'Property.MiddleOrJuniorSchool',
      'Property.MiddleOrJuniorSchoolDistrict',
      'Property.HighSchool',
      'Property.HighSchoolDistrict',
      'Media.ImageSizeDescription',
    ]);
  });

  it.each([
    ['1.7', false],
    ['2.0', true],
    ['2.1', true],
  ])('in Data Dictionary %s: %s', (version, isExempt) => {
    expect(Exemptions.ofVersion(version).has('Property', 'HighSchool')).toBe(isExempt);
  });
});

describe('a file of exemptions', () => {
  it.each([
    ['by resource', '{"Property":["City","PostalCity"],"Media":[]}'],
    [
      'as a list',
      '[{"resourceName":"Property","fieldName":"City"},{"resourceName":"Property","fieldName":"PostalCity"}]',
    ],
    ['as names', '["Property.City","Property.PostalCity"]'],
    ['with a byte order mark', '\uFEFF["Property.City","Property.PostalCity"]'],
  ])('%s', (_what, text) => {
    expect(read(text).list).toEqual([
      { resource: 'Property', field: 'City' },
      { resource: 'Property', field: 'PostalCity' },
    ]);
  });

  it('may be empty', () => expect(read('[]').has('Property', 'HighSchool')).toBe(false));

  it.each([
    ['{"Property":["City",]}', 'The file is not valid JSON at line 1, column 21.'],
    ['"Property.City"', 'The file holds neither an object nor a list.'],
    ['[{"resourceName":"Property"}]', 'Entry 1 has not both a resourceName and a fieldName.'],
    ['["Property.City","City"]', 'Entry 2 has not both a resourceName and a fieldName.'],
    ['["Property.Home.City"]', 'Entry 1 has not both a resourceName and a fieldName.'],
    ['{"Property":"City"}', '"Property" has no list of names of fields.'],
    ['{"Property":[""]}', '"Property" has no list of names of fields.'],
  ])('%s: %s', (text, message) => {
    expect(() => read(text)).toThrow(ConfigurationError);
    expect(() => read(text)).toThrow(message);
  });
});
