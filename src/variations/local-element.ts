import type { DeclaredName, DeclaredValue, DeclaredValues, OfferedResource } from './declared.js';

/** Something that a server declares and the dictionary does not have in that place. */
export type LocalElement = LocalResource | LocalMember | LocalValue;

export interface LocalResource {
  readonly kind: 'resource';
  readonly resource: string;
  readonly declared: OfferedResource;
}

export interface LocalMember {
  readonly kind: 'field' | 'expansion';
  readonly resource: string;
  readonly field: string;
  readonly declared: DeclaredName;
}

/** A value, in a field that uses its lookup. */
export interface LocalValue {
  readonly kind: 'lookup';
  readonly resource: string;
  readonly field: string;
  readonly declared: DeclaredValue;
  readonly values: DeclaredValues;
}

/** A text that two elements share exactly when they are the same. Values are told apart by both of their names. */
export function elementKey(element: LocalElement): string {
  if (element.kind === 'resource') return JSON.stringify([element.resource]);
  if (element.kind !== 'lookup') return JSON.stringify([element.resource, element.field]);
  const { lookupValue, legacyODataValue } = element.declared;
  return JSON.stringify([element.resource, element.field, lookupValue ?? null, legacyODataValue ?? null]);
}

/** The name that is compared with standard ones. */
export function comparedName(element: LocalElement): string {
  if (element.kind === 'resource') return element.resource;
  return element.kind === 'lookup' ? element.declared.standsFor : element.field;
}
