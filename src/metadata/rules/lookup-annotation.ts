import { LOOKUP_NAME_TERM } from '../lookup-name.js';
import { resourcesOf } from '../resources.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * `edmx/lookup-annotation`: standard lookup fields that are plain strings without the annotation that names their
 * lookup. Where the endorsement's own rules judge them, this one keeps quiet.
 */
export function* lookupAnnotations({ model, context }: RuleInput): Generator<Fault> {
  const { standard } = context;
  if (standard === undefined || standard.areJudgedElsewhere) return;
  for (const resource of resourcesOf(model, standard.resources).values()) {
    if (!standard.resources.has(resource.name)) continue;
    for (const property of resource.properties.values()) {
      const isPlain =
        property.type.name === 'Edm.String' &&
        !property.annotations.some(({ term }) => term === LOOKUP_NAME_TERM) &&
        standard.kindOf(resource.name, property.name) === 'lookup';
      if (!isPlain) continue;
      yield {
        at: property,
        subject: { resource: resource.name, field: property.name },
        message: `${resource.name}.${property.name} is a lookup field of the standard, but a plain string without the annotation ${LOOKUP_NAME_TERM}`,
        advice: 'Add it, so that clients find the values in the Lookup Resource.',
        expected: LOOKUP_NAME_TERM,
      };
    }
  }
}
