import type { Value } from './value.js';

/** The fields that follow from the facts of a record. Enumerations are display names, or arrays of them. */
export type FactFields<F> = ReadonlyMap<string, (facts: F) => Value>;

/** A table of fields, by name. */
export function factFields<F>(fields: Readonly<Record<string, (facts: F) => Value>>): FactFields<F> {
  return new Map(Object.entries(fields));
}
