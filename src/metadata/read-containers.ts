import { EDM_NAMESPACE, edmChildren } from './csdl-namespaces.js';
import type { EntityContainer, EntitySet, NavigationPropertyBinding, OperationImport } from './model.js';
import type { DocumentContext } from './read-members.js';
import { attributeOf, positionOf, type XmlElement } from './xml-element.js';

/** The entity container that an element of a schema declares; nothing when it has no name. */
export function readContainer(
  element: XmlElement,
  namespace: string,
  context: DocumentContext,
): EntityContainer | undefined {
  const name = attributeOf(element, 'Name');
  if (name === undefined) return undefined;
  const qualifiedName = `${namespace}.${name}`;
  const base = attributeOf(element, 'Extends');
  const ownSets = Object.freeze(
    element.children.flatMap((child) => entitySet(child, qualifiedName, context)),
  );
  return {
    name,
    qualifiedName,
    ...(base === undefined ? {} : { extends: context.names.qualify(base) }),
    entitySets: ownSets,
    ownSets,
    imports: Object.freeze(
      element.children.flatMap((child) => operationImport(child, qualifiedName, context)),
    ),
    annotations: context.annotations.of(element, qualifiedName),
    ...positionOf(element),
  };
}

/**
 * Gives each container the sets of those that it extends (OData CSDL XML 4.01, section 13.1), base first. A set of
 * its own stands in place of an inherited one of the same name, and of two of its own the first counts. A container
 * that extends itself inherits nothing from that.
 */
export function extendContainers(declared: readonly EntityContainer[]): readonly EntityContainer[] {
  const byName = new Map<string, EntityContainer>();
  for (const container of declared) {
    if (!byName.has(container.qualifiedName)) byName.set(container.qualifiedName, container);
  }
  const extended = declared.map((container) =>
    Object.freeze({ ...container, entitySets: Object.freeze(allSets(container, byName)) }),
  );
  return Object.freeze(extended);
}

function allSets(
  container: EntityContainer,
  byName: ReadonlyMap<string, EntityContainer>,
): readonly EntitySet[] {
  const sets = new Map<string, EntitySet>();
  for (const part of lineage(container, byName)) {
    const own = new Map<string, EntitySet>();
    for (const set of part.ownSets) {
      if (!own.has(set.name)) own.set(set.name, set);
    }
    for (const [name, set] of own) sets.set(name, set);
  }
  return [...sets.values()];
}

function lineage(
  container: EntityContainer,
  byName: ReadonlyMap<string, EntityContainer>,
): readonly EntityContainer[] {
  const chain = new Set<EntityContainer>();
  for (let part: EntityContainer | undefined = container; part !== undefined && !chain.has(part); ) {
    chain.add(part);
    part = part.extends === undefined ? undefined : byName.get(part.extends);
  }
  return [...chain].reverse();
}

function entitySet(element: XmlElement, container: string, context: DocumentContext): readonly EntitySet[] {
  const kind = kindOf(element);
  const name = attributeOf(element, 'Name');
  if (kind === undefined || name === undefined) return [];
  const type = attributeOf(element, kind === 'EntitySet' ? 'EntityType' : 'Type') ?? '';
  return [
    Object.freeze({
      kind,
      name,
      entityType: context.names.qualify(type),
      bindings: Object.freeze(edmChildren(element, 'NavigationPropertyBinding').flatMap(binding)),
      annotations: context.annotations.of(element, container, name),
      ...positionOf(element),
    }),
  ];
}

function kindOf({ name, namespace }: XmlElement): EntitySet['kind'] | undefined {
  if (namespace !== EDM_NAMESPACE) return undefined;
  return name === 'EntitySet' || name === 'Singleton' ? name : undefined;
}

function operationImport(
  element: XmlElement,
  container: string,
  context: DocumentContext,
): readonly OperationImport[] {
  const kind = element.name;
  const name = attributeOf(element, 'Name');
  const isImport =
    element.namespace === EDM_NAMESPACE && (kind === 'ActionImport' || kind === 'FunctionImport');
  if (!isImport || name === undefined) return [];
  const operation = attributeOf(element, kind === 'ActionImport' ? 'Action' : 'Function') ?? '';
  const set = attributeOf(element, 'EntitySet');
  return [
    Object.freeze({
      kind,
      name,
      operation: context.names.qualify(operation),
      ...(set === undefined ? {} : { entitySet: set }),
      annotations: context.annotations.of(element, container, name),
      ...positionOf(element),
    }),
  ];
}

function binding(element: XmlElement): readonly NavigationPropertyBinding[] {
  const path = attributeOf(element, 'Path');
  const target = attributeOf(element, 'Target');
  if (path === undefined || target === undefined) return [];
  return [Object.freeze({ path, target, ...positionOf(element) })];
}
