import type { EntityContainer, EntitySet } from '../model.js';
import { isPath } from '../names.js';
import { type PathEnd, resolvePath } from '../resolve-path.js';
import { isExternal } from '../resolve-type.js';
import type { RuleInput } from './rule-context.js';

/** What a target path of an entity container leads to. */
export type TargetEnd =
  | {
      readonly kind: 'set';
      readonly set: EntitySet;
      /** Where the path goes on to, inside of what the set holds; absent when it ends at the set. */
      readonly rest?: PathEnd & { readonly kind: 'found' };
    }
  | { readonly kind: 'missing'; readonly segment: string; readonly within: string }
  /** A container that is declared elsewhere may have it. */
  | { readonly kind: 'external' }
  /** What the path rests on has a finding of its own. */
  | { readonly kind: 'unresolved' };

/**
 * Follows a target path: the name of an entity set or singleton of the container, or a path that starts with one or
 * with the qualified name of a container (OData CSDL XML 4.01, section 13.4.2).
 */
export function resolveTarget(path: string, container: EntityContainer, input: RuleInput): TargetEnd {
  // What has not the form of a path is told by edmx/structure.
  if (!isPath(path)) return { kind: 'unresolved' };
  const [first = '', ...others] = path.split('/');
  const isContainerNamed = first.includes('.') && others.length > 0;
  const within = isContainerNamed ? input.model.names.qualify(first) : container.qualifiedName;
  const found = input.index.container(within);
  if (found === undefined) return withoutContainer(first, within, input);
  const name = isContainerNamed ? (others[0] ?? '') : first;
  const set = found.sets.get(name);
  if (set === undefined) return withoutSet(name, found.container, input);
  return follow(set, others.slice(isContainerNamed ? 1 : 0), input);
}

function withoutContainer(segment: string, name: string, { model, unnamed }: RuleInput): TargetEnd {
  if (isExternal(model, name)) return { kind: 'external' };
  if (unnamed.mayBe(name)) return { kind: 'unresolved' };
  return { kind: 'missing', segment, within: 'the metadata' };
}

function withoutSet(segment: string, container: EntityContainer, input: RuleInput): TargetEnd {
  const base = baseElsewhere(container, input);
  if (base !== undefined) return { kind: isExternal(input.model, base) ? 'external' : 'unresolved' };
  if (input.unnamed.isIn(container)) return { kind: 'unresolved' };
  return { kind: 'missing', segment, within: `the entity container ${container.name}` };
}

function follow(set: EntitySet, rest: readonly string[], input: RuleInput): TargetEnd {
  if (rest.length === 0) return { kind: 'set', set };
  const type = input.model.types.get(set.entityType);
  if (type?.kind !== 'EntityType') return { kind: 'unresolved' };
  const end = resolvePath(rest.join('/'), type, input);
  if (end.kind === 'found') return { kind: 'set', set, rest: end };
  if (end.kind === 'missing') return end;
  return { kind: end.why === 'external' ? 'external' : 'unresolved' };
}

/** The container that the container, or one that it extends, extends, but that the document does not declare. */
function baseElsewhere(container: EntityContainer, { index }: RuleInput): string | undefined {
  const seen = new Set<EntityContainer>();
  let part: EntityContainer | undefined = container;
  while (part !== undefined && !seen.has(part)) {
    seen.add(part);
    const base: string | undefined = part.extends;
    if (base === undefined) return undefined;
    part = index.container(base)?.container;
    if (part === undefined) return base;
  }
  return undefined;
}
