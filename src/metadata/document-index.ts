import type { EntityContainer, EntitySet, MetadataModel, Operation, OperationImport } from './model.js';

/** The children of an entity container by name; of two with the same name the first counts. */
export interface ContainerIndex {
  readonly container: EntityContainer;
  readonly sets: ReadonlyMap<string, EntitySet>;
  readonly imports: ReadonlyMap<string, OperationImport>;
}

/** What rules look up by name in a document, besides its types. Built once. */
export class DocumentIndex {
  readonly #containers: ReadonlyMap<string, ContainerIndex>;
  readonly #operations = new Map<string, Operation[]>();

  constructor({ entityContainers, operations }: MetadataModel) {
    this.#containers = byName(entityContainers.map(indexOf), ({ container }) => container.qualifiedName);
    for (const operation of operations) {
      const overloads = this.#operations.get(operation.qualifiedName);
      if (overloads === undefined) this.#operations.set(operation.qualifiedName, [operation]);
      else overloads.push(operation);
    }
  }

  /** The container of that qualified name. */
  container(qualifiedName: string): ContainerIndex | undefined {
    return this.#containers.get(qualifiedName);
  }

  /** All overloads of that qualified name, in document order. */
  operations(qualifiedName: string): readonly Operation[] {
    return this.#operations.get(qualifiedName) ?? [];
  }
}

function indexOf(container: EntityContainer): ContainerIndex {
  return {
    container,
    sets: byName(container.entitySets, ({ name }) => name),
    imports: byName(container.imports, ({ name }) => name),
  };
}

function byName<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    if (!found.has(nameOf(one))) found.set(nameOf(one), one);
  }
  return found;
}
