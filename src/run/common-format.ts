import { basename } from 'node:path';
import { ContextResolver } from '../common-format/context/context-resolver.js';
import { localElementsReport } from '../common-format/elements/local-elements-report.js';
import { listInputs } from '../common-format/input/list-inputs.js';
import { payloadAvailability } from '../common-format/payload-availability.js';
import type { VersionAssessment } from '../common-format/version-assessment.js';
import { Ledger } from '../core/ledger.js';
import { Redactor } from '../core/redaction.js';
import { isResultFile, ofVersion, RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { closeBooks } from './close-books.js';
import type { CommonFormatJob } from './common-format-job.js';
import { commonFormatStep } from './common-format-step.js';
import { commonFormatVariationsStep } from './common-format-variations-step.js';
import type { RunEnvironment } from './environment.js';
import { prepareAssessments } from './prepare-assessments.js';
import { openResultFolder } from './result-folder.js';
import { Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';

const DEFAULT_VERSION = '2.0';
const STEPS = ['validation', 'variations'] as const;

/**
 * Judges payloads in the RESO Common Format (RCP-25), each by the version of the Data Dictionary that it names, and writes
 * the results. Returns what `results.json` holds.
 *
 * @throws ConfigurationError, before anything is written, for paths or options that cannot be used
 */
export async function runCommonFormat(job: CommonFormatJob, environment: RunEnvironment): Promise<Results> {
  const { time, onEvent } = environment;
  const startedAt = time.now();
  const stopwatch = new Stopwatch(time.clock);
  const assessments = await prepareAssessments(job);
  const inputs = await stopwatch.time('list input', () => listInputs(job.paths, passOver));
  const folder = await openResultFolder(job.out, startedAt, new Redactor());

  const ledger = new Ledger();
  const steps = new Steps({ steps: STEPS, reason: () => '' }, ledger, stopwatch, onEvent);
  const contexts = new ContextResolver(assessments, job.given);
  const { profile, strict } = job;
  const end = await steps.run('validation', (books) => {
    const policy = { profile, strict, version: job.given.version ?? DEFAULT_VERSION };
    return commonFormatStep({ books, inputs, contexts, assessments, policy, environment });
  });

  const stopped = end === undefined ? steps.runError?.message : end.stopped;
  const { judged } = assessments;
  const main = await assessments.of(judged.at(-1)?.version ?? job.given.version ?? DEFAULT_VERSION);
  const generatedOn = startedAt.toISOString();
  const write: WriteReport = ({ version }, name, content) =>
    folder.writeJson(ofVersion(name, version, main.version), content);
  for (const assessment of judged) await writeReports(assessment, write, generatedOn, stopped);
  await folder.writeJson(RESULT_FILES.localElements, localElementsReport(judged, generatedOn));
  const variations = await steps.run('variations', (books) =>
    commonFormatVariationsStep({ books, judged, files: job, startedAt, stopped, write }),
  );
  const results = closeBooks({
    job: { version: main.version, profile, strict },
    input: { payloads: job.paths },
    ...(variations?.mappings === undefined ? {} : { mappings: variations.mappings }),
    dictionaries: judged.map(({ version, sha256 }) => ({ version, sha256 })),
    environment,
    ledger,
    steps,
    stopwatch,
    sha256: main.sha256,
    startedAt,
  });
  await folder.writeJson(RESULT_FILES.results, results);
  return results;
}

/** Results of an earlier run may lie among the payloads. */
function passOver(path: string): string | undefined {
  return isResultFile(basename(path)) ? 'it is called like a result of a run' : undefined;
}

/** Writes a report about payloads of a version. */
type WriteReport = (assessment: VersionAssessment, name: string, content: unknown) => Promise<void>;

/** Writes what there is to say of the payloads of one version. */
async function writeReports(
  assessment: VersionAssessment,
  write: WriteReport,
  generatedOn: string,
  stopped: string | undefined,
): Promise<void> {
  const errors = assessment.schemaErrors(generatedOn);
  if (errors !== undefined) await write(assessment, RESULT_FILES.schemaErrors, errors);
  const incomplete = [...(stopped === undefined ? [] : [stopped]), ...assessment.gaps];
  await write(
    assessment,
    RESULT_FILES.availability,
    payloadAvailability(assessment, generatedOn, incomplete),
  );
}
