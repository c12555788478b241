import type { Ledger } from '../core/ledger.js';
import { notEvaluated, type Outcome, runCheck } from '../core/outcome.js';
import type { RuleId } from '../core/rules.js';
import type { Subject } from '../core/subject.js';
import type { Assessment, CheckContext } from './assessment.js';
import { CHECKS, type CheckSet, type ScenarioRule } from './checks.js';
import type { LookupCheck } from './lookup-checks.js';
import type { LookupEvidence } from './lookup-evidence.js';
import type { PlannedCheck } from './planned-checks.js';

const ABOUT_THE_RESOURCE: ReadonlySet<ScenarioRule> = new Set(['dd/resource-synonym', 'dd/similar-name']);

/** The reason of checks that an interrupt left open. */
export const INTERRUPTED = 'the run was interrupted';

/** The world of the scenario that runs now, as far as the run needs to know it. */
export interface CurrentWorld {
  /** Set by whatever step runs; tells a step that Cucumber skipped from one that answered `skipped`. */
  stepRan: boolean;
  /** Runs a step that Cucumber skipped, for its entries in the books: its findings neither throw nor log. */
  evaluateOnly(step: () => void): void;
}

/** What a run of scenarios is made of. */
export interface ScenarioRunInput {
  readonly assessment: Assessment;
  readonly ledger: Ledger;
  /** The checks of the chosen scenarios. */
  readonly planned: readonly PlannedCheck[];
  /** The checks of the Lookup Resource, and what they rest on; absent when there are no rows. */
  readonly lookups?: { readonly evidence: LookupEvidence; readonly checks: readonly LookupCheck[] };
  /** Replaces the checks in tests. */
  readonly checks?: CheckSet;
  readonly signal?: AbortSignal;
  /** Takes secrets out of what a check says, before it reaches the books and Cucumber's reports. */
  readonly redact?: (outcome: Outcome) => Outcome;
}

/** One run of scenarios: what they look at, the checks they call and the books they are recorded in. */
export class ScenarioRun {
  /** The world of the scenario that runs now. */
  world: CurrentWorld | undefined;
  readonly #input: ScenarioRunInput;

  constructor(input: ScenarioRunInput) {
    this.#input = input;
  }

  get assessment(): Assessment {
    return this.#input.assessment;
  }

  get evidence(): LookupEvidence | undefined {
    return this.#input.lookups?.evidence;
  }

  /** Runs one check and books it. An exception inside the check is booked as `not evaluated`. */
  judge(rule: ScenarioRule, context: CheckContext): Outcome {
    const check = (this.#input.checks ?? CHECKS)[rule];
    return this.#book('scenarios', rule, subjectOf(rule, context), () => check(context));
  }

  /** Runs every planned check of a rule. */
  judgePlanned(rule: ScenarioRule): readonly Outcome[] {
    const { assessment, planned } = this.#input;
    return planned
      .filter((check) => check.rule === rule)
      .map(({ resource, name, expectation }) =>
        this.judge(rule, { assessment, resource, name, expectation }),
      );
  }

  /** Runs every check of a rule of the Lookup Resource. */
  judgeLookups(rule: RuleId): readonly Outcome[] {
    const checks = this.#input.lookups?.checks ?? [];
    return checks
      .filter((check) => check.rule === rule)
      .map(({ subject, judge }) => this.#book('lookups', rule, subject, judge));
  }

  #book(step: 'scenarios' | 'lookups', rule: RuleId, subject: Subject, judge: () => Outcome): Outcome {
    const { ledger, signal, redact = (outcome: Outcome) => outcome } = this.#input;
    const outcome = redact(signal?.aborted ? notEvaluated(INTERRUPTED) : runCheck(judge));
    ledger.record(step, rule, subject, outcome);
    return outcome;
  }
}

/** The standard element that a check is about. */
function subjectOf(rule: ScenarioRule, { assessment, resource, name }: CheckContext): Subject {
  if (ABOUT_THE_RESOURCE.has(rule)) return { resource };
  const kind = assessment.dictionary.element(resource, name)?.kind;
  return kind === 'expansion' || rule === 'dd/expansion'
    ? { resource, expansion: name }
    : { resource, field: name };
}
