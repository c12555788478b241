import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CertifyError } from '../core/errors.js';
import type { EventListener } from '../core/events.js';
import type { Ledger } from '../core/ledger.js';
import { notApplicable, notEvaluated, type Outcome } from '../core/outcome.js';
import type { Redactor } from '../core/redaction.js';
import { cucumberReports } from '../reports/result-files.js';
import type { RunError, ScenarioResult } from '../reports/results.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { CheckSet } from '../scenarios/checks.js';
import { runScenarios } from '../scenarios/run-scenarios.js';
import { INTERRUPTED, ScenarioRun, type ScenarioRunInput } from '../scenarios/scenario-run.js';
import type { Selection } from '../scenarios/selection.js';
import { declaresNothingStandard, nothingTested } from './nothing-tested.js';
import type { ResultFolder } from './result-folder.js';
import type { StepEnd } from './steps.js';
import type { Stopwatch } from './stopwatch.js';

interface ScenariosStep {
  readonly books: Ledger;
  readonly assessment: Assessment | undefined;
  /** Why there is no assessment. */
  readonly blocked: string;
  /** The checks of the Lookup Resource, where its scenarios are to run. */
  readonly lookups: ScenarioRunInput['lookups'] | undefined;
  readonly selection: Selection;
  readonly folder: ResultFolder;
  readonly signal: AbortSignal;
  readonly redactor: Redactor;
  readonly checks: CheckSet;
  readonly stopwatch: Stopwatch;
  readonly onEvent: EventListener;
}

/** How the scenarios ended. */
export interface ScenariosEnd extends StepEnd {
  readonly scenarios: ScenarioResult;
}

const LOOKUP_FEATURE = 'features/lookup-resource.feature';

const NONE_RUN: ScenarioResult = { run: 0, passed: 0, failed: 0, skipped: 0, pending: 0 };

/**
 * Runs the chosen scenarios through Cucumber, then holds the books against the plan: every check that a chosen
 * scenario makes is booked, and what did not come to be evaluated says why.
 */
export async function scenariosStep(step: ScenariosStep): Promise<ScenariosEnd> {
  const { books, assessment, selection, signal } = step;
  for (const { what, reason } of selection.outOfScope) books.leaveOut(what, reason);
  if (assessment === undefined) {
    bookTheRest(step, notEvaluated(step.blocked));
    return { scenarios: NONE_RUN };
  }
  if (declaresNothingStandard(assessment)) {
    bookTheRest(step, notApplicable('the metadata declares no standard resource'));
    return withError(NONE_RUN, nothingTested(assessment, selection, books));
  }
  const { checks, lookups, redactor } = step;
  const run = new ScenarioRun({
    assessment,
    ledger: books,
    planned: selection.planned,
    checks,
    signal,
    ...(redactor.isEmpty ? {} : { redact: (outcome: Outcome) => redactor.redactJson(outcome) }),
    ...(lookups === undefined ? {} : { lookups }),
  });
  const { scenarios, runError } = await runThroughCucumber(step, run);
  bookTheRest(step, notEvaluated(runError?.message ?? 'its step did not run'));
  const cutShort = books.checks.some(({ reason }) => reason === INTERRUPTED) ? INTERRUPTION : undefined;
  return withError(scenarios, runError ?? cutShort ?? nothingTested(assessment, selection, books));
}

const INTERRUPTION: RunError = {
  kind: 'interrupted',
  message: 'The run was interrupted: what was not yet judged is not evaluated.',
};

function withError(scenarios: ScenarioResult, runError: RunError | undefined): ScenariosEnd {
  return { scenarios, ...(runError === undefined ? {} : { runError }) };
}

async function runThroughCucumber(
  { selection, folder, stopwatch, onEvent }: ScenariosStep,
  run: ScenarioRun,
): Promise<{ scenarios: ScenarioResult; runError?: RunError }> {
  const { version } = run.assessment.dictionary.dictionary;
  const names = cucumberReports(version);
  // Cucumber takes relative paths from the package's folder, not from that of whoever runs it.
  const temporary = [names.json, names.html].map((name) => resolve(folder.path, `.${name}.tmp`));
  const [json = '', html = ''] = temporary;
  try {
    const scenarios = await stopwatch.time('cucumber', () =>
      runScenarios(run, {
        features: [
          ...selection.features.map((name) => `generated/${version}/${name}`),
          ...(run.evidence === undefined ? [] : [LOOKUP_FEATURE]),
        ],
        tags: selection.tags,
        reports: { json, html },
        onProgress: (done, total) => onEvent({ type: 'step progressed', step: 'scenarios', done, total }),
      }),
    );
    await folder.adopt(json, names.json);
    await folder.adopt(html, names.html);
    return { scenarios };
  } catch (error) {
    await Promise.all(temporary.map((path) => rm(path, { force: true })));
    const message = error instanceof CertifyError ? error.explain() : String(error);
    return { scenarios: NONE_RUN, runError: { kind: 'internal', message } };
  }
}

function bookTheRest({ books, selection }: ScenariosStep, outcome: Outcome): void {
  for (const { rule, subject } of selection.planned) {
    if (!books.has(rule, subject)) books.record('scenarios', rule, subject, outcome);
  }
}
