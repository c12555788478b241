import { describe, expect, it } from 'vitest';
import type { DictionaryField } from '../../src/dictionary/dictionary.js';
import { DictionaryIndex } from '../../src/dictionary/dictionary-index.js';

const LIST_PRICE = field('ListPrice', ['AskingPrice', 'CurrentPrice', 'ClosePrice']);
const CLOSE_PRICE = field('ClosePrice', ['CurrentPrice']);
const HOSTILE = field('__proto__', ['constructor']);
const INDEX = new DictionaryIndex({
  version: '2.0',
  resources: [
    { name: 'Property', elements: [LIST_PRICE, CLOSE_PRICE, HOSTILE] },
    { name: 'Media', elements: [field('Order', [])] },
  ],
  lookups: [
    {
      name: 'Heating',
      values: [{ standardValue: 'Fire Place', legacyODataValue: 'FirePlace', synonyms: ['Stove'] }],
    },
  ],
});

describe('the index of a dictionary', () => {
  it('names its resources in the order of the sheet', () => {
    expect(INDEX.resourceNames).toEqual(['Property', 'Media']);
  });

  it('finds resources, elements and lookups by name', () => {
    expect(INDEX.resource('Property')?.elements).toHaveLength(3);
    expect(INDEX.element('Property', 'ListPrice')).toBe(LIST_PRICE);
    expect(INDEX.element('Property', '__proto__')).toBe(HOSTILE);
    expect(INDEX.lookup('Heating')?.values).toHaveLength(1);
  });

  it.each([['property'], ['constructor'], ['__proto__'], ['']])('knows no resource or lookup %j', (name) => {
    expect(INDEX.resource(name)).toBeUndefined();
    expect(INDEX.element(name, 'ListPrice')).toBeUndefined();
    expect(INDEX.element('Media', name)).toBeUndefined();
    expect(INDEX.lookup(name)).toBeUndefined();
    expect(INDEX.standardValues(name).size).toBe(0);
    expect(INDEX.synonyms(name).size).toBe(0);
  });

  it('knows the standard values of a lookup under both names, and no synonyms', () => {
    expect([...INDEX.standardValues('Heating')]).toEqual(['Fire Place', 'FirePlace']);
  });

  it('knows what a synonym stands for, and counts no standard name as a synonym', () => {
    expect([...INDEX.synonyms('Property')]).toEqual([
      ['AskingPrice', [LIST_PRICE]],
      ['CurrentPrice', [LIST_PRICE, CLOSE_PRICE]],
      ['constructor', [HOSTILE]],
    ]);
  });
});

function field(name: string, synonyms: readonly string[]): DictionaryField {
  return { name, kind: 'field', type: 'String', synonyms, propertyTypes: [], payloads: [] };
}
