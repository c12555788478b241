import { shorten } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { partOf } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/**
 * Partners that lead elsewhere: the partner's type is the type that has the navigation property, or a base of it; and
 * complex types have no partners (OData CSDL XML 4.01, section 8.4).
 */
export function* partnerKinds(input: RuleInput): Generator<Fault> {
  const { members, subjects } = input;
  for (const { type, property, target } of input.navigations) {
    const { partner } = property;
    if (partner === undefined) continue;
    const name = `${shorten(type.name)}.${shorten(property.name)}`;
    const at = {
      at: property,
      attribute: 'Partner',
      subject: partOf(subjects.navigationProperty(type, property), '@Partner'),
      found: partner,
    };
    if (type.kind === 'ComplexType') {
      yield {
        ...at,
        message: `The navigation property ${name} of a complex type has a Partner, which only those of entity types may have`,
        clause: CLAUSES.Partner,
        advice: 'Remove it.',
        expected: 'no Partner',
      };
      continue;
    }
    const end = target === undefined ? undefined : resolvePath(partner, target, input);
    const back = end?.kind === 'found' && end.members.at(-1)?.kind === 'navigation' ? end.reached : undefined;
    if (typeof back !== 'object' || members.isDerived(type, back) || !members.isWhole(type)) continue;
    yield {
      ...at,
      message: `The partner ${shorten(partner)} of ${name} leads to ${shorten(back.qualifiedName)}, but it must lead back to ${shorten(type.qualifiedName)}`,
      clause: CLAUSES.Partner,
      advice: 'Name another partner, or leave it out.',
      expected: `a navigation property of the type ${type.qualifiedName}`,
    };
  }
}
