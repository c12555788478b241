import { describe, expect, it } from 'vitest';
import type { NearMatch } from '../../src/variations/near-name.js';
import { NearNameIndex, type NearNameOptions } from '../../src/variations/near-name-index.js';
import { foldPlural, normalise } from '../../src/variations/normalise.js';

describe('normalise', () => {
  it.each([
    ['Built-In Gas Oven', 'builtingasoven'],
    ['Café №2', 'cafeno2'],
    ['ＦＵＬＬ width', 'fullwidth'],
    ['İstanbul', 'istanbul'],
    ['a\u0001b', 'ab'],
    ['日本', '日本'],
    ['--', ''],
  ])('%s', (name, normalised) => {
    expect(normalise(name)).toBe(normalised);
  });

  it.each([
    ['properties', 'property'],
    ['members', 'member'],
    ['media', 'media'],
  ])('folds the plural %s', (plural, folded) => {
    expect(foldPlural(plural)).toBe(folded);
  });
});

/** The matches by standard name, in their order. */
function near(local: string, standard: readonly string[], options?: NearNameOptions): [string, NearMatch][] {
  const index = new NearNameIndex(
    standard.map((name) => ({ name })),
    options,
  );
  return index.near(local).map(({ standard: { name }, match }) => [name, match]);
}

const EXACT = { strategy: 'Substring', exactMatch: true };
const WITHIN = { strategy: 'Substring', advisory: true };

describe('one pair', () => {
  it.each<[string, string, string, NearMatch | undefined]>([
    ['case', 'listprice', 'ListPrice', EXACT as NearMatch],
    ['blanks and signs', 'Built In Gas Oven', 'Built-In Gas Oven', EXACT as NearMatch],
    ['an accent', 'Café', 'Cafe', EXACT as NearMatch],
    ['a short name in other case', 'fha', 'FHA', EXACT as NearMatch],
    ['a prefix', 'X_ListPrice', 'ListPrice', { strategy: 'Substring' }],
    ['a longer prefix', 'Custom_ListPrice', 'ListPrice', WITHIN as NearMatch],
    ['a plural', 'ListPrices', 'ListPrice', { strategy: 'Substring' }],
    ['a digit more', 'ListPrice2', 'ListPrice', { strategy: 'Substring' }],
    [
      'cut short within the ratified limit',
      'ListingContractDat',
      'ListingContractDate',
      { strategy: 'Substring' },
    ],
    ['a containing word', 'Agent', 'ListAgentKey', WITHIN as NearMatch],
    ['four letters within', 'City', 'CityLimits', WITHIN as NearMatch],
    ['three letters within', 'Tax', 'TaxYear', undefined],
    ['three letters around', 'TaxYear', 'Tax', undefined],
    ['one letter', 'ListPrise', 'ListPrice', at(1, 2, { closeMatch: true })],
    ['two letters', 'LostPrise', 'ListPrice', at(2, 2)],
    ['three letters of nine', 'LostPrizes', 'ListPrice', undefined],
    ['swapped letters', 'ListPirce', 'ListPrice', at(2, 2)],
    ['swapped letters of a short name', 'Ctiy', 'City', undefined],
    ['a letter of five', 'Clise', 'Close', at(1, 1, { closeMatch: true })],
    [
      'a letter of four, which only the tools find',
      'Citi',
      'City',
      at(1, 1, { closeMatch: true, advisory: true }),
    ],
    ['a letter of three', 'Cty', 'City', undefined],
    [
      'two letters of eight, which only the tools find',
      'Clozedat',
      'CloseDate',
      at(2, 2, { advisory: true }),
    ],
    [
      "signs make the tools' limit larger",
      '-C-i-t-i-',
      'City',
      at(1, 2, { closeMatch: true, advisory: true }),
    ],
    ['ligatures make the ratified limit the larger', 'ﬃﬃﬃ', 'ffiffyffy', at(2, 2)],
    ['far', 'Elevator', 'City', undefined],
    ['signs alone', '---', 'City', undefined],
    ['near to signs alone', 'City', '$', undefined],
    ['itself', 'City', 'City', undefined],
  ])('%s: %s and %s', (_what, local, standard, match) => {
    expect(near(local, [standard])).toEqual(match === undefined ? [] : [[standard, match]]);
  });
});

