import { notEvaluated, type Unjudged } from '../core/outcome.js';
import type { EnumType, Facets, MetadataModel, Property } from './model.js';
import { resolveType } from './resolve-type.js';

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

/** A type that cannot be followed leaves the checks of a place not evaluated: this says what blocks them. */
export function blockedByType(place: string, kind: 'unresolved' | 'external'): Unjudged {
  if (kind === 'unresolved') return notEvaluated(`edmx/unresolved-type on ${place} blocks it`);
  return notEvaluated(`the type of ${place} is declared in a referenced document, which is not at hand`);
}
