import type { Operation } from './model.js';
import type { TypeReference } from './type-reference.js';

/** A type as overloads compare it. */
export function typeKey({ name, isCollection }: Pick<TypeReference, 'name' | 'isCollection'>): string {
  return isCollection ? `Collection(${name})` : name;
}

/** Types in order, as one text. */
export function signature(types: readonly Pick<TypeReference, 'name' | 'isCollection'>[]): string {
  return types.map(typeKey).join(',');
}

/**
 * How annotations name an overload: a function by the types of all its parameters, an action by the type that it is
 * bound to (OData CSDL XML 4.01, section 14.2.1); for an action, those of all parameters are taken as well.
 */
export function signaturesOf({ kind, isBound, parameters }: Operation): readonly string[] {
  const types = parameters.map(({ type }) => type);
  if (kind === 'Function') return [signature(types)];
  return [...new Set([signature(types), signature(isBound ? types.slice(0, 1) : [])])];
}
