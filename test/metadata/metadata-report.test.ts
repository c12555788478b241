import { describe, expect, it } from 'vitest';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { type MetadataReportInput, metadataReport } from '../../src/metadata/metadata-report.js';
import { documentOf, modelOf } from './documents.js';

function report(content: string, merged: Pick<MetadataReportInput, 'lookups'> = {}) {
  return metadataReport({
    model: modelOf(documentOf(content)),
    standardNames: new Set(['Property', 'Office']),
    version: '2.0',
    generatedOn: '2024-05-06T07:08:09.000Z',
    ...merged,
  });
}

const DOCUMENT = `
<EntityType Name="Listing" BaseType="self.Base">
  <Property Name="ListPrice" Type="Edm.Decimal" Nullable="false" Precision="14" Scale="variable"/>
  <Property Name="City" Type="Edm.String" MaxLength="50" Unicode="false" DefaultValue="Ames">
    <Annotation Term="RESO.OData.Metadata.LookupName" String="City"/><Annotation Term="v.Path" Path="X"/>
  </Property>
  <Property Name="Heating" Type="Collection(self.Heating)"/>
  <Property Name="Home" Type="self.Address"/>
  <Property Name="Zip" Type="self.Zip" MaxLength="5"/>
  <NavigationProperty Name="Rooms" Type="Collection(self.Room)"/>
  <NavigationProperty Name="Office" Type="self.Office" Nullable="false"/>
</EntityType>
<EntityType Name="Base"><Key><PropertyRef Name="Key"/></Key><Property Name="Key" Type="Edm.String" MaxLength="max"/></EntityType>
<EntityType Name="Room"/>
<EntityType Name="Office"/>
<EntityType Name="Unreached"/>
<ComplexType Name="Address"><Property Name="Street" Type="Edm.String" Nullable="true"/><NavigationProperty Name="Owner" Type="self.Office"/></ComplexType>
<TypeDefinition Name="Zip" UnderlyingType="Edm.String" MaxLength="10" Unicode="true"/>
<EnumType Name="Heating" IsFlags="true" UnderlyingType="Edm.Int64">
  <Member Name="Gas" Value="1"><Annotation Term="RESO.OData.Metadata.StandardName" String="Natural Gas"/></Member><Member Name="Oil" Value="2"/>
</EnumType>
<EnumType Name="Status"><Member Name="Active"/></EnumType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Listing"/></EntityContainer>`;

const CITY = {
  resourceName: 'Property',
  fieldName: 'City',
  type: 'Edm.String',
  nullable: true,
  maxLength: 50,
  unicode: false,
  defaultValue: 'Ames',
  isCollection: false,
  annotations: [{ term: 'RESO.OData.Metadata.LookupName', value: 'City' }, { term: 'v.Path' }],
};

const ENUM_LOOKUPS = [
  {
    lookupName: 'ns.Heating',
    isFlags: true,
    lookupValue: 'Gas',
    type: 'Edm.Int64',
    annotations: [{ term: 'RESO.OData.Metadata.StandardName', value: 'Natural Gas' }],
  },
  { lookupName: 'ns.Heating', isFlags: true, lookupValue: 'Oil', type: 'Edm.Int64' },
  { lookupName: 'ns.Status', lookupValue: 'Active', type: 'Edm.Int32' },
];

