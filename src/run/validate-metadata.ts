import type { DdJob } from '../config/dd-job.js';
import { Ledger } from '../core/ledger.js';
import type { SeverityPolicy } from '../core/severity.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { closeBooks } from './close-books.js';
import type { RunEnvironment } from './environment.js';
import { metadataStep } from './metadata-step.js';
import { openInput } from './open-input.js';
import { openResultFolder } from './result-folder.js';
import { standardElements } from './standard-elements.js';
import { Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';

/** What to validate. Nothing is written without `out`. */
export interface ValidationJob extends Pick<DdJob, 'input' | 'version' | 'profile'> {
  readonly out?: string;
}

/**
 * Validates metadata by the rules `edmx/*`, and nothing else. The document may be that of a service or a vocabulary.
 * Returns what `results.json` holds.
 *
 * @throws ConfigurationError for input or options that cannot be used
 */
export async function validateMetadata(job: ValidationJob, environment: RunEnvironment): Promise<Results> {
  const { time, onEvent } = environment;
  const startedAt = time.now();
  const stopwatch = new Stopwatch(time.clock);
  const policy: SeverityPolicy = { profile: job.profile, version: job.version, strict: true };
  const { dictionary, sha256 } = await loadDictionary(GENERATED_FOLDER, job.version);
  const standard = standardElements(new DictionaryIndex(dictionary), false);
  const { input, redactor, har, close } = await stopwatch.time('open input', () =>
    openInput(job, policy, { standard, purpose: 'vocabulary' }, environment),
  );
  try {
    const folder = job.out === undefined ? undefined : await openResultFolder(job.out, startedAt, redactor);
    const ledger = new Ledger();
    const steps = new Steps({ steps: ['metadata'], reason: () => '' }, ledger, stopwatch, onEvent);
    await steps.run('metadata', (books) => metadataStep(books, input, folder));
    const booked = closeBooks({
      job: { ...job, strict: true },
      input: input.described,
      environment,
      ledger,
      steps,
      stopwatch,
      sha256,
      startedAt,
    });
    const results = redactor.isEmpty ? booked : redactor.redactJson(booked);
    if (har !== undefined) await folder?.writeJson(RESULT_FILES.har, har());
    await folder?.writeJson(RESULT_FILES.results, results);
    return results;
  } finally {
    await close();
  }
}
