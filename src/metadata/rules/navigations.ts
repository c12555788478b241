import type { MetadataModel, NavigationProperty, StructuredType } from '../model.js';

/** A navigation property, the type that declares it, and the entity type that it leads to where that resolves. */
export interface Navigation {
  readonly type: StructuredType;
  readonly property: NavigationProperty;
  readonly target: StructuredType | undefined;
}

/** All navigation properties of a document, gathered once for the rules that ask. */
export function navigationsOf(model: MetadataModel): readonly Navigation[] {
  const found: Navigation[] = [];
  for (const type of model.types.values()) {
    if (type.kind !== 'EntityType' && type.kind !== 'ComplexType') continue;
    for (const property of type.navigationProperties) {
      const target = model.types.get(property.type.name);
      found.push({ type, property, target: target?.kind === 'EntityType' ? target : undefined });
    }
  }
  return found;
}
