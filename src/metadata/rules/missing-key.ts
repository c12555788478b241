import { shorten } from '../../core/shorten.js';
import type { StructuredType } from '../model.js';
import { CLAUSES } from '../structure/clauses.js';
import { typePath } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/missing-key`: the entity type of an entity set, or of a collection-valued containment, has a key, its own or
 * inherited. In 4.0 every entity type that is not abstract has one (OData CSDL XML 4.0, section 8.2; 4.01, section 6.5).
 */
export function* missingKeys(input: RuleInput): Generator<Fault> {
  const { model, members } = input;
  const needs = usesThatNeedKeys(input);
  const isVersion4 = model.version !== '4.01';
  /** Where a base type needs a key, that is where it is missing. */
  const told = new Set<StructuredType>();
  for (const type of members.inOrder) {
    if (type.kind !== 'EntityType' || !members.isWhole(type) || members.keyedPartOf(type) !== undefined)
      continue;
    const base = members.baseOf(type);
    const use = needs.get(type);
    const isTold = base !== undefined && told.has(base);
    if (!isTold && use === undefined && (!isVersion4 || type.isAbstract)) continue;
    told.add(type);
    if (isTold) continue;
    yield {
      at: type,
      subject: { element: typePath(type) },
      message: `The EntityType ${shorten(type.name)} has no key, but ${use ?? 'in OData 4.0 every entity type that is not abstract has one'}, so that its entities can be asked for one by one`,
      clause: CLAUSES.Key,
      advice: 'Add a Key with a PropertyRef.',
      expected: 'a Key, its own or inherited',
    };
  }
}

/** The entity types that cannot do without a key, with the use that says so. */
function usesThatNeedKeys(input: RuleInput): ReadonlyMap<StructuredType, string> {
  const uses = new Map<StructuredType, string>();
  const add = (type: StructuredType | undefined, use: string) => {
    if (type !== undefined && !uses.has(type)) uses.set(type, use);
  };
  for (const { entitySets } of input.model.entityContainers) {
    for (const { kind, name, entityType } of entitySets) {
      const type = input.model.types.get(entityType);
      if (kind === 'EntitySet' && type?.kind === 'EntityType')
        add(type, `the entity set ${shorten(name)} needs one`);
    }
  }
  for (const { type, property, target } of input.navigations) {
    if (!property.containsTarget || !property.type.isCollection) continue;
    add(target, `the containment ${shorten(type.name)}.${shorten(property.name)} needs one`);
  }
  return uses;
}
