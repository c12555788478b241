import { expect, it } from 'vitest';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { mergeLookupRows } from '../../src/metadata/merge-lookup-rows.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { documentOf, modelOf } from './documents.js';

const MODEL = modelOf(
  documentOf(`
<EntityType Name="Property"><Key><PropertyRef Name="City"/></Key>
  <Property Name="City" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String="City"/></Property>
  <Property Name="Town" Type="Edm.String"><Annotation Term="RESO.OData.Metadata.LookupName" String=" "/></Property>
  <Property Name="Heating" Type="self.Heating"/>
</EntityType>
<EnumType Name="Heating"><Member Name="Gas"/></EnumType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/></EntityContainer>`),
);
const ROWS = lookupRows([
  { LookupName: 'City', LookupValue: 'Ames', StandardLookupValue: 'Ames, Iowa', LegacyODataValue: 'Ames' },
  { LookupName: 'City' },
]);
const INPUT = { model: MODEL, standardNames: new Set(['Property']), version: '2.0', generatedOn: 'now' };

it('merges rows into a report as into the metadata itself, and rows of before make room', () => {
  const merged = metadataReport({ ...INPUT, lookups: ROWS });
  expect(mergeLookupRows(metadataReport(INPUT), ROWS)).toStrictEqual(merged);
  expect(mergeLookupRows(merged, ROWS)).toStrictEqual(merged);
});
