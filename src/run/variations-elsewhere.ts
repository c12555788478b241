import type { NameAssessment } from '../scenarios/assessment.js';
import type { PlannedCheck } from '../scenarios/planned-checks.js';
import type { LocalElement } from '../variations/local-element.js';
import type { Variation } from '../variations/variation.js';

/** What was chosen to be looked at. */
interface Scope {
  readonly planned: readonly PlannedCheck[];
  readonly isWhole: boolean;
}

const RULES = {
  resource: 'variations/resource',
  field: 'variations/field',
  expansion: 'variations/expansion',
  lookup: 'variations/lookup',
} as const;

/** An element that people made a suggestion for, in a place where no near names are looked for. */
interface DecidedElsewhere {
  readonly rule: (typeof RULES)[keyof typeof RULES];
  readonly variation: Variation;
}

/**
 * What people suggested for the fields of local resources, and for values of local fields and of fields without
 * standard values.
 */
export function decidedElsewhere(assessment: NameAssessment, scope: Scope): readonly DecidedElsewhere[] {
  return assessment.variations.decisions
    .all()
    .filter(({ element }) => isInScope(element, assessment, scope))
    .flatMap(({ element, decision: { ignored, ...decision } }) =>
      ignored !== undefined || decision.suggestions.length === 0 || isSearched(element, assessment)
        ? []
        : [{ rule: RULES[element.kind], variation: { element, ...decision } }],
    );
}

/** Whether an element lies in what was chosen. Local resources belong to no standard one: all of them, or none. */
export function isInScope(
  { resource }: LocalElement,
  { dictionary }: NameAssessment,
  { planned, isWhole }: Scope,
): boolean {
  if (isWhole) return true;
  return dictionary.resource(resource) !== undefined && planned.some((check) => check.resource === resource);
}

/** Whether the search for near names comes by the element, and so has met what people suggested for it. */
function isSearched(element: LocalElement, { dictionary }: NameAssessment): boolean {
  if (element.kind === 'resource') return true;
  if (dictionary.resource(element.resource) === undefined) return false;
  if (element.kind !== 'lookup') return true;
  const field = dictionary.element(element.resource, element.field);
  const lookup = field?.kind === 'field' ? field.lookup : undefined;
  return lookup !== undefined && dictionary.lookup(lookup) !== undefined;
}
