import type { Dictionary } from '../dictionary/dictionary.js';
import { LOCAL_VALUES, OTHER_LOCAL_VALUES } from './data/local-values.js';
import type { Representation } from './representation.js';
import type { ServedResource } from './served-resources.js';

/** One value of a lookup, under the names that it has in the two representations. */
export interface LookupValue {
  /** The display name: a row's LookupValue. */
  readonly value: string;
  /** The name of the EnumType's member: a row's LegacyODataValue. */
  readonly memberName: string;
  /** Absent for a local value. */
  readonly standardValue?: string;
}

/** The values of each lookup, by its name. */
export type LookupValues = ReadonlyMap<string, readonly LookupValue[]>;

/** The standard values of all lookups that have some. */
export function standardLookupValues(dictionary: Dictionary): LookupValues {
  return new Map(
    dictionary.lookups.map(({ name, values }) => [
      name,
      values.map(({ standardValue, legacyODataValue }) => ({
        value: standardValue,
        memberName: legacyODataValue,
        standardValue,
      })),
    ]),
  );
}

/**
 * The values of the lookups that these resources use: the standard ones, and local ones for a lookup that the
 * dictionary leaves to the servers. None of them is without values.
 */
export function servedLookupValues(
  dictionary: Dictionary,
  resources: readonly ServedResource[],
): LookupValues {
  const standard = standardLookupValues(dictionary);
  const used = resources.flatMap(({ fields }) => fields.flatMap(({ lookup }) => lookup ?? []));
  return new Map([...new Set(used)].map((name) => [name, standard.get(name) ?? localValues(name)]));
}

/** The name of a value as payloads carry it. */
export function payloadName({ value, memberName }: LookupValue, representation: Representation): string {
  return representation === 'lookup' ? value : memberName;
}

function localValues(lookup: string): readonly LookupValue[] {
  const values = LOCAL_VALUES.get(lookup) ?? OTHER_LOCAL_VALUES;
  return values.map((value) => ({ value, memberName: memberNameOf(value) }));
}

/** `100 - Northeast` is `No100Northeast`: letters and digits, no digit first. */
function memberNameOf(value: string): string {
  const name = value.replaceAll(/[^A-Za-z0-9]/g, '');
  return /^\d/.test(name) ? `No${name}` : name;
}
