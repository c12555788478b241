import { describe, expect, it } from 'vitest';
import { readMetadataReport } from '../../src/metadata/read-metadata-report.js';
import type { FieldDefinition, PayloadDefinitions } from '../../src/schema/definitions.js';
import { definitionsFromReport } from '../../src/schema/definitions-from-report.js';
import { Exemptions } from '../../src/schema/exemptions.js';
import type { LocalListener } from '../../src/schema/validate/local-listener.js';
import { PayloadValidator } from '../../src/schema/validate/payload-validator.js';
import { faultsIn, tokenized, told } from './payloads.js';

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

describe('definitions of payloads that may hold local things', () => {
  const lookup = (name: string): Pick<FieldDefinition, 'type' | 'isNullable'> => ({
    type: { kind: 'lookup', lookup: name },
    isNullable: true,
  });
  const fields: readonly FieldDefinition[] = [
    { name: 'City', ...lookup('City'), isCollection: false },
    { name: 'RoomType', ...lookup('RoomType'), isCollection: false },
    { name: 'StandardStatus', ...lookup('StandardStatus'), isCollection: false },
    { name: 'Heating', ...lookup('Heating'), isCollection: true, isTextAllowed: true },
    { name: 'Closed', ...lookup('StandardStatus'), isCollection: true, isTextAllowed: true },
  ];
  const definitions: PayloadDefinitions = {
    version: '2.0',
    resources: new Map([
      [
        'Property',
        {
          resourceName: 'Property',
          keyFields: [],
          fields: new Map(fields.map((field) => [field.name, field])),
        },
      ],
    ]),
    complexTypes: new Map(),
    lookups: new Map([
      ['City', { lookupName: 'City', values: [], isFlags: false, others: 'fine' }],
      ['RoomType', { lookupName: 'RoomType', values: ['Kitchen'], isFlags: false, others: 'local' }],
      [
        'Heating',
        { lookupName: 'Heating', values: ['Gas', 'Oil, Heavy', 'Wood'], isFlags: false, others: 'local' },
      ],
      [
        'StandardStatus',
        {
          lookupName: 'StandardStatus',
          values: ['Active', 'ActiveUnderContract', 'Active Under Contract'],
          isFlags: false,
        },
      ],
    ]),
  };

  function judged(json: string): { readonly faults: readonly string[]; readonly locals: readonly string[] } {
    const locals: string[] = [];
    const listener: LocalListener = {
      field: ({ resource, field }, tape, node) => void locals.push(`${resource}.${field} ${tape.kind(node)}`),
      value: ({ resource, field }, value) => void locals.push(`${resource}.${field} "${value}"`),
    };
    const validator = new PayloadValidator(definitions, new Exemptions([]), listener);
    validator.validate({ ...tokenized(json, validator.shapeOf('Property')), resource: 'Property' });
    const faults = validator
      .take()
      .faults.flatMap(({ fault, field, values }) => [
        `${fault} ${field}${values === undefined ? '' : ` ${values.map(([value]) => value).join('|')}`}`,
      ]);
    return { faults, locals };
  }

  it.each([
    ['any text of a lookup that takes any', '"City":"Dawson City"', [], []],
    ['no number of it', '"City":7', ['type City'], []],
    ['a value of an open lookup', '"RoomType":"Kitchen"', [], []],
    ['a local value of an open lookup', '"RoomType":"Dining"', [], ['Property.RoomType "Dining"']],
    ['a foreign value of a closed one', '"StandardStatus":"Sold"', ['enum StandardStatus Sold'], []],
    ['an array of values', '"Heating":["Gas","Peat"]', [], ['Property.Heating "Peat"']],
    ['one value as text', '"Heating":"Gas"', [], []],
    ['a value with a comma as text', '"Heating":"Oil, Heavy"', [], []],
    ['values separated by commas', '"Heating":"Gas ,  Wood"', [], []],
    [
      'local ones among them',
      '"Heating":"Gas,Peat,Coal"',
      [],
      ['Property.Heating "Peat"', 'Property.Heating "Coal"'],
    ],
    [
      'foreign ones among those of a closed lookup',
      '"Closed":"Active,Sold, ActiveUnderContract"',
      ['enum Closed Sold'],
      [],
    ],
    ['nothing else as text', '"Heating":7', ['type Heating'], []],
    ['local fields of any type', '"Local":{"x":1},"Other":[1]', [], ['Property.Local 6', 'Property.Other 5']],
    ['no annotations as local fields', '"Local@odata.type":"#x"', [], []],
  ])('take %s', (_what, members, faults, locals) => {
    expect(judged(`{${members}}`)).toEqual({ faults, locals });
  });
});
