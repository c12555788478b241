import { DataTable, Status } from '@cucumber/cucumber';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { CucumberMessage, PickleStep, TestStep } from './cucumber-message.js';
import type { ScenarioRun } from './scenario-run.js';
import { type StepDefinition, stepDefinitionsOf } from './step-definitions.js';

interface PlannedStep {
  readonly step: PickleStep;
  readonly definition: StepDefinition;
}

/**
 * Evaluates the checks of steps that Cucumber skips, so that a scenario's failed step hides nothing: a field with a
 * synonym and a wrong type shows both. Listens to Cucumber's messages and calls the same step definitions; what they
 * find goes into the books, not into Cucumber's verdict.
 */
export class SkippedSteps {
  readonly #definitions: ReadonlyMap<string, StepDefinition>;
  readonly #pickleSteps = new Map<string, PickleStep>();
  readonly #planned = new Map<string, PlannedStep>();

  constructor(
    private readonly run: ScenarioRun,
    support: ISupportCodeLibrary,
  ) {
    this.#definitions = stepDefinitionsOf(support);
  }

  /** Takes one of Cucumber's messages. */
  listen({ pickle, testCase, testStepStarted, testStepFinished }: CucumberMessage): void {
    for (const step of pickle?.steps ?? []) this.#pickleSteps.set(step.id, step);
    for (const testStep of testCase?.testSteps ?? []) this.#plan(testStep);
    if (testStepStarted !== undefined && this.run.world !== undefined) this.run.world.stepRan = false;
    if (testStepFinished?.testStepResult.status === Status.SKIPPED && this.run.world?.stepRan === false) {
      this.#evaluate(testStepFinished.testStepId);
    }
  }

  #plan(testStep: TestStep): void {
    const step = this.#pickleSteps.get(testStep.pickleStepId ?? '');
    const definition = this.#definitions.get(testStep.stepDefinitionIds?.[0] ?? '');
    if (step !== undefined && definition !== undefined) this.#planned.set(testStep.id, { step, definition });
  }

  #evaluate(testStepId: string): void {
    const planned = this.#planned.get(testStepId);
    const { world } = this.run;
    if (planned === undefined || world === undefined) return;
    const { step, definition } = planned;
    const values = definition.expression.match(step.text)?.map((argument) => argument.getValue(world)) ?? [];
    const table = step.argument?.dataTable === undefined ? [] : [new DataTable(step.argument.dataTable)];
    world.evaluateOnly(() => definition.code.apply(world, [...values, ...table]));
  }
}
