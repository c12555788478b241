import { type IWorldOptions, World } from '@cucumber/cucumber';
import type { Outcome } from '../core/outcome.js';
import type { RuleId } from '../core/rules.js';
import type { StandardValue } from '../variations/standard-value.js';
import { activeRun, PLAIN_RUN } from './active-runs.js';
import type { Expectation } from './assessment.js';
import type { ScenarioRule } from './checks.js';
import { memberOf } from './declared-member.js';
import type { CurrentWorld, ScenarioRun } from './scenario-run.js';
import { StandardViolated } from './standard-violated.js';

/** What a step tells Cucumber besides passing and failing. `pending` is "not evaluated": the run is not green. */
export type StepAnswer = 'skipped' | 'pending' | undefined;

/** The world of one scenario: which resource its sentences are about, and which values they gave. */
export class CertificationWorld extends World implements CurrentWorld {
  readonly run: ScenarioRun;
  stepRan = false;
  #resource: string | undefined;
  #values: readonly StandardValue[] | undefined;
  #evaluatesOnly = false;

  constructor(options: IWorldOptions) {
    super(options);
    const { run: key = PLAIN_RUN } = options.parameters as { run?: string };
    const run = activeRun(key);
    if (run === undefined) throw new Error(`no run is open under the key "${key}"`);
    this.run = run;
    run.world = this;
  }

  /** The sentences that follow are about this resource. */
  about(resource: string): void {
    this.#resource = resource;
  }

  /** The sentences that follow expect these values. */
  expect(values: readonly StandardValue[]): void {
    this.#values = values;
  }

  /** Skips the rest of the scenario when the server does not declare the element. */
  whenDeclared(resource: string, name?: string): StepAnswer {
    this.stepRan = true;
    this.about(resource);
    const declared = this.run.assessment.resources.get(resource);
    const exists = name === undefined ? declared !== undefined : memberOf(declared, name) !== undefined;
    return exists ? undefined : 'skipped';
  }

  /** Judges rules on an element of the scenario's resource, and says what became of it. */
  judge(rules: readonly ScenarioRule[], name: string, expectation: Expectation = {}): StepAnswer {
    this.stepRan = true;
    const resource = this.#resource;
    if (resource === undefined) {
      throw new Error(`Say first which resource it is about: When "${name}" exists in the "…" metadata`);
    }
    const values = this.#values === undefined ? {} : { values: this.#values };
    const { assessment } = this.run;
    const context = { assessment, resource, name, expectation: { ...values, ...expectation } };
    return this.#conclude(rules.map((rule) => this.run.judge(rule, context)));
  }

  /** Judges every planned check of a rule. */
  judgePlanned(rule: ScenarioRule): StepAnswer {
    this.stepRan = true;
    return this.#conclude(this.run.judgePlanned(rule));
  }

  /** Judges every check of a rule of the Lookup Resource. */
  judgeLookups(rule: RuleId): StepAnswer {
    this.stepRan = true;
    return this.#conclude(this.run.judgeLookups(rule));
  }

  /** Skips the rest of the scenario when the run lacks what it looks at. */
  whenLookups(isAtHand: (run: ScenarioRun) => boolean): StepAnswer {
    this.stepRan = true;
    return isAtHand(this.run) ? undefined : 'skipped';
  }

  /** The same for a sentence with SHOULD: what the server leaves open is no reason to skip what comes after it. */
  inform(rules: readonly ScenarioRule[], name: string, expectation: Expectation): StepAnswer {
    const answer = this.judge(rules, name, expectation);
    return answer === 'skipped' ? undefined : answer;
  }

  evaluateOnly(step: () => void): void {
    this.#evaluatesOnly = true;
    step();
  }

  #conclude(outcomes: readonly Outcome[]): StepAnswer {
    if (this.#evaluatesOnly) return undefined;
    const findings = outcomes.flatMap((outcome) => (outcome.kind === 'evaluated' ? outcome.findings : []));
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new StandardViolated(errors.map(({ message }) => message));
    const blocked = outcomes.filter((outcome) => outcome.kind === 'not evaluated');
    for (const { reason } of blocked) this.log(`not evaluated: ${reason}`);
    if (blocked.length > 0) return 'pending';
    for (const { severity, message } of findings) this.log(`${severity}: ${message}`);
    return outcomes.some(({ kind }) => kind === 'evaluated') ? undefined : 'skipped';
  }
}
