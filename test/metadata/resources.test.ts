import { describe, expect, it } from 'vitest';
import { navigatedResources } from '../../src/metadata/navigated-resources.js';
import { resourcesOf } from '../../src/metadata/resources.js';
import { documentOf, documentWith, modelOf } from './documents.js';

const STANDARD = new Set(['Property', 'Member', 'Media']);

/** `name: type` of the resources, with `(no set)` where a type stands in. */
function summary(text: string): readonly string[] {
  return [...resourcesOf(modelOf(text), STANDARD).values()].map(
    ({ name, typeName, hasEntitySet }) => `${name}: ${typeName}${hasEntitySet ? '' : ' (no set)'}`,
  );
}

const type = (name: string, content = '', attributes = ''): string =>
  `<EntityType Name="${name}" ${attributes}>${content}</EntityType>`;
const set = (name: string, typeName: string): string =>
  `<EntitySet Name="${name}" EntityType="self.${typeName}"/>`;
const container = (...sets: readonly string[]): string =>
  `<EntityContainer Name="C">${sets.join('')}</EntityContainer>`;

describe('resourcesOf', () => {
  it.each([
    [
      'an entity set under its own name',
      type('Listing') + container(set('Property', 'Listing')),
      ['Property: ns.Listing'],
    ],
    ['a local entity set', type('Thing') + container(set('Things', 'Thing')), ['Things: ns.Thing']],
    [
      'a standard type without any container',
      type('Property') + type('Local'),
      ['Property: ns.Property (no set)'],
    ],
    [
      'a standard type beside a set of another name',
      type('Property') + container(set('Listings', 'Property')),
      ['Listings: ns.Property', 'Property: ns.Property (no set)'],
    ],
    [
      'not the type where the set has that name',
      type('Property') + type('X') + container(set('Property', 'X')),
      ['Property: ns.X'],
    ],
    [
      'no set whose type does not resolve, nor a type in its place',
      type('Property') + container(set('Property', 'Nope')),
      [],
    ],
    ['no set of a complex type', `<ComplexType Name="X"/>${container(set('Property', 'X'))}`, []],
    [
      'no singleton, but a type of its name',
      type('Member') + container('<Singleton Name="Member" Type="self.Member"/>'),
      ['Member: ns.Member (no set)'],
    ],
    ['no complex type of a standard name', '<ComplexType Name="Media"/>', []],
    ['two sets of one type', type('T') + container(set('A', 'T'), set('B', 'T')), ['A: ns.T', 'B: ns.T']],
  ])('has %s', (_, content, expected) => {
    expect(summary(documentOf(content))).toEqual(expected);
  });

  it('takes the first of two standard types of one name in different schemas', () => {
    const schemas = `<Schema Namespace="a">${type('Media')}</Schema><Schema Namespace="b">${type('Media')}</Schema>`;
    expect(summary(documentWith(schemas))).toEqual(['Media: a.Media (no set)']);
  });

  it('includes inherited members, base first, and says where they are declared', () => {
    const model = modelOf(
      documentOf(
        type(
          'Property',
          '<Property Name="B" Type="Edm.Int32"/><Property Name="A" Type="Edm.Int32"/>',
          'BaseType="self.Mid"',
        ) +
          type('Mid', '<NavigationProperty Name="N" Type="self.Mid"/>', 'BaseType="self.Root"') +
          type('Root', '<Key><PropertyRef Name="A"/></Key><Property Name="A" Type="Edm.String"/>'),
      ),
    );
    const property = resourcesOf(model, STANDARD).get('Property');
    expect([...(property?.properties.values() ?? [])]).toMatchObject([
      { name: 'A', declaredIn: 'ns.Property', type: { name: 'Edm.Int32' } },
      { name: 'B', declaredIn: 'ns.Property' },
    ]);
    expect([...(property?.navigationProperties.values() ?? [])]).toMatchObject([
      { name: 'N', declaredIn: 'ns.Mid' },
    ]);
    expect(property?.key).toEqual(['A']);
  });

  it.each([
    [
      'a type that is its own base',
      type('Property', '<Property Name="P" Type="Edm.String"/>', 'BaseType="self.Property"'),
    ],
    [
      'a cycle',
      type('Property', '<Property Name="P" Type="Edm.String"/>', 'BaseType="self.X"') +
        type('X', '', 'BaseType="self.Property"'),
    ],
    [
      'a base that does not resolve',
      type('Property', '<Property Name="P" Type="Edm.String"/>', 'BaseType="self.Nope"'),
    ],
  ])('survives %s', (_, content) => {
    const property = resourcesOf(modelOf(documentOf(content)), STANDARD).get('Property');
    expect([...(property?.properties.keys() ?? [])]).toEqual(['P']);
    expect(property?.key).toEqual([]);
  });

  it('keeps members with hostile names apart from those of objects', () => {
    const property = resourcesOf(
      modelOf(documentOf(type('Property', '<Property Name="__proto__" Type="Edm.String"/>'))),
      STANDARD,
    ).get('Property');
    expect(property?.properties.has('__proto__')).toBe(true);
    expect(property?.properties.has('toString')).toBe(false);
  });
});

describe('navigatedResources', () => {
  function navigated(content: string): readonly string[] {
    const model = modelOf(documentOf(content));
    return navigatedResources(model, resourcesOf(model, STANDARD)).map(({ name }) => name);
  }
  const to = (name: string): string => `<NavigationProperty Name="${name}" Type="Collection(self.${name})"/>`;

  it.each([
    [
      'a type behind a navigation property',
      type('A', to('B')) + type('B') + type('Unreached') + container(set('As', 'A')),
      ['B'],
    ],
    [
      'types at any distance, cycles included',
      type('A', to('B')) + type('B', to('D')) + type('D', to('A')) + container(set('As', 'A')),
      ['B', 'D'],
    ],
    [
      'types behind complex values',
      type('A', '<Property Name="P" Type="self.V"/>') +
        `<ComplexType Name="V">${to('B')}</ComplexType>` +
        type('B') +
        container(set('As', 'A')),
      ['B'],
    ],
    ['not what a set serves', type('A', to('B')) + type('B') + container(set('As', 'A'), set('Bs', 'B')), []],
    [
      'the qualified name where the name is taken',
      type('A', to('B')) + type('B') + container(set('B', 'A')),
      ['ns.B'],
    ],
  ])('has %s', (_, content, expected) => {
    expect(navigated(content)).toEqual(expected);
  });
});
