import type { Finding } from '../core/finding.js';
import type { Ledger } from '../core/ledger.js';
import { evaluated, notApplicable, notEvaluated, type Outcome, runCheck } from '../core/outcome.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { NameAssessment } from '../scenarios/assessment.js';
import type { PlannedCheck } from '../scenarios/planned-checks.js';
import { INTERRUPTED } from '../scenarios/scenario-run.js';
import {
  findVariations,
  isNameCheck,
  NAME_CHECKS,
  type PlannedVariation,
  plannedVariations,
} from '../scenarios/variation-checks.js';
import { distinctVariations, type Variation } from '../variations/variation.js';
import { subjectOfElement, variationFinding } from '../variations/variation-finding.js';
import { type VariationsReport, variationsReport } from '../variations/variations-report.js';
import { declaresNothingStandard, nothingStandard } from './nothing-tested.js';
import type { ResultFolder } from './result-folder.js';
import type { StepEnd } from './steps.js';
import { decidedElsewhere, isInScope } from './variations-elsewhere.js';

interface VariationsStep {
  readonly books: Ledger;
  readonly assessment: NameAssessment | undefined;
  /** Why there is no assessment. */
  readonly blocked: string;
  /** The checks of the chosen scenarios: the step looks where they do. */
  readonly planned: readonly PlannedCheck[];
  /** True when no option narrows the choice of scenarios. */
  readonly isWhole: boolean;
  readonly folder: Pick<ResultFolder, 'writeJson'>;
  readonly startedAt: Date;
  readonly signal: AbortSignal;
}

/** What the step leaves behind: all that is open, and the report. Neither when there were no names to look at. */
export interface VariationsEnd extends StepEnd {
  readonly variations?: readonly Variation[];
  readonly report?: VariationsReport;
}

/**
 * Looks for near names, and for what people suggested, in every place of the chosen scenarios. What a scenario has
 * reported stays its finding; the step's own check of the place fails with it. Listed synonyms and values foreign to a
 * closed lookup are judged here where no scenario has judged them. Writes the variations report.
 */
export async function variationsStep(step: VariationsStep): Promise<VariationsEnd> {
  const { assessment, signal } = step;
  if (assessment === undefined) return leaveOpen(step, notEvaluated(step.blocked));
  if (signal.aborted) return leaveOpen(step, notEvaluated(INTERRUPTED));
  const runError = declaresNothingStandard(assessment) ? nothingStandard(assessment) : undefined;
  if (runError !== undefined) leaveOpen(step, notApplicable('the metadata declares no standard resource'));
  const variations = runError === undefined ? judgeAll(step, assessment) : [];
  const report = variationsReport({
    version: assessment.dictionary.dictionary.version,
    generatedOn: step.startedAt.toISOString(),
    fuzziness: assessment.variations.fuzziness,
    variations,
    ignored: assessment.variations.decisions
      .all()
      .filter(({ element }) => isInScope(element, assessment, step)),
  });
  await step.folder.writeJson(RESULT_FILES.variations, report);
  return { variations, report, ...(runError === undefined ? {} : { runError }) };
}

function judgeAll(step: VariationsStep, assessment: NameAssessment): readonly Variation[] {
  judgeNames(step, assessment);
  return distinctVariations([...judgePlaces(step, assessment), ...judgeElsewhere(step, assessment)]);
}

/** The checks that the step makes, none of them made. */
function leaveOpen({ books, planned }: VariationsStep, outcome: Outcome): VariationsEnd {
  const nameChecks = planned.filter((check) => isNameCheck(check) && !books.has(check.rule, check.subject));
  for (const { rule, subject } of [...nameChecks, ...plannedVariations(planned)]) {
    books.record('variations', rule, subject, outcome);
  }
  return {};
}

/** Listed synonyms and closed lookups, where no scenario has judged them. */
function judgeNames({ books, planned }: VariationsStep, assessment: NameAssessment): void {
  for (const check of planned) {
    if (!isNameCheck(check) || books.has(check.rule, check.subject)) continue;
    const { rule, subject, ...context } = check;
    const outcome = runCheck(() => NAME_CHECKS[rule]({ assessment, ...context }));
    books.record('variations', rule, subject, outcome);
  }
}

function judgePlaces({ books, planned }: VariationsStep, assessment: NameAssessment): readonly Variation[] {
  return plannedVariations(planned).flatMap((place) => {
    let found: readonly Variation[] = [];
    const outcome = runCheck(() => {
      const variations = findVariations(assessment, place);
      if ('kind' in variations) return variations;
      found = variations;
      return evaluated(variations.map((variation) => findingIn(place, variation, assessment, books)));
    });
    books.record('variations', place.rule, place.subject, outcome);
    return found;
  });
}

/** The finding of the scenario where it has one; the books have each finding once. */
function findingIn(
  { rule, scenario }: PlannedVariation,
  variation: Variation,
  assessment: NameAssessment,
  books: Ledger,
): Finding | undefined {
  const told = variationFinding(assessment, scenario.rule, variation);
  if (told !== undefined && books.hasFinding(told)) return told;
  return variationFinding(assessment, rule, variation);
}

/** What people suggested where no scenario looks: a check for each. */
function judgeElsewhere(step: VariationsStep, assessment: NameAssessment): readonly Variation[] {
  return decidedElsewhere(assessment, step).map(({ rule, variation }) => {
    const outcome = evaluated(variationFinding(assessment, rule, variation));
    step.books.record('variations', rule, subjectOfElement(variation.element), outcome);
    return variation;
  });
}
