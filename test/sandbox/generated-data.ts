import type { Dictionary } from '../../src/dictionary/dictionary.js';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { type DataSet, dataSet, GENERATED_RESOURCES } from '../../src/sandbox/data/data-set.js';
import type { EntitySet } from '../../src/sandbox/data/entity-set.js';
import type { Entity } from '../../src/sandbox/data/value.js';
import { type LookupValues, servedLookupValues } from '../../src/sandbox/lookup-values.js';
import type { Representation } from '../../src/sandbox/metadata-document.js';
import { notationOf } from '../../src/sandbox/notation.js';
import { servedResources } from '../../src/sandbox/served-resources.js';

export const VERSIONS = ['1.7', '2.0', '2.1'];
export const REPRESENTATIONS: readonly Representation[] = ['enum', 'flags', 'lookup'];
/** Each version in each representation. */
export const CASES = VERSIONS.flatMap((version) =>
  REPRESENTATIONS.map((representation) => [version, representation] as const),
);

export interface Made {
  readonly dictionary: Dictionary;
  readonly names: readonly string[];
  readonly values: LookupValues;
  readonly data: DataSet;
}

/** The data of a sandbox, without the server. */
export async function makeData(
  version: string,
  representation: Representation,
  { seed = 1, records = 200 } = {},
): Promise<Made> {
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, version);
  const names = [...GENERATED_RESOURCES, ...(representation === 'lookup' ? ['Lookup'] : [])];
  const resources = servedResources(dictionary, names);
  const values = servedLookupValues(dictionary, resources);
  const asOf = new Date('2026-07-01T00:00:00Z');
  return {
    dictionary,
    names,
    values,
    data: dataSet({ resources, ...notationOf(resources, representation, values), seed, records, asOf }),
  };
}

/** A set that is there. */
export function setOf(data: DataSet, name: string): EntitySet {
  const set = data.get(name);
  if (set === undefined) throw new Error(`no ${name}`);
  return set;
}

/** All records of a set. */
export function entitiesOf(set: EntitySet): readonly Entity[] {
  return Array.from({ length: set.count }, (_, index) => set.entity(index));
}
