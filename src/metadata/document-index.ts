import type { EntityContainer, EntitySet, MetadataModel, Operation, OperationImport } from './model.js';
import { signature, signaturesOf } from './overload-signature.js';
import type { TypeReference } from './type-reference.js';

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
  readonly #signatures = new Map<string, ReadonlyMap<string, readonly Operation[]>>();
  readonly #unbound = new Map<string, readonly Operation[]>();

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

  /** The overloads of that qualified name with types that annotations may name them by. */
  overloads(qualifiedName: string, types: readonly TypeReference[]): readonly Operation[] {
    const known = this.#signatures.get(qualifiedName) ?? bySignature(this.operations(qualifiedName));
    this.#signatures.set(qualifiedName, known);
    return known.get(signature(types)) ?? [];
  }

  /** The unbound overloads of that qualified name and kind. */
  unbound(kind: Operation['kind'], qualifiedName: string): readonly Operation[] {
    const key = `${kind} ${qualifiedName}`;
    const known =
      this.#unbound.get(key) ??
      this.operations(qualifiedName).filter((operation) => operation.kind === kind && !operation.isBound);
    this.#unbound.set(key, known);
    return known;
  }
}

function indexOf(container: EntityContainer): ContainerIndex {
  return {
    container,
    sets: byName(container.entitySets, ({ name }) => name),
    imports: byName(container.imports, ({ name }) => name),
  };
}

function bySignature(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const found = new Map<string, Operation[]>();
  for (const operation of operations) {
    for (const key of signaturesOf(operation)) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [operation]);
      else same.push(operation);
    }
  }
  return found;
}

function byName<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) {
    if (!found.has(nameOf(one))) found.set(nameOf(one), one);
  }
  return found;
}
