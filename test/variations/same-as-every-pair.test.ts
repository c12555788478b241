import { describe, expect, it } from 'vitest';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import type { StandardName } from '../../src/variations/near-name.js';
import { NearNameIndex, type NearNameOptions } from '../../src/variations/near-name-index.js';
import { everyPair, type NearPair } from './every-pair.js';
import { pick, randomName, randomOf, withEdits } from './made-up-names.js';

/** Standard names by the place that they stand in. */
async function places(version: string): Promise<readonly (readonly StandardName[])[]> {
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, version);
  return [
    dictionary.resources.map(({ name }) => ({ name })),
    ...dictionary.resources.map(({ elements }) => elements.map(({ name }) => ({ name }))),
    ...dictionary.lookups.flatMap(({ values }) => [
      values.map(({ standardValue, synonyms }) => ({ name: standardValue, synonyms })),
      values.map(({ legacyODataValue, synonyms }) => ({ name: legacyODataValue, synonyms })),
    ]),
  ];
}

/** Names that standard ones may be written by, and names that have nothing to do with them. */
function localNames(standard: readonly StandardName[], random: () => number): readonly string[] {
  const names = standard.flatMap(({ name, synonyms = [] }) => [name, ...synonyms]);
  return Array.from({ length: 25 }, () => {
    const name = pick(names, random);
    return pick(
      [
        randomName(24, random),
        withEdits(name, 1 + Math.floor(random() * 3), random),
        `${name}${pick(['s', '1', ' ', 'Custom', 'ies'], random)}`,
        `${randomName(6, random)}${name}`,
        name.slice(1 + Math.floor(random() * name.length)),
        name.toUpperCase(),
      ],
      random,
    );
  });
}

const pairsOf = (index: NearNameIndex, local: string): readonly NearPair[] =>
  index.near(local).map(({ standard, match }) => ({ standard, ...match }));

describe('the engine finds what a comparison of every pair finds, to the last flag and in the same order', () => {
  it.each<[string, NearNameOptions]>([
    ['1.7', {}],
    ['2.0', {}],
    ['2.1', {}],
    ['2.0', { plurals: true }],
    ['2.0', { fuzziness: 0 }],
    ['2.0', { fuzziness: 0.5 }],
    ['2.0', { fuzziness: 1 }],
  ])('Data Dictionary %s, %o', async (version, options) => {
    const random = randomOf(Number.parseFloat(version) * 10);
    let found = 0;
    for (const standard of await places(version)) {
      const index = new NearNameIndex(standard, options);
      for (const local of localNames(standard, random)) {
        const near = pairsOf(index, local);
        expect(near, local).toEqual(everyPair(local, standard, options));
        found += near.length;
      }
    }
    expect(found).toBeGreaterThan(3_000);
  });

  it('random names against random names', () => {
    const random = randomOf(7);
    const standard = Array.from({ length: 1_000 }, () => ({ name: randomName(40, random) }));
    const index = new NearNameIndex(standard);
    for (let at = 0; at < 1_000; at++) {
      const local = randomName(40, random);
      expect(pairsOf(index, local), local).toEqual(everyPair(local, standard));
    }
  });
});
