import type { RuleId } from '../core/rules.js';
import type { Subject } from '../core/subject.js';
import type { FoundVariations } from '../variations/variation-search.js';
import type { NameAssessment } from './assessment.js';
import { closedEnumeration, closedLookupRows } from './checks/closed-enumeration.js';
import { synonym } from './checks/synonym.js';
import type { ScenarioRule } from './checks.js';
import { standardValuesOf } from './declared-values.js';
import type { PlannedCheck } from './planned-checks.js';

type VariationRule = Extract<RuleId, `variations/${string}`>;

/** A place in which the variations step looks for near names: a check of its own, and the scenario's for the same. */
export interface PlannedVariation {
  readonly rule: VariationRule;
  readonly subject: Subject;
  /** The scenario's check of the place: where it has reported, the step adds no finding. */
  readonly scenario: PlannedCheck;
}

const RULES_OF_STEP: Readonly<Partial<Record<ScenarioRule, readonly VariationRule[]>>> = {
  'dd/resource-synonym': ['variations/resource'],
  'dd/similar-name': ['variations/field', 'variations/expansion'],
  'dd/similar-lookup': ['variations/lookup'],
};

/** The places of the chosen scenarios, in the order of the dictionary. */
export function plannedVariations(planned: readonly PlannedCheck[]): readonly PlannedVariation[] {
  return planned.flatMap((scenario) =>
    (RULES_OF_STEP[scenario.rule] ?? []).map((rule) => ({ rule, subject: scenario.subject, scenario })),
  );
}

/** The variations in a place, or why there are none to judge. */
export function findVariations(
  assessment: NameAssessment,
  { rule, scenario }: PlannedVariation,
): FoundVariations {
  const { variations } = assessment;
  const { resource, name, expectation } = scenario;
  if (rule === 'variations/resource') return variations.resourcesFor(resource);
  if (rule === 'variations/field') return variations.members(resource, 'field');
  if (rule === 'variations/expansion') return variations.members(resource, 'expansion');
  return variations.values(resource, name, standardValuesOf({ assessment, resource, name, expectation }));
}

/** Checks of names that need no more than names: the step makes them where no scenario does. */
export const NAME_CHECKS = {
  'dd/synonym': synonym,
  'dd/closed-enumeration': closedEnumeration,
  'lookup/closed-enumeration': closedLookupRows,
} as const;

type NameCheck = PlannedCheck & { readonly rule: keyof typeof NAME_CHECKS };

/** True for a planned check that {@link NAME_CHECKS} can make. */
export function isNameCheck(check: PlannedCheck): check is NameCheck {
  return Object.hasOwn(NAME_CHECKS, check.rule);
}
