import { type Outcome, onPartOfIt } from '../core/outcome.js';
import type { DeclaredValues } from '../variations/declared.js';
import type { StandardValue } from '../variations/standard-value.js';
import type { CheckContext, NameAssessment } from './assessment.js';

/**
 * Judges the values of a field's lookup. Where there are none to judge, the outcome says why: the field is absent,
 * its type or annotation is at fault, or the run has no Lookup rows.
 */
export function ofValues(
  { assessment, resource, name }: CheckContext<NameAssessment>,
  judge: (values: DeclaredValues) => Outcome,
): Outcome {
  const values = assessment.variations.declared.valuesOf(resource, name);
  if (values.kind !== 'values') return values;
  const outcome = judge(values);
  return values.incomplete === undefined ? outcome : onPartOfIt(outcome, values.incomplete);
}

/**
 * The standard values of a field's lookup: those of the step's table, else those of the dictionary. Gherkin drops the
 * blanks around a table's cells, so a value that the dictionary knows is taken from there, to the byte.
 */
export function standardValuesOf({
  assessment: { dictionary },
  resource,
  name,
  expectation,
}: CheckContext<NameAssessment>): readonly StandardValue[] {
  const element = dictionary.element(resource, name);
  const lookup = element?.kind === 'field' ? element.lookup : undefined;
  const known = (lookup === undefined ? undefined : dictionary.lookup(lookup)?.values) ?? [];
  const { values } = expectation;
  if (values === undefined) return known;
  const exact = new Map(known.map((value) => [value.standardValue.trim(), value]));
  const told = values.map((value) => exact.get(value.standardValue) ?? value);
  // The same list, where it is the same, so that what was worked out for it is found again.
  return told.length === known.length && told.every((value, at) => value === known[at]) ? known : told;
}
