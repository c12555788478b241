import { notApplicable, notEvaluated, type Outcome } from '../core/outcome.js';
import type { EnumType, Facets, MetadataModel, Property } from '../metadata/model.js';
import { resolveType } from '../metadata/resolve-type.js';
import type { CheckContext } from './assessment.js';
import { ofMember } from './declared-member.js';

/** What a property's type comes down to, type definitions replaced by their underlying types. */
export type EffectiveType =
  | {
      readonly kind: 'primitive';
      readonly name: string;
      readonly isCollection: boolean;
      readonly facets: Facets;
    }
  | { readonly kind: 'enumeration'; readonly type: EnumType; readonly isCollection: boolean }
  | { readonly kind: 'structured'; readonly isCollection: boolean }
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'external' };

/** The effective type of a property. Facets of a type definition count where the property states none. */
export function effectiveType(model: MetadataModel, property: Property): EffectiveType {
  const { isCollection } = property.type;
  const type = resolveType(model, property.type.name);
  switch (type?.kind) {
    case undefined:
      return { kind: 'unresolved' };
    case 'external':
      return { kind: 'external' };
    case 'primitive':
      return { kind: 'primitive', name: type.name, isCollection, facets: property.facets };
    case 'TypeDefinition':
      return {
        kind: 'primitive',
        name: type.underlyingType,
        isCollection,
        facets: { ...type.facets, ...property.facets },
      };
    case 'EnumType':
      return { kind: 'enumeration', type, isCollection };
    default:
      return { kind: 'structured', isCollection };
  }
}

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
    if (type.kind === 'unresolved' || type.kind === 'external') return blockedByType(context, type);
    return type.kind === 'primitive' && names.includes(type.name) ? judge(property, type) : isOther;
  });
}

/** A type that cannot be followed leaves its checks not evaluated: this says which finding or reason blocks them. */
export function blockedByType(context: CheckContext, type: { kind: 'unresolved' | 'external' }): Outcome {
  const place = `${context.resource}.${context.name}`;
  if (type.kind === 'unresolved') return notEvaluated(`edmx/unresolved-type on ${place} blocks it`);
  return notEvaluated(`the type of ${place} is declared in a referenced document, which is not at hand`);
}
