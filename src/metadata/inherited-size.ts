import type { DeclaredMembers } from './declared-members.js';
import type { MetadataModel, StructuredType } from './model.js';
import type { XmlFault } from './xml-fault.js';

/** How many members all types and entity sets of a document may have, each with what it inherits. */
export const MOST_INHERITED_MEMBERS = 5_000_000;

/**
 * The fault of a document whose types inherit so much, again and again, that listing the members of each would use up
 * the memory: some megabytes of XML can describe billions. Nothing for all others.
 */
export function inheritedSizeFault(
  model: MetadataModel,
  members: DeclaredMembers,
  most = MOST_INHERITED_MEMBERS,
): XmlFault | undefined {
  const sizes = sizesOf(model, members);
  let total = 0;
  for (const size of sizes.values()) total += size;
  for (const { entitySets } of model.entityContainers) {
    for (const { entityType } of entitySets) {
      const type = model.types.get(entityType);
      if (type?.kind === 'EntityType') total += sizes.get(type) ?? 0;
    }
  }
  if (total <= most) return undefined;
  return {
    line: 1,
    column: 1,
    message: `With what they inherit, the types and entity sets of the document have more than ${most} members. No metadata needs that: shorten the chains of base types.`,
  };
}

/** Members of each structured type, inherited ones included; for types in a circle, an upper bound. */
function sizesOf(model: MetadataModel, members: DeclaredMembers): ReadonlyMap<StructuredType, number> {
  const sizes = new Map<StructuredType, number>();
  for (const type of members.inOrder) {
    const base = members.baseOf(type);
    sizes.set(type, ownSize(type) + (base === undefined ? 0 : (sizes.get(base) ?? 0)));
  }
  const circular = [...model.types.values()].filter(
    (type): type is StructuredType =>
      (type.kind === 'EntityType' || type.kind === 'ComplexType') && !sizes.has(type),
  );
  const all = circular.reduce((sum, type) => sum + ownSize(type), 0);
  for (const type of circular) sizes.set(type, all);
  return sizes;
}

function ownSize({ properties, navigationProperties }: StructuredType): number {
  return properties.length + navigationProperties.length;
}
