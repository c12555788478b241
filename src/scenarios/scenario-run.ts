import type { Ledger } from '../core/ledger.js';
import { notEvaluated, type Outcome, runCheck } from '../core/outcome.js';
import type { Subject } from '../core/subject.js';
import type { Assessment, CheckContext } from './assessment.js';
import { CHECKS, type CheckSet, type ScenarioRule } from './checks.js';

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

/** One run of scenarios: what they look at, the checks they call and the books they are recorded in. */
export class ScenarioRun {
  /** The world of the scenario that runs now. */
  world: CurrentWorld | undefined;

  constructor(
    readonly assessment: Assessment,
    readonly ledger: Ledger,
    private readonly checks: CheckSet = CHECKS,
    private readonly signal?: AbortSignal,
  ) {}

  /** Runs one check and books it. An exception inside the check is booked as `not evaluated`. */
  judge(rule: ScenarioRule, context: CheckContext): Outcome {
    const outcome = this.signal?.aborted
      ? notEvaluated(INTERRUPTED)
      : runCheck(() => this.checks[rule](context));
    this.ledger.record('scenarios', rule, subjectOf(rule, context), outcome);
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
