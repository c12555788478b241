import { beforeAll, describe, expect, it } from 'vitest';
import type { Dictionary, DictionaryElement } from '../../src/dictionary/dictionary.js';
import { fieldSynonyms } from '../../src/dictionary/synonyms.js';
import {
  IS_ABSENT,
  officialDictionary,
  type SecondOpinion,
  SLOW_MS,
  secondOpinion,
  WHY_SKIPPED,
} from './official.js';

const NAMESPACE = 'org.reso.metadata.enums.';
const STATUSES = new Map([
  ['Locked with Enumerations', 'closed'],
  ['Open with Enumerations', 'open with enumerations'],
  ['Open', 'open'],
]);

/**
 * There is no disagreement about a fact. RESO's JSON says less in one point: it names a lookup by the EnumType that
 * is made from its values, and so it has no name for a lookup without values.
 */
describe.skipIf(IS_ABSENT).each(['1.7', '2.0'])(
  `RESO's JSON of Data Dictionary %s${WHY_SKIPPED}`,
  (version) => {
    let dictionary: Dictionary;
    let opinion: SecondOpinion;

    beforeAll(async () => {
      dictionary = await officialDictionary(version);
      opinion = secondOpinion(version);
    }, SLOW_MS);

    it('agrees about each field and expansion', () => {
      const lookups = new Set(dictionary.lookups.map(({ name }) => name));
      const ours = dictionary.resources.flatMap(({ name, elements }) =>
        elements.map((element) => [`${name}.${element.name}`, factsOf(element, lookups)] as const),
      );
      const theirs = opinion.fields.map((field) => [`${field.r}.${field.f}`, theirFactsOf(field)] as const);
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    });

    it('agrees about each lookup value under both names, to the byte', () => {
      const ours = dictionary.lookups.map(
        ({ name, values }) =>
          [
            `${NAMESPACE}${name}`,
            values.map((v) => `${v.legacyODataValue}=${v.standardValue}`).sort(),
          ] as const,
      );
      const theirs = Object.entries(opinion.lookups).map(
        ([name, pairs]) => [name, pairs.map(([legacy, standard]) => `${legacy}=${standard}`).sort()] as const,
      );
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    });
  },
);

function factsOf(element: DictionaryElement, lookups: ReadonlySet<string>): object {
  const { synonyms } = element;
  if (element.kind === 'expansion') {
    return { type: element.isCollection ? 'Expansions' : 'Expansion', target: element.target, synonyms };
  }
  const { type, length, precision, scale, lookup, lookupStatus } = element;
  const named = lookup !== undefined && lookups.has(lookup) ? `${NAMESPACE}${lookup}` : undefined;
  return { type, length, precision, scale, lookupStatus, lookup: named, synonyms };
}

function theirFactsOf(field: SecondOpinion['fields'][number]): object {
  return {
    type: field.k,
    length: field.len ?? undefined,
    precision: field.p ?? undefined,
    scale: field.s ?? undefined,
    target: field.src ?? undefined,
    lookupStatus: STATUSES.get(field.st ?? ''),
    lookup: field.lk ?? undefined,
    synonyms: fieldSynonyms(field.syn ?? ''),
  };
}
