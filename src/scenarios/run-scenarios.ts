import { relative } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { ToolFault } from '../core/errors.js';
import { closeRun, openRun } from './active-runs.js';
import type { CucumberMessage } from './cucumber-message.js';
import { CucumberTally, type ScenarioCounts } from './cucumber-tally.js';
import type { ScenarioRun } from './scenario-run.js';
import { SkippedSteps } from './skipped-steps.js';

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Cucumber reads paths as glob patterns: relative ones keep signs in the folder's own name out of them.
const fromRoot = (url: URL) => relative(PACKAGE_ROOT, fileURLToPath(url)).replaceAll('\\', '/');
const STEPS = `${fromRoot(new URL('./steps', import.meta.url))}/*.js`;
const SILENT_FORMATTER = `./${fromRoot(new URL('./silent-formatter.js', import.meta.url))}`;

/** Which scenarios to run, and where Cucumber writes its own reports. */
export interface ScenarioOptions {
  /** Feature files, relative to the package. */
  readonly features: readonly string[];
  /** A tag expression; empty for all. */
  readonly tags: string;
  /** Absolute paths of Cucumber's reports. */
  readonly reports: { readonly json: string; readonly html: string };
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Runs the scenarios in this process through Cucumber's API. Every check lands in the run's ledger, whatever Cucumber
 * skips. Throws a ToolFault when Cucumber could not run them as planned (a feature that does not parse, a sentence
 * without a step definition, a step that broke).
 */
export async function runScenarios(run: ScenarioRun, options: ScenarioOptions): Promise<ScenarioCounts> {
  const support = await stepDefinitions();
  const key = openRun(run);
  const skipped = new SkippedSteps(run, support);
  const tally = new CucumberTally(options.onProgress);
  try {
    await runCucumber(
      configuration(options, support, key),
      { cwd: PACKAGE_ROOT, env: {}, stdout: nowhere(), stderr: nowhere() },
      (message: CucumberMessage) => {
        skipped.listen(message);
        tally.listen(message);
      },
    );
  } finally {
    closeRun(key);
  }
  if (tally.fault !== undefined) throw new ToolFault(tally.fault, { where: 'scenarios' });
  return tally.counts;
}

function configuration(options: ScenarioOptions, support: ISupportCodeLibrary, key: string) {
  return {
    sources: {
      paths: [...options.features],
      defaultDialect: 'en',
      names: [],
      tagExpression: options.tags,
      order: 'defined' as const,
    },
    support,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: { run: key },
    },
    formats: {
      stdout: SILENT_FORMATTER,
      files: { [options.reports.json]: 'json', [options.reports.html]: 'html' },
      publish: false as const,
      options: {},
    },
  };
}

let loaded: Promise<ISupportCodeLibrary> | undefined;

// Modules are evaluated once a process, and Cucumber collects step definitions while they are: so once for all runs.
function stepDefinitions(): Promise<ISupportCodeLibrary> {
  loaded ??= loadSupport(
    {
      sources: { paths: [], defaultDialect: 'en', names: [], tagExpression: '', order: 'defined' },
      support: { importPaths: [STEPS] },
    },
    { cwd: PACKAGE_ROOT, env: {}, stdout: nowhere(), stderr: nowhere() },
  );
  return loaded;
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
