import { describe, expect, it } from 'vitest';
import type { Declared, DeclaredValue, DeclaredValues } from '../../src/variations/declared.js';
import { SuggestionBudget } from '../../src/variations/suggestion-budget.js';
import { VariationSearch } from '../../src/variations/variation-search.js';
import { dictionaryOf } from './find-variations.js';

const dictionary = await dictionaryOf('2.0');
const COOLING = dictionary.lookup('Cooling')?.values ?? [];

/** What payloads might declare: names and values of one resource, and nothing else. */
function declaredOf(fields: readonly string[], values: readonly string[]): Declared {
  const listed: DeclaredValues = {
    kind: 'values',
    source: 'Lookup Resource',
    lookup: 'Cooling',
    values: values.map(
      (name): DeclaredValue => ({ name, standsFor: name, isLegacyName: false, lookupValue: name }),
    ),
  };
  return {
    resources: new Map([
      [
        'Property',
        {
          name: 'Property',
          hasEntitySet: true,
          properties: new Map(fields.map((name) => [name, { name }])),
          navigationProperties: new Map(),
        },
      ],
    ]),
    offered: [{ name: 'Property', hasEntitySet: true }],
    valuesOf: () => listed,
  };
}

const FIELDS = ['ListPrise', 'ListPriceLo', 'Wombat'];
const VALUES = ['Central Ayr', 'Iglu'];

describe('the search', () => {
  it('takes what is declared from anywhere', () => {
    const search = new VariationSearch({ declared: declaredOf(FIELDS, VALUES), dictionary });
    expect(search.members('Property', 'field')).toMatchObject([
      { element: { field: 'ListPrise' }, suggestions: [{ suggestedFieldName: 'ListPrice' }] },
      {
        element: { field: 'ListPriceLo' },
        suggestions: expect.arrayContaining([
          expect.objectContaining({ suggestedFieldName: 'ListPriceLow' }),
        ]),
      },
    ]);
    expect(search.values('Property', 'Cooling', COOLING)).toMatchObject([
      { element: { declared: { name: 'Central Ayr' } } },
    ]);
    expect(search.resources()).toEqual([]);
  });

  it('looks at each place once', () => {
    const search = new VariationSearch({ declared: declaredOf(FIELDS, VALUES), dictionary });
    expect(search.members('Property', 'field')).toBe(search.members('Property', 'field'));
  });

  it('ends where names were made to be near to everything, and says so', () => {
    const agents = Array.from({ length: 50 }, (_, at) => `Agent${'_'.repeat(at)}`);
    const search = new VariationSearch({
      declared: declaredOf(agents, VALUES),
      dictionary,
      budget: new SuggestionBudget(1_000),
    });
    const tooMany = {
      kind: 'not evaluated',
      reason: 'more than 1,000 suggestions: the names that the server declares are near to nearly everything',
    };
    expect(search.resources()).toEqual([]);
    expect(search.members('Property', 'field')).toEqual(tooMany);
    expect(search.values('Property', 'Cooling', COOLING)).toEqual(tooMany);
  });
});