describe('metadataReport', () => {
  it('has the whole shape', () => {
    expect(report(DOCUMENT)).toStrictEqual({
      description: 'RESO Data Dictionary Metadata Report',
      version: '2.0',
      generatedOn: '2024-05-06T07:08:09.000Z',
      resources: [
        { resourceName: 'Property', typeName: 'ns.Listing', keyFields: ['Key'], hasEntitySet: true },
        { resourceName: 'Office', typeName: 'ns.Office', keyFields: [], hasEntitySet: false },
        { resourceName: 'Room', typeName: 'ns.Room', keyFields: [], hasEntitySet: false },
      ],
      fields: [
        {
          resourceName: 'Property',
          fieldName: 'Key',
          type: 'Edm.String',
          nullable: true,
          maxLength: 'max',
          isCollection: false,
        },
        {
          resourceName: 'Property',
          fieldName: 'ListPrice',
          type: 'Edm.Decimal',
          nullable: false,
          precision: 14,
          scale: 'variable',
          isCollection: false,
        },
        CITY,
        {
          resourceName: 'Property',
          fieldName: 'Heating',
          type: 'ns.Heating',
          nullable: true,
          isCollection: true,
        },
        {
          resourceName: 'Property',
          fieldName: 'Home',
          type: 'ns.Address',
          nullable: true,
          isCollection: false,
          isComplexType: true,
        },
        {
          resourceName: 'Property',
          fieldName: 'Zip',
          type: 'Edm.String',
          nullable: true,
          maxLength: 5,
          unicode: true,
          isCollection: false,
        },
        {
          resourceName: 'Property',
          fieldName: 'Rooms',
          type: 'ns.Room',
          typeName: 'Room',
          isCollection: true,
          isExpansion: true,
        },
        {
          resourceName: 'Property',
          fieldName: 'Office',
          type: 'ns.Office',
          typeName: 'Office',
          nullable: false,
          isCollection: false,
          isExpansion: true,
        },
      ],
      complexTypes: [
        {
          typeName: 'ns.Address',
          fields: [
            { fieldName: 'Street', type: 'Edm.String', nullable: true, isCollection: false },
            {
              fieldName: 'Owner',
              type: 'ns.Office',
              typeName: 'Office',
              nullable: true,
              isCollection: false,
              isExpansion: true,
            },
          ],
        },
      ],
      lookups: ENUM_LOOKUPS,
    });
  });

  it('merges rows of the Lookup Resource: the type of an annotated string is its LookupName', () => {
    const lookups = lookupRows([
      { LookupName: 'City', LookupValue: 'AMS', StandardLookupValue: 'Ames', LegacyODataValue: 'Ames1' },
      { LookupName: 'City', LookupValue: 'Boone' },
      { LookupName: 'City', StandardLookupValue: 'no value' },
      { LookupValue: 'no name' },
    ]);
    const merged = report(DOCUMENT, { lookups });
    expect(merged.fields.find(({ fieldName }) => fieldName === 'City')).toStrictEqual({
      ...CITY,
      type: 'City',
    });
    expect(merged.lookups).toStrictEqual([
      ...ENUM_LOOKUPS,
      {
        lookupName: 'City',
        lookupValue: 'AMS',
        type: 'Edm.String',
        annotations: [
          { term: 'RESO.OData.Metadata.StandardName', value: 'Ames' },
          { term: 'RESO.OData.Metadata.LegacyODataValue', value: 'Ames1' },
        ],
      },
      { lookupName: 'City', lookupValue: 'Boone', type: 'Edm.String' },
    ]);
  });

  it.each([
    ['Edm.String', 'String="City"', 'City'],
    ['Collection(Edm.String)', 'String="City"', 'City'],
    ['self.Zip', 'String="City"', 'City'],
    ['self.Status', 'String="City"', 'ns.Status'],
    ['Edm.Int32', 'String="City"', 'Edm.Int32'],
    ['Edm.String', 'String=" "', 'Edm.String'],
    ['Edm.String', 'Qualifier="q" String="City"', 'Edm.String'],
  ])('merged, a field of %s with LookupName %s has the type %s', (type, annotation, expected) => {
    const content = `<EntityType Name="Property"><Property Name="P" Type="${type}"><Annotation Term="RESO.OData.Metadata.LookupName" ${annotation}/></Property></EntityType>
      <TypeDefinition Name="Zip" UnderlyingType="Edm.String"/><EnumType Name="Status"/>`;
    expect(report(content, { lookups: lookupRows([]) }).fields[0]?.type).toBe(expected);
  });

  it('keeps facets that are no numbers as text', () => {
    const { fields } = report(
      '<EntityType Name="Property"><Property Name="P" Type="Edm.Decimal" MaxLength="-1" Precision="1e3" Scale="floating" Unicode="maybe"/></EntityType>',
    );
    expect(fields[0]).toMatchObject({ maxLength: '-1', precision: '1e3', scale: 'floating' });
    expect(fields[0]).not.toHaveProperty('unicode');
  });

  it('has fields and no resource without a name for an empty document', () => {
    expect(report('')).toMatchObject({ resources: [], fields: [], complexTypes: [], lookups: [] });
  });
});
