import { type Declared, lineageOf, membersOf } from './inheritance.js';
import type { EntitySet, MetadataModel, NavigationProperty, Property, StructuredType } from './model.js';

/** What a server offers under a name: an entity set, or an entity type that stands in for one. */
export interface Resource {
  /** The name of the entity set, or of the type. */
  readonly name: string;
  /** The qualified name of its entity type. */
  readonly typeName: string;
  readonly hasEntitySet: boolean;
  readonly type: StructuredType;
  /** By name, inherited ones included, base first. */
  readonly properties: ReadonlyMap<string, Declared<Property>>;
  /** By name, inherited ones included, base first. */
  readonly navigationProperties: ReadonlyMap<string, Declared<NavigationProperty>>;
  /** The paths of the key properties, own or inherited; empty for a type without a key. */
  readonly key: readonly string[];
}

/**
 * The resources of a document by name: its entity sets under their own names, and entity types with the name of a
 * standard resource where no entity set has that name. Singletons are none. An entity set whose type does not resolve
 * to an entity type is left out, and no type stands in for it; its name is in `model.entityContainers`.
 */
export function resourcesOf(
  model: MetadataModel,
  standardNames: ReadonlySet<string>,
): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  const taken = new Set<string>();
  for (const set of entitySetsOf(model)) {
    const type = model.types.get(set.entityType);
    if (type?.kind === 'EntityType' && !taken.has(set.name)) {
      resources.set(set.name, resourceOf(model, type, set.name, true));
    }
    taken.add(set.name);
  }
  for (const type of model.types.values()) {
    if (type.kind !== 'EntityType' || !standardNames.has(type.name) || taken.has(type.name)) continue;
    resources.set(type.name, resourceOf(model, type, type.name, false));
    taken.add(type.name);
  }
  return resources;
}

/** The entity sets of all containers, in document order, singletons left out. */
export function entitySetsOf(model: MetadataModel): readonly EntitySet[] {
  return model.entityContainers
    .flatMap(({ entitySets }) => entitySets)
    .filter(({ kind }) => kind === 'EntitySet');
}

/** An entity type as a resource of that name. */
export function resourceOf(
  model: MetadataModel,
  type: StructuredType,
  name: string,
  hasEntitySet: boolean,
): Resource {
  const lineage = lineageOf(model, type);
  return Object.freeze({
    name,
    typeName: type.qualifiedName,
    hasEntitySet,
    type,
    properties: membersOf(lineage, ({ properties }) => properties),
    navigationProperties: membersOf(lineage, ({ navigationProperties }) => navigationProperties),
    key: Object.freeze(lineage.findLast(({ key }) => key.length > 0)?.key.map((ref) => ref.name) ?? []),
  });
}
