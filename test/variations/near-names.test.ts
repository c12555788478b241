import { describe, expect, it } from 'vitest';
import { candidates, type MatchOptions, nearNames } from '../../src/variations/near-names.js';
import { foldPlural, normalise } from '../../src/variations/normalise.js';

describe('normalise', () => {
  it.each([
    ['Built-In Gas Oven', 'builtingasoven'],
    ['Café №2', 'cafeno2'],
    ['ＦＵＬＬ width', 'fullwidth'],
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

const near = (local: string, standard: string[], options?: MatchOptions) =>
  nearNames(local, candidates(standard), options);

describe('nearNames', () => {
  it('gives exact matches and no others', () => {
    expect(near('list price', ['ListPrice', 'ListPrices'])).toEqual([
      { standardName: 'ListPrice', strategy: 'Substring', exactMatch: true },
    ]);
  });

  it('gives what is within a quarter of the name, best first', () => {
    expect(near('ListPrise', ['ListPriceLo', 'ListPrice', 'OriginalListPrice'])).toEqual([
      { standardName: 'ListPrice', strategy: 'Edit Distance', closeMatch: true, distance: 1, maxDistance: 2 },
    ]);
  });

  it.each([
    // [local, standard, distance, maxDistance, advisory]: the ratified limit is under a quarter, the tools' up to it.
    ['Actve', 'Active', 1, 1, undefined],
    ['Citi', 'City', 1, 1, true],
    ['Clos', 'Close', 1, 1, true],
    ['CloseDtte', 'CloseDate', 1, 2, undefined],
    ['ClozeDtte', 'CloseDate', 2, 2, undefined],
    ['Clozedat', 'CloseDate', 2, 2, true],
  ])('%s to %s: %s of %s, advisory %s', (local, standard, distance, maxDistance, advisory) => {
    expect(near(local, [standard])[0]).toMatchObject({ distance, maxDistance });
    expect(near(local, [standard])[0]?.advisory).toBe(advisory);
  });

  it.each([
    ['a short name', 'Cty', 'City'],
    ['a far name', 'Elevator', 'City'],
    ['a name of signs', '---', 'City'],
  ])('nothing for %s', (_what, local, standard) => {
    expect(near(local, [standard])).toEqual([]);
  });

  it('folds plural endings where asked', () => {
    expect(near('Properties', ['Property'], { plurals: true })).toEqual([
      { standardName: 'Property', strategy: 'Substring', closeMatch: true },
    ]);
    expect(near('Properties', ['Property'])).toEqual([]);
  });
});
