import type { Notation } from '../notation.js';
import type { ServedResource } from '../served-resources.js';
import type { EntitySet } from './entity-set.js';
import { GeneratedSet } from './generated-set.js';
import { LookupSet, lookupRows } from './lookup-set.js';
import { mediaRecipe, memberRecipe, officeRecipe, openHouseRecipe, propertyRecipe } from './recipes.js';
import type { Entity } from './value.js';
import { World, type WorldOptions } from './world.js';

/** The resources that are served with generated records; `Lookup` comes on top where it is needed. */
export const GENERATED_RESOURCES = ['Property', 'Member', 'Office', 'Media', 'OpenHouse'] as const;

export interface DataSetOptions extends WorldOptions, Notation {
  readonly resources: readonly ServedResource[];
  /** Changes the rows of the Lookup Resource before they are served. */
  readonly changeRows?: (rows: readonly Entity[]) => readonly Entity[];
}

/** The records of each resource, by its name: the same for the same options. */
export type DataSet = ReadonlyMap<string, EntitySet>;

/** Makes the records of the resources; none is generated before it is asked for. */
export function dataSet(options: DataSetOptions): DataSet {
  const world = new World(options);
  return new Map(options.resources.map((resource) => [resource.name, entitySet(resource, world, options)]));
}

function entitySet(resource: ServedResource, world: World, options: DataSetOptions): EntitySet {
  const { values, changeRows = (rows: readonly Entity[]) => rows } = options;
  switch (resource.name) {
    case 'Property':
      return new GeneratedSet(resource, propertyRecipe(world), world, options);
    case 'Member':
      return new GeneratedSet(resource, memberRecipe(world), world, options);
    case 'Office':
      return new GeneratedSet(resource, officeRecipe(world), world, options);
    case 'Media':
      return new GeneratedSet(resource, mediaRecipe(world), world, options);
    case 'OpenHouse':
      return new GeneratedSet(resource, openHouseRecipe(world), world, options);
    default:
      return new LookupSet(resource, changeRows(lookupRows(resource, values, world)));
  }
}
