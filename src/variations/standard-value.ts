import type { DeclaredValues } from './declared.js';

/** A standard value of a lookup under its two names. */
export interface StandardValue {
  readonly standardValue: string;
  readonly legacyODataValue: string;
  readonly synonyms?: readonly string[];
  readonly url?: string;
}

/** All names of the values. */
export function standardNamesOf(values: readonly StandardValue[]): ReadonlySet<string> {
  return new Set(values.flatMap(({ standardValue, legacyODataValue }) => [standardValue, legacyODataValue]));
}

/** The standard values that nobody declares: a value declares one under either of its names. */
export function absentValues(
  standard: readonly StandardValue[],
  { values }: DeclaredValues,
): readonly StandardValue[] {
  const declared = new Set<string>();
  for (const { standsFor, alsoDeclares } of values) {
    declared.add(standsFor);
    if (alsoDeclares !== undefined) declared.add(alsoDeclares);
  }
  return standard.filter(
    ({ standardValue, legacyODataValue }) => !declared.has(standardValue) && !declared.has(legacyODataValue),
  );
}
