import type { DdJob } from '../config/dd-job.js';
import { Ledger } from '../core/ledger.js';
import type { SeverityPolicy } from '../core/severity.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { readMetadata } from '../metadata/check-document.js';
import { parseLookupRows } from '../metadata/lookup-rows.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { buildAssessment } from '../scenarios/build-assessment.js';
import { CHECKS, type CheckSet } from '../scenarios/checks.js';
import { selectScenarios } from '../scenarios/selection.js';
import { closeBooks } from './close-books.js';
import type { RunEnvironment } from './environment.js';
import { lookupsStep } from './lookups-step.js';
import { bookMetadataChecks } from './metadata-step.js';
import { readInputFile } from './read-file.js';
import { openResultFolder } from './result-folder.js';
import { scenariosStep } from './scenarios-step.js';
import { Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';
import { writeMetadataReports } from './write-metadata-reports.js';

/**
 * Data Dictionary testing of a metadata file, offline: reads it, judges it, runs the scenarios and writes the results.
 * Returns what `results.json` holds. `checks` replaces the scenarios' checks in tests.
 *
 * @throws ConfigurationError, before anything is written, for input or options that cannot be used
 */
export async function runDd(
  job: DdJob,
  environment: RunEnvironment,
  checks: CheckSet = CHECKS,
): Promise<Results> {
  const { now, clock, onEvent, signal } = environment;
  const startedAt = now();
  const stopwatch = new Stopwatch(clock);
  const policy: SeverityPolicy = { profile: job.profile, version: job.version, strict: job.strict };

  const { dictionary, sha256, selection } = await stopwatch.time('load dictionary', async () => {
    const loaded = await loadDictionary(GENERATED_FOLDER, job.version);
    const index = new DictionaryIndex(loaded.dictionary);
    return {
      dictionary: index,
      sha256: loaded.sha256,
      selection: selectScenarios(index, job.resources, job.tags),
    };
  });
  const bytes = await readInputFile(job.metadata, '--metadata');
  const document = await stopwatch.time('parse metadata', () => readMetadata(bytes, job.metadata, policy));
  const lookups =
    job.lookups === undefined
      ? undefined
      : parseLookupRows(await readInputFile(job.lookups, '--lookups'), job.lookups);
  const folder = await openResultFolder(job.out, startedAt);

  const ledger = new Ledger();
  const steps = new Steps(job, ledger, stopwatch, onEvent);
  const assessment =
    document.model &&
    buildAssessment({
      file: job.metadata,
      model: document.model,
      dictionary,
      policy,
      ...(lookups && { lookups }),
    });

  await steps.run('metadata', async (books) => {
    bookMetadataChecks(books, document);
    await folder.write(RESULT_FILES.metadata, bytes);
    if (assessment !== undefined) await writeMetadataReports(folder, assessment, startedAt);
  });
  await steps.run('lookups', (books) => lookupsStep(books, assessment, lookups, folder, startedAt));
  const scenarios = await steps.run('scenarios', (books) =>
    scenariosStep({ books, assessment, document, selection, folder, signal, checks, stopwatch, onEvent }),
  );

  const results = closeBooks({ job, environment, ledger, steps, stopwatch, sha256, startedAt, scenarios });
  await folder.writeJson(RESULT_FILES.results, results);
  return results;
}
