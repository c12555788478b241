import { notApplicable, notEvaluated, outOfScope, type Unjudged } from '../core/outcome.js';

/** What is out of scope without rows, and why. */
export const WITHOUT_ROWS = {
  what: 'values of lookups that only the Lookup Resource knows',
  reason: 'the run has no Lookup rows; give them with --lookups FILE',
} as const;

/** Why the values of a field's lookup cannot be judged, case by case. */
export const NO_VALUES = {
  noResource: (resource: string) => notApplicable(`the metadata declares no resource "${resource}"`),
  noField: (resource: string, field: string) => notApplicable(`"${resource}" declares no "${field}"`),
  wrongType: (place: string) => notEvaluated(`dd/field-type on ${place} blocks it`),
  noAnnotation: (place: string) => notEvaluated(`dd/lookup-name-annotation on ${place} blocks it`),
  noRows: (lookup: string) => notApplicable(`lookup/name-in-use: "${lookup}" has no rows`),
  rowsNotGiven: () => outOfScope(WITHOUT_ROWS.what, WITHOUT_ROWS.reason),
} as const satisfies Record<string, (...names: string[]) => Unjudged>;
