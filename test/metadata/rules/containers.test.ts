import { describe, expect, it } from 'vitest';
import { check, container, documentWith } from '../documents.js';
import { faultsOf, KEY } from './faults.js';

const STANDARD = {
  resources: new Set(['Property', 'Member']),
  kindOf: (_: string, field: string) => (field === 'Status' ? ('lookup' as const) : undefined),
  areJudgedElsewhere: false,
};

describe('edmx/entity-container', () => {
  it('a second one is an error', () => {
    const { told, subjects } = faultsOf(
      `${container('A')}\n<EntityContainer Name="B"><ActionImport Name="I" Action="ns.Nothing"/></EntityContainer>`,
    );
    expect(told).toEqual(['4 error edmx/entity-container']);
    expect(subjects).toEqual([{ element: 'Schema[ns]/EntityContainer[B]' }]);
  });

  it('one of the same name is told by edmx/unique-names alone', () => {
    const container =
      '<EntityContainer Name="C"><EntitySet Name="Ts" EntityType="self.T"/></EntityContainer>';
    const { told } = faultsOf(`<EntityType Name="T">${KEY}</EntityType>${container}\n${container}`);
    expect(told).toEqual(['4 error edmx/unique-names']);
  });

  it('none is an error of a service, and a warning where the document may be a vocabulary', () => {
    const text = documentWith('<Schema Namespace="a"/>');
    expect(check(text).findings).toMatchObject([{ rule: 'edmx/entity-container', severity: 'error' }]);
    expect(check(text, { purpose: 'vocabulary' }).findings).toMatchObject([
      { rule: 'edmx/entity-container', severity: 'warning' },
    ]);
  });
});

describe('edmx/standard-resource', () => {
  const type = (name: string, rest = '') => `<EntityType Name="${name}"${rest}>${KEY}</EntityType>`;

  it.each([
    [
      'is served by a set',
      `${type('Member')}<EntityContainer Name="C"><EntitySet Name="Agents" EntityType="self.Member"/></EntityContainer>`,
      [],
    ],
    [
      'is a singleton',
      `${type('Member')}<EntityContainer Name="C"><Singleton Name="Me" Type="self.Member"/></EntityContainer>`,
      [],
    ],
    [
      'is reached by navigation',
      `${type('Member')}<EntityType Name="X">${KEY}<NavigationProperty Name="N" Type="Collection(self.Member)"/></EntityType>`,
      [],
    ],
    ['is reached by nothing', `${type('Member')}`, ['3 warning edmx/standard-resource']],
    ['is not standard', `${type('Other')}`, []],
  ])('an entity type that %s', (_, content, told) => {
    expect(faultsOf(content, { options: { standard: STANDARD } }).told).toEqual(told);
  });
});

describe('edmx/lookup-annotation', () => {
  const content = (annotation: string) =>
    `<EntityType Name="Property">${KEY}\n<Property Name="Status" Type="Edm.String">${annotation}</Property><Property Name="Local" Type="Edm.String"/></EntityType><EntityContainer Name="C"><EntitySet Name="Property" EntityType="self.Property"/></EntityContainer>`;

  it('speaks of a lookup field that is a plain string', () => {
    const { told, subjects } = faultsOf(content(''), { options: { standard: STANDARD } });
    expect(told).toEqual(['4 info edmx/lookup-annotation']);
    expect(subjects).toEqual([{ resource: 'Property', field: 'Status' }]);
  });

  it.each([
    [
      'with the annotation',
      content('<Annotation Term="RESO.OData.Metadata.LookupName" String="S"/>'),
      STANDARD,
    ],
    ['where other rules judge it', content(''), { ...STANDARD, areJudgedElsewhere: true }],
  ])('keeps quiet %s', (_, text, standard) => {
    expect(faultsOf(text, { options: { standard } }).told).toEqual([]);
  });
});
