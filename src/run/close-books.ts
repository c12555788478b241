import type { DdJob } from '../config/dd-job.js';
import type { Ledger } from '../core/ledger.js';
import { RULE_SET_VERSION } from '../core/rules.js';
import { EXIT, runVerdict } from '../core/verdict.js';
import {
  type DictionaryUsed,
  type MappingsResult,
  RESULTS_SCHEMA_VERSION,
  type Results,
  type ResultsInput,
} from '../reports/results.js';
import type { RunEnvironment } from './environment.js';
import type { ScenariosEnd } from './scenarios-step.js';
import type { Steps } from './steps.js';
import type { Stopwatch } from './stopwatch.js';

interface Books {
  readonly job: Pick<DdJob, 'version' | 'profile' | 'strict'>;
  /** What was assessed. */
  readonly input: ResultsInput;
  readonly mappings?: MappingsResult;
  readonly environment: Pick<RunEnvironment, 'tool' | 'time'>;
  readonly ledger: Ledger;
  readonly steps: Steps;
  readonly stopwatch: Stopwatch;
  readonly sha256: string;
  /** All of them, where the input may name several. */
  readonly dictionaries?: readonly DictionaryUsed[];
  readonly startedAt: Date;
  /** Absent for commands without any. */
  readonly scenarios?: ScenariosEnd | undefined;
}

/** The results of a run: the verdict over its books, and all that it rests on. */
export function closeBooks(books: Books): Results {
  const { job, environment, ledger, steps } = books;
  const { checks, findings } = ledger.counts();
  const { runError } = steps;
  const verdict = runVerdict({
    errors: findings.error,
    notEvaluated: checks['not evaluated'],
    faulted: runError !== undefined,
  });
  return {
    schemaVersion: RESULTS_SCHEMA_VERSION,
    tool: environment.tool,
    ruleSet: { version: RULE_SET_VERSION },
    dictionary: { version: job.version, sha256: books.sha256 },
    ...(books.dictionaries === undefined ? {} : { dictionaries: books.dictionaries }),
    profile: job.profile,
    strict: job.strict,
    input: books.input,
    ...(books.mappings === undefined ? {} : { mappings: books.mappings }),
    startedAt: books.startedAt.toISOString(),
    endedAt: environment.time.now().toISOString(),
    verdict,
    exitCode: EXIT[verdict],
    outOfScope: ledger.outOfScope,
    ...(runError === undefined ? {} : { runError }),
    steps: steps.results,
    scenarios: books.scenarios?.scenarios ?? { run: 0, passed: 0, failed: 0, skipped: 0, pending: 0 },
    timings: books.stopwatch.timings,
    checks: ledger.checks.map(({ step: _step, ...check }) => check),
    findings: ledger.findings,
  };
}
