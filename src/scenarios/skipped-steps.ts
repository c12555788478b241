import { DataTable, Status } from '@cucumber/cucumber';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { CucumberMessage, Pickle, TestCase } from './cucumber-message.js';
import type { ScenarioRun } from './scenario-run.js';
import { type StepDefinition, stepDefinitionsOf } from './step-definitions.js';

/**
 * Evaluates the checks of steps that Cucumber skips, so that a scenario's failed step hides nothing: a field with a
 * synonym and a wrong type shows both. Listens to Cucumber's messages and calls the same step definitions; what they
 * find goes into the books, not into Cucumber's verdict.
 */
export class SkippedSteps {
  readonly #definitions: ReadonlyMap<string, StepDefinition>;
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  #current: TestCase | undefined;

  constructor(
    private readonly run: ScenarioRun,
    support: ISupportCodeLibrary,
  ) {
    this.#definitions = stepDefinitionsOf(support);
  }

  /** Takes one of Cucumber's messages. */
  listen({ pickle, testCase, testCaseStarted, testStepStarted, testStepFinished }: CucumberMessage): void {
    if (pickle !== undefined) this.#pickles.set(pickle.id, pickle);
    if (testCase !== undefined) this.#testCases.set(testCase.id, testCase);
    if (testCaseStarted !== undefined) this.#current = this.#testCases.get(testCaseStarted.testCaseId);
    if (testStepStarted !== undefined && this.run.world !== undefined) this.run.world.stepRan = false;
    if (testStepFinished?.testStepResult.status === Status.SKIPPED && this.run.world?.stepRan === false) {
      this.#evaluate(testStepFinished.testStepId);
    }
  }

  #evaluate(testStepId: string): void {
    const testStep = this.#current?.testSteps.find(({ id }) => id === testStepId);
    const steps = this.#pickles.get(this.#current?.pickleId ?? '')?.steps;
    const step = steps?.find(({ id }) => id === testStep?.pickleStepId);
    const definition = this.#definitions.get(testStep?.stepDefinitionIds?.[0] ?? '');
    const { world } = this.run;
    if (step === undefined || definition === undefined || world === undefined) return;
    const values = definition.expression.match(step.text)?.map((argument) => argument.getValue(world)) ?? [];
    const table = step.argument?.dataTable === undefined ? [] : [new DataTable(step.argument.dataTable)];
    world.evaluateOnly(() => definition.code.apply(world, [...values, ...table]));
  }
}
