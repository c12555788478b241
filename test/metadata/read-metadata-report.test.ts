import { describe, expect, it } from 'vitest';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { readMetadataReport } from '../../src/metadata/read-metadata-report.js';
import { documentOf, modelOf } from './documents.js';

const read = (content: unknown) => readMetadataReport(Buffer.from(JSON.stringify(content)), 'report.json');

const field = (more: object = {}) => ({
  resourceName: 'Property',
  fieldName: 'City',
  type: 'Edm.String',
  ...more,
});

describe('readMetadataReport', () => {
  it('gives back what was written', () => {
    const report = metadataReport({
      model: modelOf(
        documentOf(`
<EntityType Name="Property"><Key><PropertyRef Name="Key"/></Key>
  <Property Name="Key" Type="Edm.String" Nullable="false" MaxLength="max"/>
  <Property Name="Price" Type="Edm.Decimal" Precision="14" Scale="variable" DefaultValue="0"/>
  <Property Name="Heating" Type="Collection(self.Heating)" Unicode="true"/>
  <Property Name="Home" Type="self.Address"/>
  <NavigationProperty Name="Rooms" Type="Collection(self.Property)"/>
</EntityType>
<ComplexType Name="Address"><Property Name="Street" Type="Edm.String"><Annotation Term="v.Path" Path="X"/></Property></ComplexType>
<EnumType Name="Heating" IsFlags="true"><Member Name="Gas" Value="1"><Annotation Term="v.N" String="G"/></Member></EnumType>
<EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/></EntityContainer>`),
      ),
      standardNames: new Set(['Property']),
      version: '2.0',
      generatedOn: '2024-05-06T07:08:09.000Z',
    });
    expect(read(report)).toStrictEqual(report);
  });

  it("takes what RESO's own tool writes, which is less", () => {
    const report = read({
      description: 'RESO Data Dictionary Metadata Report',
      version: '1.7',
      generatedOn: '2024-01-01T00:00:00.000Z',
      fields: [
        field({ maxLength: 50, nullable: null, isCollection: false, isExpansion: false, extra: [1] }),
        field({
          fieldName: 'Media',
          type: undefined,
          typeName: 'Media',
          isCollection: true,
          isExpansion: true,
        }),
        field({
          resourceName: 'Member',
          fieldName: 'MemberKey',
          annotations: [{ term: 'v.Flag', value: true }],
        }),
      ],
      lookups: [
        { lookupName: 'org.test.City', lookupValue: 'Ames', annotations: [] },
        { lookupName: 'City', lookupValue: 'Ames' },
      ],
    });
    expect(report.resources).toEqual([
      { resourceName: 'Property', typeName: 'Property', keyFields: [], hasEntitySet: true },
      { resourceName: 'Member', typeName: 'Member', keyFields: [], hasEntitySet: true },
    ]);
    expect(report.fields).toStrictEqual([
      { ...field(), maxLength: 50, isCollection: false },
      {
        ...field(),
        fieldName: 'Media',
        type: 'Media',
        typeName: 'Media',
        isCollection: true,
        isExpansion: true,
      },
      {
        resourceName: 'Member',
        fieldName: 'MemberKey',
        type: 'Edm.String',
        isCollection: false,
        annotations: [{ term: 'v.Flag', value: 'true' }],
      },
    ]);
    expect(report.complexTypes).toEqual([]);
    expect(report.lookups.map(({ type }) => type)).toEqual(['Edm.Int32', 'Edm.String']);
  });

  it('takes names that are empty', () => {
    const lookups = [{ lookupName: '', lookupValue: '', type: 'Edm.String' }];
    expect(read({ fields: [field({ fieldName: '' })], lookups }).lookups).toEqual(lookups);
  });

  it('names a version that is not told the empty text', () => {
    expect(read({ fields: [] })).toMatchObject({ version: '', resources: [], lookups: [] });
  });

  it.each<[string, unknown, string]>([
    ['an array', [], 'The file holds no object.'],
    ['something else', { a: 1 }, 'The file is no metadata report. It has no list "fields".'],
    ['results', { findings: [] }, "The file is no metadata report. It is a run's results.json."],
    ['a variations report', { variations: {} }, 'The file is no metadata report. It is a variations report.'],
    ['Lookup rows', { lookups: [] }, 'The file is no metadata report. It is a file of Lookup rows.'],
    ['fields that are no list', { fields: {} }, 'fields is no list.'],
    ['a field that is none', { fields: [field(), 1] }, 'fields[1] is no object.'],
    [
      'a field without name',
      { fields: [field({ fieldName: undefined })] },
      'fields[0].fieldName is missing.',
    ],
    ['a field without type', { fields: [field({ type: null })] }, 'fields[0].type is missing.'],
    [
      'a flag that is none',
      { fields: [field({ isCollection: 'yes' })] },
      'fields[0].isCollection is neither true nor false.',
    ],
    [
      'a length that is none',
      { fields: [field({ maxLength: true })] },
      'fields[0].maxLength is neither number nor text.',
    ],
    [
      'a default that is none',
      { fields: [field({ defaultValue: [] })] },
      'fields[0].defaultValue is no single value.',
    ],
    [
      'an annotation that is none',
      { fields: [field({ annotations: [{ term: 1 }] })] },
      'fields[0].annotations[0].term is no text.',
    ],
    [
      'a key that is none',
      { fields: [], resources: [{ resourceName: 'A', typeName: 'A', keyFields: [1] }] },
      'resources[0].keyFields holds something that is no text.',
    ],
    [
      'a lookup without value',
      { fields: [], lookups: [{ lookupName: 'A' }] },
      'lookups[0].lookupValue is missing.',
    ],
  ])('refuses %s', (_what, content, message) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ message, where: 'report.json' }));
  });

  it('says where JSON breaks', () => {
    expect(() => readMetadataReport(Buffer.from('{\n "fields": [,]}'), 'report.json')).toThrow(
      'The file is not valid JSON at line 2, column 13.',
    );
  });
});
