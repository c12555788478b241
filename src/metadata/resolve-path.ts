import type { DeclaredMember } from './declared-members.js';
import type { StructuredType } from './model.js';
import { isPath } from './names.js';
import { isExternal, resolveType, underlyingOf } from './resolve-type.js';
import type { RuleInput } from './rules/rule-context.js';

/** What a path is at after a segment: a structured type, a value, or a type that the document does not declare. */
type Reached = StructuredType | 'value' | Beyond;

/** Why a path cannot be followed: what comes next is declared elsewhere, at run time only, or nowhere. */
type Beyond = 'external' | 'open' | 'unresolved';

/** Where a path leads that starts at a structured type. */
export type PathEnd =
  | {
      readonly kind: 'found';
      /** The members on the way, the last one included; type casts are none. */
      readonly members: readonly DeclaredMember[];
      readonly reached: Reached;
    }
  /** A segment that does not exist where it stands. */
  | { readonly kind: 'missing'; readonly segment: string; readonly within: string }
  /** The path leaves what the document declares. */
  | { readonly kind: 'beyond'; readonly why: Beyond };

/**
 * Follows a path of members and type casts from a structured type (OData CSDL XML 4.01, section 14.4.1.1).
 */
export function resolvePath(path: string, start: StructuredType, input: RuleInput): PathEnd {
  // What has not the form of a path is told by edmx/structure.
  return isPath(path) ? walk(path.split('/'), start, input) : { kind: 'beyond', why: 'unresolved' };
}

function walk(segments: readonly string[], start: StructuredType, input: RuleInput): PathEnd {
  const members: DeclaredMember[] = [];
  let reached: Reached = start;
  for (const segment of segments) {
    if (isBeyond(reached)) return { kind: 'beyond', why: reached };
    const next: Step = reached === 'value' ? 'missing' : follow(segment, reached, input);
    if (next === 'missing') return { kind: 'missing', segment, within: nameOf(reached, members) };
    if (isBeyond(next)) return { kind: 'beyond', why: next };
    if (isMember(next)) members.push(next);
    reached = isMember(next) ? typeReached(next, input) : next;
  }
  return { kind: 'found', members, reached };
}

type Step = StructuredType | DeclaredMember | Beyond | 'missing';

function isBeyond(place: Reached | DeclaredMember): place is Beyond {
  return typeof place === 'string' && place !== 'value';
}

function isMember(step: StructuredType | DeclaredMember): step is DeclaredMember {
  return 'member' in step;
}

function nameOf(place: StructuredType | 'value', members: readonly DeclaredMember[]): string {
  return place === 'value' ? (members.at(-1)?.member.name ?? '') : place.qualifiedName;
}

function follow(segment: string, from: StructuredType, input: RuleInput): Step {
  if (segment.includes('.')) return cast(segment, from, input);
  const found = input.members.find(from, segment);
  if (found !== undefined) return found;
  if (!input.members.isWhole(from)) return baseElsewhere(from, input);
  if (from.isOpen) return 'open';
  return input.unnamed.isInChain(from, input.members) ? 'unresolved' : 'missing';
}

/** Where the chain of base types goes on: in another document, or nowhere. */
function baseElsewhere(type: StructuredType, { model, members }: RuleInput): Beyond {
  const base = members.undeclaredBaseOf(type);
  return base !== undefined && isExternal(model, base) ? 'external' : 'unresolved';
}

/** A cast leads to a type that is derived from the one it stands on, or that this one is derived from. */
function cast(segment: string, from: StructuredType, { model, members, unnamed }: RuleInput): Step {
  const name = model.names.qualify(segment);
  const type = resolveType(model, name);
  if (type?.kind === 'external') return 'external';
  if (type === undefined && unnamed.mayBe(name)) return 'unresolved';
  if (type?.kind !== 'EntityType' && type?.kind !== 'ComplexType') return 'missing';
  if (members.isDerived(type, from) || members.isDerived(from, type)) return type;
  return members.isWhole(type) ? 'missing' : type;
}

/** The type that a member leads to, in a collection or not. One of the wrong kind for it is told by edmx/type-kind. */
function typeReached({ kind, member }: DeclaredMember, { model }: RuleInput): Reached {
  const type = resolveType(model, underlyingOf(model, member.type.name));
  if (type === undefined) return 'unresolved';
  if (type.kind === 'external') return 'external';
  if (type.kind === 'abstract') return 'open';
  if ((kind === 'navigation') !== (type.kind === 'EntityType')) return 'unresolved';
  return type.kind === 'EntityType' || type.kind === 'ComplexType' ? type : 'value';
}
