import { didYouMean } from '../../core/nearest-name.js';
import { shorten } from '../../core/shorten.js';
import type { EntityContainer } from '../model.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { type BoundSet, boundSets } from './bound-sets.js';
import { ELSEWHERE, NOT_FOLLOWED } from './elsewhere.js';
import type { Fault } from './fault.js';
import { resolveTarget } from './resolve-target.js';
import type { RuleInput } from './rule-context.js';

/** Navigation property bindings whose path or target leads nowhere (OData CSDL XML 4.01, section 13.4). */
export function* bindings(input: RuleInput): Generator<Fault> {
  for (const bound of boundSets(input)) {
    yield* path(bound, input);
    yield* target(bound, input);
  }
}

function* path(bound: BoundSet, input: RuleInput): Generator<Fault> {
  const { set, binding } = bound;
  const type = input.model.types.get(set.entityType);
  if (type?.kind !== 'EntityType') return;
  const end = resolvePath(binding.path, type, input);
  const at = {
    at: binding,
    attribute: 'Path',
    subject: { element: `${bound.path}/@Path` },
    clause: CLAUSES.BindingPath,
  };
  const what = `A binding of ${shorten(set.name)} has the path ${quote(binding.path)}`;
  if (end.kind === 'missing') {
    yield {
      ...at,
      message: `${what}, but ${shorten(end.within)} has no ${quote(end.segment)}`,
      advice: 'Name a navigation property that exists.',
      expected: `a path to a navigation property of ${type.qualifiedName}`,
      found: binding.path,
    };
  } else if (end.kind === 'beyond' && end.why === 'external') {
    yield {
      ...at,
      message: `${what}${ELSEWHERE}`,
      advice: NOT_FOLLOWED,
      severity: 'warning',
    };
  } else if (end.kind === 'found' && end.members.at(-1)?.kind !== 'navigation') {
    yield {
      ...at,
      message: `${what}, which leads to no navigation property`,
      advice: 'Bind navigation properties only.',
      expected: `a path to a navigation property of ${type.qualifiedName}`,
      found: binding.path,
    };
  }
}

function* target(bound: BoundSet, input: RuleInput): Generator<Fault> {
  const { container, set, binding } = bound;
  const end = resolveTarget(binding.target, container, input);
  const at = {
    at: binding,
    attribute: 'Target',
    subject: { element: `${bound.path}/@Target` },
    clause: CLAUSES.BindingTarget,
  };
  const what = `The binding ${quote(binding.path)} of ${shorten(set.name)} has the target ${quote(binding.target)}`;
  if (end.kind === 'missing') {
    yield {
      ...at,
      message: `${what}, but there is no ${quote(end.segment)} in ${shorten(end.within)}`,
      advice: hint(end.segment, container),
      expected: 'an entity set or singleton',
      found: binding.target,
    };
  } else if (end.kind === 'external') {
    yield {
      ...at,
      message: `${what}${ELSEWHERE}`,
      advice: NOT_FOLLOWED,
      severity: 'warning',
    };
  }
}

const MOST_COMPARED = 1000;

function hint(name: string, { entitySets }: EntityContainer): string {
  const names = entitySets.slice(0, MOST_COMPARED).map((set) => set.name);
  const near = name.length <= 100 ? didYouMean(name, names) : undefined;
  return near ?? 'Name an entity set or singleton that is declared.';
}
