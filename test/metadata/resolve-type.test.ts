import { describe, expect, it } from 'vitest';
import { ABSTRACT_TYPES, PRIMITIVE_TYPES } from '../../src/metadata/edm-types.js';
import { resolveType, underlyingOf } from '../../src/metadata/resolve-type.js';
import { documentOf, including, modelOf } from './documents.js';

const model = modelOf(
  documentOf(
    `<EntityType Name="Property"/><ComplexType Name="Address"/><EnumType Name="Status"/>
<TypeDefinition Name="Zip" UnderlyingType="Edm.String"/><TypeDefinition Name="Twice" UnderlyingType="self.Zip"/>
<TypeDefinition Name="Loop" UnderlyingType="self.Loop"/>`,
    including('org.other', 'other') + including('ns', 'again'),
  ),
);

describe('resolveType', () => {
  it.each([
    ['Edm.String', 'primitive'],
    ['Edm.GeographyMultiLineString', 'primitive'],
    ['Edm.Stream', 'primitive'],
    ['Edm.EntityType', 'abstract'],
    ['Edm.PrimitiveType', 'abstract'],
    ['Edm.Untyped', 'abstract'],
    ['Edm.NavigationPropertyPath', 'abstract'],
    ['ns.Property', 'EntityType'],
    ['ns.Address', 'ComplexType'],
    ['ns.Status', 'EnumType'],
    ['ns.Zip', 'TypeDefinition'],
    ['org.other.Anything', 'external'],
    ['ns.Missing', undefined],
    ['org.other', undefined],
    ['org.other.deeper.X', undefined],
    ['Edm.Text', undefined],
    ['edm.String', undefined],
    ['String', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('%j is %s', (name, kind) => {
    expect(resolveType(model, name)?.kind).toBe(kind);
  });

  it('knows the 33 primitive types of CSDL 4.01 and its 9 abstract ones', () => {
    expect(PRIMITIVE_TYPES.size).toBe(33);
    expect(ABSTRACT_TYPES.size).toBe(9);
  });
});

describe('underlyingOf', () => {
  it.each([
    ['ns.Zip', 'Edm.String'],
    ['ns.Twice', 'Edm.String'],
    ['ns.Loop', 'ns.Loop'],
    ['Edm.Int32', 'Edm.Int32'],
    ['ns.Status', 'ns.Status'],
    ['ns.Missing', 'ns.Missing'],
  ])('of %s is %s', (name, underlying) => {
    expect(underlyingOf(model, name)).toBe(underlying);
  });
});