function at(distance: number, maxDistance: number, more: Partial<NearMatch> = {}): NearMatch {
  return { strategy: 'Edit Distance', ...more, distance, maxDistance };
}

describe('many names', () => {
  it('exact matches are alone', () => {
    expect(near('list price', ['ListPrices', 'List-Price', 'ListPrice', 'ListPrise'])).toEqual([
      ['List-Price', EXACT],
      ['ListPrice', EXACT],
    ]);
  });

  it('the likeliest come first', () => {
    const names = near('ListPrise', [
      'ListPriseOriginal',
      'ListPriseLow',
      'LostPrize',
      'ListPrizes',
      'ListPrice',
    ]);
    expect(names.map(([name]) => name)).toEqual([
      'ListPrice',
      'ListPrizes',
      'LostPrize',
      'ListPriseLow',
      'ListPriseOriginal',
    ]);
  });

  it('equally likely ones stand in order of their names', () => {
    expect(near('ListPrixe', ['ListPride', 'ListPrice']).map(([name]) => name)).toEqual([
      'ListPrice',
      'ListPride',
    ]);
  });
});

describe('plural endings', () => {
  it('are folded where asked, and are close', () => {
    expect(near('Properties', ['Property'], { plurals: true })).toEqual([
      ['Property', { strategy: 'Substring', closeMatch: true }],
    ]);
    expect(near('Team', ['Teams'], { plurals: true })).toEqual([
      ['Teams', { strategy: 'Substring', closeMatch: true }],
    ]);
    expect(near('Properties', ['Property'])).toEqual([]);
  });

  it('stand beside other matches', () => {
    expect(near('Members', ['TeamMembers', 'Member'], { plurals: true })).toEqual([
      ['Member', { strategy: 'Substring', closeMatch: true }],
      ['TeamMembers', WITHIN],
    ]);
  });
});

describe('listed synonyms', () => {
  const COOKTOP = { name: 'Cooktop', synonyms: ['Stove', 'Cook Top', 'Cooktopp'] };
  const index = new NearNameIndex([COOKTOP, { name: 'Stoves' }, { name: '$', synonyms: ['Dollar'] }]);
  const found = (local: string) => index.near(local).map(({ standard, match }) => [standard.name, match]);

  it('are a strategy of their own, after exact and before close matches', () => {
    expect(found('stove')).toEqual([
      ['Cooktop', { strategy: 'Synonym', advisory: true }],
      ['Stoves', { strategy: 'Substring' }],
    ]);
  });

  it('are the only strategy of their pair, and no advisory one when near besides', () => {
    expect(found('Cook topp')).toEqual([['Cooktop', { strategy: 'Synonym' }]]);
  });

  it('give way to an exact match', () => {
    expect(found('cook-top')).toEqual([['Cooktop', EXACT]]);
  });

  it('count for a standard name that is only a sign', () => {
    expect(found('DOLLAR')).toEqual([['$', { strategy: 'Synonym', advisory: true }]]);
  });
});

describe('fuzziness', () => {
  it.each([
    [0, undefined],
    [0.1, undefined],
    [0.2, [1, 1, undefined]],
    [0.25, [1, 2, undefined]],
    [0.5, [1, 4, undefined]],
    [1, [1, 9, undefined]],
  ])('%s', (fuzziness, expected) => {
    const [match] = near('ListPrise', ['ListPrice'], { fuzziness }).map(([, found]) => found);
    expect(match && [match.distance, match.maxDistance, match.advisory]).toEqual(expected);
  });

  it('keeps to whole numbers where a product is a hair beside one', () => {
    // 0.28 × 25 is 7: less than that is 6.
    const local = 'abcdefghijklmnopqrstuvwxy';
    const near7 = near(local, [`1234567${local.slice(7)}`], { fuzziness: 0.28 });
    expect(near7).toEqual([[expect.any(String), at(7, 7, { advisory: true })]]);
  });
});
