import type { LookupValues } from '../lookup-values.js';
import type { ServedResource } from '../served-resources.js';
import type { EntitySet } from './entity-set.js';
import { timestampText } from './instants.js';
import { keyAt } from './keys.js';
import type { Entity, Value } from './value.js';
import type { World } from './world.js';

/** The rows of the Lookup Resource (RCP-40, section 2.2) for these lookups, in their order. */
export function lookupRows(resource: ServedResource, values: LookupValues, world: World): readonly Entity[] {
  const rows = [...values].flatMap(([name, members]) => members.map((member) => ({ name, ...member })));
  return rows.map(({ name, value, memberName, standardValue }, index) => {
    const known: ReadonlyMap<string, Value> = new Map([
      ['LookupKey', keyAt('Lookup', index)],
      ['LookupName', name],
      ['LookupValue', value],
      ['StandardLookupValue', standardValue ?? null],
      ['LegacyODataValue', memberName],
      ['ModificationTimestamp', timestampText(world.modified('Lookup', index))],
    ]);
    const fields = resource.fields.map(({ name: field, type }): [string, Value] => [
      field,
      known.get(field) ?? (type === 'Multiple Enumeration' ? [] : null),
    ]);
    return Object.fromEntries(fields);
  });
}

/** The Lookup Resource: rows that are all held in memory. */
export class LookupSet implements EntitySet {
  readonly resource: ServedResource;
  readonly #rows: readonly Entity[];
  readonly #indices: ReadonlyMap<Value, number>;

  constructor(resource: ServedResource, rows: readonly Entity[]) {
    this.resource = resource;
    this.#rows = rows;
    // The first row of a key counts, should there be two.
    this.#indices = new Map(
      rows.map((row, at): [Value, number] => [row[resource.key] ?? null, at]).toReversed(),
    );
  }

  get count(): number {
    return this.#rows.length;
  }

  entity(index: number, fields?: ReadonlySet<string>): Entity {
    const row = this.#rows[index] ?? {};
    if (fields === undefined) return row;
    return Object.fromEntries(Object.entries(row).filter(([name]) => fields.has(name)));
  }

  indexOf(key: Value): number | undefined {
    return this.#indices.get(key);
  }

  related(): readonly number[] {
    return [];
  }
}
