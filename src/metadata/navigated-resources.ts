import { lineageOf } from './inheritance.js';
import type { MetadataModel, StructuredType } from './model.js';
import { type Resource, resourceOf } from './resources.js';

/**
 * The entity types that only navigation leads to, as resources without an entity set: reached from the given
 * resources through navigation properties, also those of complex types, at any distance. Each has the name of its
 * type, or the qualified name where a resource of that name is there already.
 */
export function navigatedResources(
  model: MetadataModel,
  resources: ReadonlyMap<string, Resource>,
): readonly Resource[] {
  const served = new Set([...resources.values()].map(({ type }) => type));
  const names = new Set(resources.keys());
  const found: Resource[] = [];
  for (const type of reachedFrom(model, served)) {
    if (type.kind !== 'EntityType' || served.has(type)) continue;
    const name = names.has(type.name) ? type.qualifiedName : type.name;
    names.add(name);
    found.push(resourceOf(model, type, name, false));
  }
  return found;
}

/** All structured types that members lead to, the start included. A set grows while it is walked. */
function reachedFrom(model: MetadataModel, start: ReadonlySet<StructuredType>): ReadonlySet<StructuredType> {
  const reached = new Set(start);
  for (const type of reached) {
    for (const part of lineageOf(model, type)) {
      for (const { type: reference } of [...part.properties, ...part.navigationProperties]) {
        const target = model.types.get(reference.name);
        if (target?.kind === 'EntityType' || target?.kind === 'ComplexType') reached.add(target);
      }
    }
  }
  return reached;
}
