import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary, DictionaryElement } from '../../src/dictionary/dictionary.js';
import {
  type Facts,
  IS_ABSENT,
  officialDictionary,
  officialFacts,
  SLOW_MS,
  VERSIONS,
  WHY_SKIPPED,
} from './official.js';

/** The names of the types in the counts, where they differ from ours. */
const TYPE_NAMES = new Map([
  ['Single Enumeration', 'String List, Single'],
  ['Multiple Enumeration', 'String List, Multi'],
]);

const STATUS_NAMES = new Map([
  ['closed', 'Locked with Enumerations'],
  ['open with enumerations', 'Open with Enumerations'],
  ['open', 'Open'],
]);

describe.skipIf(IS_ABSENT).each(VERSIONS)(`the counts of Data Dictionary %s${WHY_SKIPPED}`, (version) => {
  let dictionary: Dictionary;
  let facts: Facts;

  beforeAll(async () => {
    dictionary = await officialDictionary(version);
    facts = officialFacts()[version] as Facts;
  }, SLOW_MS);

  it('equal the independent ones', () => {
    expect(countsOf(dictionary)).toEqual(facts);
  });
});

/** The figures of a dictionary in the shape of the independent counts. "Fields" counts expansions there too. */
function countsOf(dictionary: Dictionary): Facts {
  const elements = dictionary.resources.flatMap((resource) => resource.elements);
  const fields = elements.filter((element) => element.kind === 'field');
  const withValues = new Set(dictionary.lookups.map(({ name }) => name));
  const usedNames = new Set(fields.flatMap(({ lookup }) => lookup ?? []));
  return {
    resources: dictionary.resources.length,
    fields: elements.length,
    fieldScenarios: fields.length,
    expansions: elements.length - fields.length,
    types: tally(elements.map(typeName)),
    stringListStatus: tally(fields.flatMap(({ lookupStatus = '' }) => STATUS_NAMES.get(lookupStatus) ?? [])),
    closedFields: closedFields(dictionary),
    fieldsWithSynonyms: elements.filter(({ synonyms }) => synonyms.length > 0).length,
    synonymsListed: elements.flatMap(({ synonyms }) => synonyms).length,
    lookupNames: dictionary.lookups.length,
    lookupValues: dictionary.lookups.flatMap(({ values }) => values).length,
    lookupNamesUsedWithoutValues: [...usedNames].filter((name) => !withValues.has(name)).sort(),
    tags: tally(elements.flatMap(({ propertyTypes, payloads }) => [...propertyTypes, ...payloads])),
    perResource: perResource(dictionary),
  };
}

function typeName(element: DictionaryElement): string {
  if (element.kind === 'expansion') return element.isCollection ? 'Collection' : 'Resource';
  return TYPE_NAMES.get(element.type) ?? element.type;
}

function closedFields(dictionary: Dictionary): readonly string[] {
  return dictionary.resources
    .flatMap((resource) =>
      resource.elements
        .filter((element) => element.kind === 'field' && element.lookupStatus === 'closed')
        .map((element) => `${resource.name}.${element.name}`),
    )
    .sort();
}

function perResource(dictionary: Dictionary): Facts['perResource'] {
  return Object.fromEntries(
    dictionary.resources.map(({ name, elements }) => {
      const scenarios = elements.filter(({ kind }) => kind === 'field').length;
      return [name, { fields: elements.length, scenarios, expansions: elements.length - scenarios }];
    }),
  );
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
