import { Status } from '@cucumber/cucumber';
import type { CucumberMessage } from './cucumber-message.js';
import { StandardViolated } from './standard-violated.js';

/** How Cucumber saw the scenarios end: each counted one has run through Cucumber. */
export interface ScenarioCounts {
  readonly run: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly pending: number;
}

const WORSE: readonly string[] = [
  Status.UNKNOWN,
  Status.PASSED,
  Status.SKIPPED,
  Status.PENDING,
  Status.UNDEFINED,
  Status.AMBIGUOUS,
  Status.FAILED,
];

/** Counts scenarios from Cucumber's messages and notices what cannot be the server's fault. */
export class CucumberTally {
  /** Set when Cucumber could not run the scenarios as planned. */
  fault: string | undefined;
  #planned = 0;
  #worst: string = Status.PASSED;
  #counts = { run: 0, passed: 0, failed: 0, skipped: 0, pending: 0 };

  constructor(private readonly onProgress?: (done: number, total: number) => void) {}

  /** The counts; complete once the run has ended. */
  get counts(): ScenarioCounts {
    return { ...this.#counts };
  }

  /** Takes one of Cucumber's messages. */
  listen({
    parseError,
    testCase,
    testCaseStarted,
    testStepFinished,
    testCaseFinished,
  }: CucumberMessage): void {
    if (parseError !== undefined) this.fault ??= `a feature file does not parse: ${parseError.message}`;
    if (testCase !== undefined) this.#planned += 1;
    if (testCaseStarted !== undefined) this.#worst = Status.PASSED;
    if (testStepFinished !== undefined) this.#note(testStepFinished.testStepResult);
    if (testCaseFinished !== undefined) this.#close();
  }

  #note({ status, message }: { status: string; message?: string }): void {
    if (WORSE.indexOf(status) > WORSE.indexOf(this.#worst)) this.#worst = status;
    if (status === Status.UNDEFINED || status === Status.AMBIGUOUS) {
      this.fault ??= `a sentence of a feature has ${status === Status.UNDEFINED ? 'no' : 'more than one'} step definition`;
    }
    if (status === Status.FAILED && !StandardViolated.isMessage(message)) {
      this.fault ??= `a step broke: ${message?.split('\n')[0] ?? 'no message'}`;
    }
  }

  #close(): void {
    this.#counts.run += 1;
    if (this.#worst === Status.PASSED) this.#counts.passed += 1;
    else if (this.#worst === Status.SKIPPED) this.#counts.skipped += 1;
    else if (this.#worst === Status.PENDING) this.#counts.pending += 1;
    else this.#counts.failed += 1;
    this.onProgress?.(this.#counts.run, this.#planned);
  }
}
