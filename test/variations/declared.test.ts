import { describe, expect, it } from 'vitest';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { resourcesOf } from '../../src/metadata/resources.js';
import type { Declared } from '../../src/variations/declared.js';
import { declaredInModel } from '../../src/variations/declared-in-model.js';
import { declaredInReport } from '../../src/variations/declared-in-report.js';
import { documentOf, modelOf } from '../metadata/documents.js';

const STANDARD = new Set(['Property', 'Member']);
const annotation = (term: string, value: string) =>
  `<Annotation Term="RESO.OData.Metadata.${term}" String="${value}"/>`;
const MODEL = modelOf(
  documentOf(`
<EntityType Name="Property"><Key><PropertyRef Name="Key"/></Key>
  <Property Name="Key" Type="Edm.String" Nullable="false"/>
  <Property Name="Bare" Type="Edm.String"/>
  <Property Name="Price" Type="Edm.Decimal"/>
  <Property Name="Cooling" Type="Collection(self.Cooling)"/>
  <Property Name="Heating" Type="Edm.String">${annotation('LookupName', 'Heating')}</Property>
  <Property Name="Roof" Type="Edm.String">${annotation('LookupName', 'Roof')}</Property>
  <Property Name="Lost" Type="self.Nowhere"/>
  <Property Name="Home" Type="self.Address"/>
  <NavigationProperty Name="Agent" Type="self.Agent"/>
</EntityType>
<EntityType Name="Agent"/><EntityType Name="Member"/>
<ComplexType Name="Address"/>
<EnumType Name="Cooling"><Member Name="Fan">${annotation('StandardName', 'Ceiling Fan')}</Member><Member Name="Iglu"/></EnumType>
<EntityContainer Name="C"><EntitySet Name="Properties" EntityType="self.Property"/></EntityContainer>`),
);
const ROWS = lookupRows([
  {
    LookupName: 'Heating',
    LookupValue: 'Gas',
    StandardLookupValue: 'Natural Gas',
    LegacyODataValue: 'NaturalGas',
  },
  { LookupName: 'Heating', LookupValue: 'Peat' },
]);
const REPORT = { model: MODEL, standardNames: STANDARD, version: '2.0', generatedOn: 'now' };
const RESOURCES = resourcesOf(MODEL, STANDARD);

/** A server as the checks see it, told by EDMX and by its report. */
const told: readonly (readonly [string, Declared, Declared])[] = [
  [
    'with rows',
    declaredInModel({ model: MODEL, resources: RESOURCES, lookups: ROWS }),
    declaredInReport(metadataReport({ ...REPORT, lookups: ROWS })),
  ],
  [
    'without rows',
    declaredInModel({ model: MODEL, resources: RESOURCES }),
    declaredInReport(metadataReport(REPORT)),
  ],
  [
    'with some of the rows',
    declaredInModel({ model: MODEL, resources: RESOURCES, lookups: ROWS, rowsBlocked: 'it broke off' }),
    declaredInReport(metadataReport({ ...REPORT, lookups: ROWS }), 'it broke off'),
  ],
  [
    'with none of the rows',
    declaredInModel({ model: MODEL, resources: RESOURCES, rowsBlocked: 'it broke off' }),
    declaredInReport(metadataReport(REPORT), 'it broke off'),
  ],
];

/** Without the places, which only EDMX knows. */
const placeless = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === 'line' || key === 'column' ? undefined : part)));

describe.each(told)('EDMX and its report declare the same %s', (_what, ofModel, ofReport) => {
  it('resources', () => {
    const names = (declared: Declared) =>
      [...declared.resources.values()]
        .filter(({ name }) => name !== 'Agent')
        .map(({ name, typeName, hasEntitySet, properties, navigationProperties }) => ({
          name,
          typeName,
          hasEntitySet,
          properties: [...properties.keys()],
          expansions: [...navigationProperties.keys()],
        }));
    expect(names(ofReport)).toEqual(names(ofModel));
    expect(placeless(ofReport.offered)).toEqual(placeless(ofModel.offered));
  });

  it.each(['Bare', 'Price', 'Cooling', 'Heating', 'Roof', 'Home', 'Agent', 'Absent'])(
    'values of %s',
    (field) => {
      expect(placeless(ofReport.valuesOf('Property', field))).toEqual(
        placeless(ofModel.valuesOf('Property', field)),
      );
    },
  );

  it('nothing of a resource that is not there', () => {
    expect(ofReport.valuesOf('Office', 'A')).toEqual(ofModel.valuesOf('Office', 'A'));
  });
});

describe('values', () => {
  const [, ofModel, ofReport] = told[0] ?? [];

  it('of an EnumType are its members, with their standard names and places', () => {
    expect(ofModel?.valuesOf('Property', 'Cooling')).toEqual({
      kind: 'values',
      source: 'EnumType',
      lookup: 'ns.Cooling',
      line: 17,
      column: 1,
      values: [
        {
          name: 'Fan',
          standsFor: 'Ceiling Fan',
          isLegacyName: false,
          lookupValue: 'Ceiling Fan',
          legacyODataValue: 'Fan',
          line: 17,
          column: 26,
        },
        {
          name: 'Iglu',
          standsFor: 'Iglu',
          isLegacyName: true,
          legacyODataValue: 'Iglu',
          line: 17,
          column: expect.any(Number),
        },
      ],
    });
  });

  it('of a lookup are its rows', () => {
    expect(ofReport?.valuesOf('Property', 'Heating')).toEqual({
      kind: 'values',
      source: 'Lookup Resource',
      lookup: 'Heating',
      values: [
        {
          name: 'Gas',
          standsFor: 'Natural Gas',
          isLegacyName: false,
          lookupValue: 'Gas',
          legacyODataValue: 'NaturalGas',
          alsoDeclares: 'NaturalGas',
        },
        { name: 'Peat', standsFor: 'Peat', isLegacyName: false, lookupValue: 'Peat' },
      ],
    });
  });

  it('are one object for all fields that share a lookup', () => {
    expect(ofModel?.valuesOf('Property', 'Cooling')).toBe(ofModel?.valuesOf('Properties', 'Cooling'));
    expect(ofReport?.valuesOf('Property', 'Heating')).toBe(ofReport?.valuesOf('Properties', 'Heating'));
  });

  it('of a type that is not declared are not evaluated', () => {
    expect(ofModel?.valuesOf('Property', 'Lost')).toMatchObject({
      kind: 'not evaluated',
      reason: 'edmx/unresolved-type on Property.Lost blocks it',
    });
    expect(ofReport?.valuesOf('Property', 'Lost')).toMatchObject({
      kind: 'not evaluated',
      reason: 'the report has no values of ns.Nowhere, the type of Property.Lost: it may not be declared',
    });
  });
});
