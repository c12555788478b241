import type { MetadataModel, StructuredType } from './model.js';

/**
 * A structured type and those that it inherits from, base first. The chain ends where a base type does not resolve
 * to a structured type, or comes again (a cycle).
 */
export function lineageOf(model: MetadataModel, type: StructuredType): readonly StructuredType[] {
  const chain = new Set<StructuredType>();
  for (let part: StructuredType | undefined = type; part !== undefined && !chain.has(part); ) {
    chain.add(part);
    part = baseOf(model, part);
  }
  return [...chain].reverse();
}

function baseOf(model: MetadataModel, { baseType }: StructuredType): StructuredType | undefined {
  const base = baseType === undefined ? undefined : model.types.get(baseType);
  return base?.kind === 'EntityType' || base?.kind === 'ComplexType' ? base : undefined;
}

/** A member with the qualified name of the type that declares it. */
export type Declared<T> = T & { readonly declaredIn: string };

/** The members of a lineage by name, base first; a member that a derived type declares again takes its place. */
export function membersOf<T extends { readonly name: string }>(
  lineage: readonly StructuredType[],
  own: (type: StructuredType) => readonly T[],
): ReadonlyMap<string, Declared<T>> {
  const members = new Map<string, Declared<T>>();
  for (const type of lineage) {
    for (const member of own(type)) {
      members.set(member.name, Object.freeze({ ...member, declaredIn: type.qualifiedName }));
    }
  }
  return members;
}
