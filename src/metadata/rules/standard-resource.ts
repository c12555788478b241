import { shorten } from '../../core/shorten.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/standard-resource`, as far as the document alone can tell: an entity type with the name of a standard resource
 * that no entity set, singleton or navigation property leads to is a warning.
 */
export function* standardResources(input: RuleInput): Generator<Fault> {
  const { model, members, context } = input;
  const names = context.standard?.resources ?? new Set();
  if (names.size === 0 || model.entityContainers.length === 0) return;
  const reached = reachedTypes(input);
  for (const type of model.types.values()) {
    if (type.kind !== 'EntityType' || !names.has(type.name) || reached.has(type.qualifiedName)) continue;
    // What a base type is served under may hold entities of this type.
    const isServed = [...members.lineage(type)].some(({ qualifiedName }) => reached.has(qualifiedName));
    if (isServed) continue;
    yield {
      at: type,
      subject: { element: typePath(type) },
      message: `The EntityType ${shorten(type.name)} has the name of a standard resource, but no entity set, singleton or navigation property leads to it`,
      advice: 'Add an entity set if it is to be served.',
      expected: `an entity set ${type.name}`,
      severity: 'warning',
    };
  }
}

/** The qualified names of all types that something of the service leads to. */
function reachedTypes(input: RuleInput): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { entitySets } of input.model.entityContainers) {
    for (const { entityType } of entitySets) reached.add(entityType);
  }
  for (const { property } of input.navigations) reached.add(property.type.name);
  return reached;
}
