import { describe, expect, it } from 'vitest';
import { readMetadataReport } from '../../src/metadata/read-metadata-report.js';
import { definitionsFromReport } from '../../src/schema/definitions-from-report.js';
import { faultsIn, told } from './payloads.js';

describe("the report of RESO's own tool", () => {
  const report = {
    description: 'RESO Data Dictionary Metadata Report',
    version: '2.0',
    fields: [
      { resourceName: 'Property', fieldName: 'ListPrice', type: 'Edm.Decimal', precision: 5, scale: 2 },
      {
        resourceName: 'Property',
        fieldName: 'Media',
        type: 'org.reso.metadata.Media',
        typeName: 'Media',
        isCollection: true,
        isExpansion: true,
      },
      { resourceName: 'Property', fieldName: 'Status', type: 'org.reso.metadata.enums.Status' },
      { resourceName: 'Property', fieldName: 'Home', type: 'org.reso.metadata.Address', isComplexType: true },
      { resourceName: 'Media', fieldName: 'MediaKey', type: 'Edm.String', nullable: false, maxLength: 3 },
    ],
    lookups: [{ lookupName: 'org.reso.metadata.enums.Status', lookupValue: 'Active', type: 'Edm.Int32' }],
  };
  const definitions = definitionsFromReport(
    readMetadataReport(Buffer.from(JSON.stringify(report)), 'report.json'),
  );

  it('gives definitions too, though it says less', () => {
    const record = '{"ListPrice":1000,"Status":"Sold","Home":{"x":1},"Media":[{"MediaKey":"1234"},{}]}';
    expect(told(definitions, record)).toEqual([
      'precision ListPrice: MUST fit the advertised precision of 5 and scale of 2',
      'enum Status: "Sold"',
      'maxLength Media.MediaKey in Media: MUST have a maximum advertised length of 3 characters',
      'required Media.MediaKey in Media: Fields that are not nullable MUST be present',
    ]);
  });

  it('has no keys to tell records by', () => {
    expect(faultsIn(definitions, '{"ListPrice":"x"}')[0]).not.toHaveProperty('keyField');
  });
});
