import type { EventListener, StepName } from '../core/events.js';
import { Ledger } from '../core/ledger.js';
import { runVerdict, type StepStatus } from '../core/verdict.js';
import type { RunError, StepResult } from '../reports/results.js';
import { toRunError } from './run-error.js';
import type { Stopwatch } from './stopwatch.js';

/** What a step leaves behind besides its entries in the books. */
export interface StepEnd {
  /** The step looked at nothing, because the input holds nothing for it. */
  readonly outOfScope?: true;
  readonly runError?: RunError;
}

/** The steps that are scored, and why another is not. */
export interface Chosen {
  readonly steps: readonly StepName[];
  readonly reason: (step: StepName) => string;
}

/** What a step needs: these run with it, chosen or not. */
const NEEDS: Readonly<Record<StepName, readonly StepName[]>> = {
  metadata: [],
  lookups: ['metadata'],
  scenarios: ['metadata', 'lookups'],
  variations: ['metadata', 'lookups'],
  sampling: ['metadata'],
  validation: ['metadata', 'lookups', 'sampling'],
};

/**
 * Runs the steps of a job in their order. A step that is not chosen runs all the same where others need it, but into
 * books of its own: it is not scored.
 */
export class Steps {
  readonly results: StepResult[] = [];
  runError: RunError | undefined;

  constructor(
    private readonly chosen: Chosen,
    private readonly ledger: Ledger,
    private readonly stopwatch: Stopwatch,
    private readonly onEvent: EventListener,
  ) {}

  /** True for a step that counts. */
  isScored(step: StepName): boolean {
    return this.chosen.steps.includes(step);
  }

  /** Runs one step and tells how it ended. */
  async run<E extends StepEnd>(
    step: StepName,
    work: (books: Ledger) => Promise<E | undefined>,
  ): Promise<E | undefined> {
    const isScored = this.isScored(step);
    if (!isScored) this.ledger.leaveOut(`step ${step}`, this.chosen.reason(step));
    if (!isScored && !this.chosen.steps.some((chosen) => NEEDS[chosen].includes(step)))
      return this.#pass(step);
    this.onEvent({ type: 'step started', step });
    const books = isScored ? this.ledger : new Ledger();
    const { end, runError } = await this.stopwatch.time(`step ${step}`, () => attempt(books, work));
    this.runError ??= runError;
    const isJudged = isScored && end?.outOfScope !== true;
    const status = isJudged ? this.#status(step, runError !== undefined) : 'out of scope';
    const durationMs = this.stopwatch.of(`step ${step}`);
    this.results.push({ name: step, status, durationMs, counts: this.ledger.counts(step) });
    this.onEvent({ type: 'step finished', step, status, durationMs });
    return end;
  }

  #pass(step: StepName): undefined {
    this.results.push({
      name: step,
      status: 'out of scope',
      durationMs: 0,
      counts: this.ledger.counts(step),
    });
    return undefined;
  }

  #status(step: StepName, faulted: boolean): StepStatus {
    const { checks, findings } = this.ledger.counts(step);
    return runVerdict({
      // A check may have failed by a finding that is another step's.
      errors: findings.error + checks.failed,
      notEvaluated: checks['not evaluated'],
      faulted,
    });
  }
}

/** What stops a step is told in the results; the steps after it still run on what there is. */
async function attempt<E extends StepEnd>(
  books: Ledger,
  work: (books: Ledger) => Promise<E | undefined>,
): Promise<{ readonly end?: E | undefined; readonly runError?: RunError | undefined }> {
  try {
    const end = await work(books);
    return { end, runError: end?.runError };
  } catch (error) {
    return { runError: toRunError(error) };
  }
}
