import { shorten } from '../../core/shorten.js';
import type { StructuredType } from '../model.js';
import { resolvePath } from '../resolve-path.js';
import { CLAUSES } from '../structure/clauses.js';
import { partOf } from '../subjects.js';
import type { Fault } from './fault.js';
import type { Navigation } from './navigations.js';
import type { RuleInput } from './rule-context.js';

/**
 * Partners that lead elsewhere: the partner is a navigation property of the target itself, its type is the type that has
 * the navigation property, or a base of it; and complex types have no partners (OData CSDL XML 4.01, section 8.4).
 */
export function* partnerKinds(input: RuleInput): Generator<Fault> {
  for (const navigation of input.navigations) {
    const { type, property } = navigation;
    if (property.partner === undefined) continue;
    const why = whyNoPartner(navigation, property.partner, input);
    if (why === undefined) continue;
    yield {
      at: property,
      attribute: 'Partner',
      subject: partOf(input.subjects.navigationProperty(type, property), '@Partner'),
      clause: CLAUSES.Partner,
      found: property.partner,
      ...why,
    };
  }
}

function whyNoPartner(
  { type, property, target }: Navigation,
  partner: string,
  input: RuleInput,
): Pick<Fault, 'message' | 'advice' | 'expected'> | undefined {
  const name = `${shorten(type.name)}.${shorten(property.name)}`;
  if (type.kind === 'ComplexType') {
    return {
      message: `The navigation property ${name} of a complex type has a Partner, which only those of entity types may have`,
      advice: 'Remove it.',
      expected: 'no Partner',
    };
  }
  const end = target === undefined ? undefined : resolvePath(partner, target, input);
  if (end?.kind !== 'found' || end.members.at(-1)?.kind !== 'navigation') return undefined;
  if (end.members.slice(0, -1).some(({ kind }) => kind === 'navigation')) {
    return {
      message: `The partner ${shorten(partner)} of ${name} lies behind another navigation property`,
      advice: 'Name one of the target itself, or leave it out.',
      expected: 'a path without navigation properties before its end',
    };
  }
  const { reached } = end;
  if (typeof reached !== 'object' || isRight(type, reached, input)) return undefined;
  return {
    message: `The partner ${shorten(partner)} of ${name} leads to ${shorten(reached.qualifiedName)}, but it must lead back to ${shorten(type.qualifiedName)}`,
    advice: 'Name another partner, or leave it out.',
    expected: `a navigation property of the type ${type.qualifiedName}`,
  };
}

function isRight(type: StructuredType, reached: StructuredType, { members }: RuleInput): boolean {
  return members.isDerived(type, reached) || !members.isWhole(type);
}
