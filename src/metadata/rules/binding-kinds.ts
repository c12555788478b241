import { shorten } from '../../core/shorten.js';
import type { StructuredType } from '../model.js';
import { quote } from '../quote.js';
import { type PathEnd, resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { type BoundSet, boundSets } from './bound-sets.js';
import type { Fault } from './fault.js';
import { resolveTarget, type TargetEnd } from './resolve-target.js';
import type { RuleInput } from './rule-context.js';

/**
 * Bindings that bind the wrong thing: a containment navigation property, which has its own set; what lies behind another
 * set; a target that holds entities of another type, or that cannot be one (OData CSDL XML 4.01, section 13.4).
 */
export function* bindingKinds(input: RuleInput): Generator<Fault> {
  for (const bound of boundSets(input)) {
    const type = input.model.types.get(bound.set.entityType);
    if (type?.kind !== 'EntityType') continue;
    const end = resolvePath(bound.binding.path, type, input);
    const last = end.kind === 'found' ? end.members.at(-1) : undefined;
    if (last?.kind !== 'navigation') continue;
    const left = setLeft(end);
    if (left !== undefined) yield beyond(bound, left);
    else if (last.member.containsTarget) yield containment(bound);
    else yield* target(bound, end, input);
  }
}

/** The navigation property on the way by which a path leaves its set: one that contains nothing. */
function setLeft(end: PathEnd): string | undefined {
  if (end.kind !== 'found') return undefined;
  const way = end.members.slice(0, -1);
  return way.find(({ kind, member }) => kind === 'navigation' && !member.containsTarget)?.member.name;
}

function beyond({ set, binding, path }: BoundSet, left: string): Fault {
  return {
    at: binding,
    attribute: 'Path',
    subject: { element: `${path}/@Path` },
    message: `The binding ${quote(binding.path)} of ${shorten(set.name)} leads through ${quote(left)}, which contains nothing, and so beyond the set`,
    clause: CLAUSES.BindingPath,
    advice:
      'Bind it where the entities behind are served. Only complex properties and containment may lie on the way.',
    expected: 'no navigation property without ContainsTarget before the last',
    found: binding.path,
  };
}

function containment({ set, binding, path }: BoundSet): Fault {
  return {
    at: binding,
    attribute: 'Path',
    subject: { element: `${path}/@Path` },
    message: `The binding ${quote(binding.path)} of ${shorten(set.name)} ends at a containment navigation property, whose entities live inside of their parent`,
    clause: CLAUSES.BindingPath,
    advice: 'Remove the binding.',
    expected: 'a navigation property without ContainsTarget',
    found: binding.path,
  };
}

function* target(bound: BoundSet, end: PathEnd, input: RuleInput): Generator<Fault> {
  const { container, set, binding, path } = bound;
  const found = resolveTarget(binding.target, container, input);
  const at = {
    at: binding,
    attribute: 'Target',
    subject: { element: `${path}/@Target` },
    found: binding.target,
  };
  if (found.kind === 'set' && found.rest !== undefined && !isContained(found.rest)) {
    yield {
      ...at,
      message: `The target ${quote(binding.target)} of the binding ${quote(binding.path)} leads to no containment navigation property`,
      clause: CLAUSES.BindingTarget,
      advice: 'Name an entity set, a singleton, or what one of them contains.',
      expected: 'an entity set, a singleton or a containment navigation property',
    };
    return;
  }
  const wanted = end.kind === 'found' && typeof end.reached === 'object' ? end.reached : undefined;
  const held = heldBy(found, input);
  if (wanted === undefined || held === undefined || areRelated(wanted, held, input)) return;
  yield {
    ...at,
    message: `The binding ${quote(binding.path)} of ${shorten(set.name)} leads to ${shorten(wanted.qualifiedName)}, but its target ${quote(binding.target)} holds ${shorten(held.qualifiedName)}`,
    clause: CLAUSES.BindingTarget,
    advice: 'Bind it to a set of the right type.',
    expected: wanted.qualifiedName,
  };
}

function isContained(end: PathEnd & { kind: 'found' }): boolean {
  const last = end.members.at(-1);
  return last?.kind === 'navigation' && last.member.containsTarget && setLeft(end) === undefined;
}

/** The type of what a target holds; nothing where it does not resolve. */
export function heldBy(target: TargetEnd, { model }: RuleInput): StructuredType | undefined {
  if (target.kind !== 'set') return undefined;
  if (target.rest !== undefined) {
    return typeof target.rest.reached === 'object' ? target.rest.reached : undefined;
  }
  const type = model.types.get(target.set.entityType);
  return type?.kind === 'EntityType' ? type : undefined;
}

/** True when entities of one of the types may be of the other. */
export function areRelated(a: StructuredType, b: StructuredType, { members }: RuleInput): boolean {
  if (members.isDerived(a, b) || members.isDerived(b, a)) return true;
  // Two types whose bases are declared elsewhere may meet there.
  return !members.isWhole(a) || !members.isWhole(b);
}
