import { describe, expect, it } from 'vitest';
import { faultsOf, KEY } from './faults.js';

/** A property P of T on line 4. */
const property = (type: string, facets: string): string =>
  `<EntityType Name="T">${KEY}\n<Property Name="P" Type="${type}" ${facets}/></EntityType>`;

describe('edmx/facets', () => {
  it.each([
    ['MaxLength on a date', 'Edm.Date', 'MaxLength="10"', 'MaxLength'],
    ['MaxLength on a decimal', 'Edm.Decimal', 'MaxLength="10"', 'MaxLength'],
    ['MaxLength of 0', 'Edm.String', 'MaxLength="0"', 'MaxLength'],
    ['Precision on a string', 'Edm.String', 'Precision="10"', 'Precision'],
    ['Precision on a double', 'Edm.Double', 'Precision="10"', 'Precision'],
    ['Precision of 0 on a decimal', 'Edm.Decimal', 'Precision="0"', 'Precision'],
    ['Scale on a timestamp', 'Edm.DateTimeOffset', 'Scale="2"', 'Scale'],
    ['Scale above Precision', 'Edm.Decimal', 'Precision="5" Scale="6"', 'Scale'],
    ['Scale floating in 4.0', 'Edm.Decimal', 'Scale="floating"', 'Scale'],
    ['Unicode on a number', 'Edm.Decimal', 'Unicode="false"', 'Unicode'],
    ['SRID on a string', 'Edm.String', 'SRID="0"', 'SRID'],
    ['MaxLength on a collection of dates', 'Collection(Edm.Date)', 'MaxLength="10"', 'MaxLength'],
  ])('%s', (_, type, facets, attribute) => {
    const { told, subjects } = faultsOf(property(type, facets));
    expect(told).toEqual(['4 error edmx/facets']);
    expect(subjects).toEqual([{ resource: 'T', field: 'P', element: `@${attribute}` }]);
  });

  it.each([
    ['Edm.String', 'MaxLength="max" Unicode="false"'],
    ['Edm.Binary', 'MaxLength="1"'],
    ['Edm.Stream', 'MaxLength="1000"'],
    ['Edm.Decimal', 'Precision="14" Scale="2"'],
    ['Edm.Decimal', 'Precision="14" Scale="14"'],
    ['Edm.Decimal', 'Scale="variable"'],
    ['Edm.Decimal', 'Scale="Variable"'],
    ['Edm.DateTimeOffset', 'Precision="12"'],
    ['Edm.Duration', 'Precision="0"'],
    ['Edm.TimeOfDay', 'Precision="7"'],
    ['Edm.GeographyPoint', 'SRID="variable"'],
    ['Edm.GeometryPolygon', 'SRID="0"'],
    ['Collection(Edm.String)', 'MaxLength="5"'],
  ])('lets %s with %s be', (type, facets) => {
    expect(faultsOf(property(type, facets)).told).toEqual([]);
  });

  it('lets Scale floating be in 4.01', () => {
    expect(faultsOf(property('Edm.Decimal', 'Scale="floating"'), { version: '4.01' }).told).toEqual([]);
  });

  it('warns of seconds with more than 12 digits, and fails them by the specification', () => {
    const content = property('Edm.DateTimeOffset', 'Precision="27"');
    expect(faultsOf(content).told).toEqual(['4 warning edmx/facets']);
    expect(faultsOf(content, { profile: 'specification' }).told).toEqual(['4 error edmx/facets']);
  });

  it('warns of facets on integers, but where other rules judge the field', () => {
    const content = property('Edm.Int32', 'MaxLength="10" Precision="5"');
    expect(faultsOf(content).told).toEqual(['4 warning edmx/facets', '4 warning edmx/facets']);
    const standard = {
      resources: new Set<string>(),
      kindOf: (_: string, field: string) => (field === 'P' ? ('integer' as const) : undefined),
    };
    const judgedHere = { standard: { ...standard, areJudgedElsewhere: false } };
    const judgedElsewhere = { standard: { ...standard, areJudgedElsewhere: true } };
    expect(faultsOf(content, { options: judgedHere }).told).toHaveLength(2);
    expect(faultsOf(content, { options: judgedElsewhere }).told).toEqual([]);
  });

  it.each([
    [
      'a type definition',
      '\n<TypeDefinition Name="D" UnderlyingType="Edm.Date" MaxLength="5"/>',
      'Schema[ns]/TypeDefinition[D]/@MaxLength',
    ],
    [
      'a parameter',
      '<Action Name="A">\n<Parameter Name="p" Type="Edm.Date" MaxLength="5"/></Action>',
      'Schema[ns]/Action[A]/Parameter[p]/@MaxLength',
    ],
    [
      'a return type',
      '<Function Name="F">\n<ReturnType Type="Edm.Date" MaxLength="5"/></Function>',
      'Schema[ns]/Function[F]/ReturnType/@MaxLength',
    ],
    ['a term', '\n<Term Name="X" Type="Edm.Date" MaxLength="5"/>', 'Schema[ns]/Term[X]/@MaxLength'],
    [
      'a property of a complex type',
      '<ComplexType Name="V">\n<Property Name="P" Type="Edm.Date" MaxLength="5"/></ComplexType>',
      'Schema[ns]/ComplexType[V]/Property[P]/@MaxLength',
    ],
  ])('on %s', (_, content, element) => {
    const { told, subjects } = faultsOf(content);
    expect(told).toEqual(['4 error edmx/facets']);
    expect(subjects).toEqual([{ element }]);
  });

  it('follows a type definition, and two facets of one field are two findings', () => {
    const content = `<TypeDefinition Name="D" UnderlyingType="Edm.Date"/>${property('self.D', 'MaxLength="5" Unicode="true"')}`;
    expect(faultsOf(content).subjects).toEqual([
      { resource: 'T', field: 'P', element: '@MaxLength' },
      { resource: 'T', field: 'P', element: '@Unicode' },
    ]);
  });

  it('holds a Scale against the Precision of the type definition', () => {
    const content = (scale: string) =>
      `<TypeDefinition Name="D" UnderlyingType="Edm.Decimal" Precision="4"/>${property('self.D', `Scale="${scale}"`)}`;
    expect(faultsOf(content('4')).told).toEqual([]);
    expect(faultsOf(content('5')).told).toEqual([expect.stringMatching(/error edmx\/facets$/)]);
  });
});
