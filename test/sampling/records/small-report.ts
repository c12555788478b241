import type { MetadataReport, ReportField, ReportLookup } from '../../../src/metadata/report-shape.js';

const LOOKUP_NAME = 'RESO.OData.Metadata.LookupName';

function field(resourceName: string, fieldName: string, rest: Partial<ReportField> = {}): ReportField {
  return { resourceName, fieldName, type: 'Edm.String', nullable: true, isCollection: false, ...rest };
}

function lookup(lookupName: string, values: readonly string[], rest: Partial<ReportLookup> = {}) {
  return values.map((lookupValue) => ({ lookupName, lookupValue, type: 'Edm.String', ...rest }));
}

function expansion(resourceName: string, fieldName: string, type: string, isCollection: boolean) {
  return field(resourceName, fieldName, { type, isCollection, isExpansion: true });
}

const annotations = (value: string) => [{ term: LOOKUP_NAME, value }];

/** A little metadata with everything that records can have: lookups, flags, complex values, expansions in circles. */
export const SMALL_REPORT: MetadataReport = {
  description: '',
  version: '2.0',
  generatedOn: '2026-07-01T00:00:00Z',
  resources: [
    { resourceName: 'Property', typeName: 'ns.Property', keyFields: ['ListingKey'], hasEntitySet: true },
    { resourceName: 'Media', typeName: 'ns.Media', keyFields: ['MediaKey'], hasEntitySet: true },
    {
      resourceName: 'Member',
      typeName: 'ns.Member',
      keyFields: ['MemberKey', 'Office/Id'],
      hasEntitySet: true,
    },
    { resourceName: 'Rooms', typeName: 'ns.Rooms', keyFields: [], hasEntitySet: false },
  ],
  fields: [
    field('Property', 'ListingKey'),
    field('Property', 'ListPrice', { type: 'Edm.Decimal' }),
    field('Property', 'NewConstructionYN', { type: 'Edm.Boolean' }),
    field('Property', 'StandardStatus', {
      type: 'StandardStatus',
      annotations: annotations('StandardStatus'),
    }),
    field('Property', 'Appliances', {
      type: 'Appliances',
      isCollection: true,
      annotations: annotations('Appliances'),
    }),
    field('Property', 'Cooling', { type: 'ns.Cooling' }),
    field('Property', 'PublicRemarks'),
    field('Property', 'PostalCode'),
    field('Property', 'Home', { type: 'ns.Home', isComplexType: true }),
    field('Property', 'Visits', { type: 'ns.Home', isCollection: true, isComplexType: true }),
    field('Property', 'ModificationTimestamp', { type: 'Edm.DateTimeOffset' }),
    expansion('Property', 'Media', 'ns.Media', true),
    expansion('Property', 'ListAgent', 'ns.Member', false),
    expansion('Property', 'CoListAgent', 'ns.Member', false),
    expansion('Property', 'Rooms', 'ns.Rooms', true),
    field('Media', 'MediaKey'),
    field('Media', 'Order', { type: 'Edm.Int32' }),
    field('Media', 'ModificationTimestamp', { type: 'Edm.DateTimeOffset' }),
    expansion('Media', 'Property', 'ns.Property', false),
    expansion('Media', 'Lost', 'ns.Lost', true),
    field('Member', 'MemberKey', { type: 'Edm.Int64' }),
    field('Member', 'Office', { type: 'ns.Office', isComplexType: true }),
    field('Member', 'MemberName'),
    field('Rooms', 'RoomType', { type: 'RoomType', annotations: annotations('RoomType') }),
  ],
  complexTypes: [
    {
      typeName: 'ns.Home',
      fields: [
        { fieldName: 'Zip', type: 'Edm.String', isCollection: false },
        { fieldName: 'Status', type: 'StandardStatus', isCollection: false },
        { fieldName: 'Next', type: 'ns.Home', isCollection: false, isComplexType: true },
        { fieldName: 'Agent', type: 'ns.Member', isCollection: false, isExpansion: true },
      ],
    },
    { typeName: 'ns.Office', fields: [{ fieldName: 'Id', type: 'Edm.String', isCollection: false }] },
  ],
  lookups: [
    ...lookup('StandardStatus', ['Active', 'Closed', 'Active, Under Contract']),
    ...lookup('Appliances', ['Oven', 'Fridge']),
    ...lookup('ns.Cooling', ['CentralAir', 'Zoned'], { isFlags: true, type: 'Edm.Int64' }),
    ...lookup('ns.Unused', ['One'], { type: 'Edm.Int32' }),
  ],
};
