import { shorten } from '../../core/shorten.js';
import { quote } from '../quote.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { partOf } from '../subjects.js';
import type { Fault } from './fault.js';
import type { RuleInput } from './rule-context.js';

/** Partners of navigation properties that their target does not have (OData CSDL XML 4.01, section 8.4). */
export function* partners(input: RuleInput): Generator<Fault> {
  for (const { type, property, target } of input.navigations) {
    const { partner } = property;
    if (partner === undefined || target === undefined) continue;
    const end = resolvePath(partner, target, input);
    const isFound = end.kind === 'found' && end.members.at(-1)?.kind === 'navigation';
    if (isFound || end.kind === 'beyond') continue;
    yield {
      at: property,
      attribute: 'Partner',
      subject: partOf(input.subjects.navigationProperty(type, property), '@Partner'),
      message: `The navigation property ${shorten(type.name)}.${shorten(property.name)} has the partner ${quote(partner)}, but ${shorten(target.qualifiedName)} has no such navigation property`,
      clause: CLAUSES.Partner,
      advice: 'Name the one that leads back, or leave Partner out.',
      expected: `a navigation property of ${target.qualifiedName}`,
      found: partner,
    };
  }
}
