import { notApplicable, type Outcome } from '../core/outcome.js';
import { blockedByType, type EffectiveType, effectiveType } from '../metadata/effective-type.js';
import type { Property } from '../metadata/model.js';
import type { CheckContext } from './assessment.js';
import { ofMember } from './declared-member.js';

/** A primitive type, alone or in a collection. */
export type PlainType = Extract<EffectiveType, { kind: 'primitive' }>;

/**
 * Judges a property of one of the primitive types named. Another type is not applicable (`dd/field-type` speaks of
 * it), a type that cannot be followed is not evaluated.
 */
export function ofPrimitive(
  context: CheckContext,
  names: readonly string[],
  judge: (property: Property, type: PlainType) => Outcome,
): Outcome {
  return ofMember(context, ({ kind, property }) => {
    const isOther = notApplicable(
      `${context.resource}.${context.name} is not declared as ${names.join(' or ')}`,
    );
    if (kind !== 'property') return isOther;
    const type = effectiveType(context.assessment.model, property);
    if (type.kind === 'unresolved' || type.kind === 'external') {
      return blockedByType(`${context.resource}.${context.name}`, type.kind);
    }
    return type.kind === 'primitive' && names.includes(type.name) ? judge(property, type) : isOther;
  });
}
