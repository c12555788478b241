import { type DdJob, leavesPayloadsAlone } from '../config/dd-job.js';
import { Ledger } from '../core/ledger.js';
import type { SeverityPolicy } from '../core/severity.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results, RunError } from '../reports/results.js';
import type { Assessment } from '../scenarios/assessment.js';
import { buildAssessment, withRows } from '../scenarios/build-assessment.js';
import { CHECKS, type CheckSet } from '../scenarios/checks.js';
import { type Selection, selectScenarios } from '../scenarios/selection.js';
import { beginRecording } from './begin-recording.js';
import { closeBooks } from './close-books.js';
import type { RunEnvironment } from './environment.js';
import { dayOf, loadMappings, mappingsResult } from './load-mappings.js';
import { type LookupsEnd, lookupsStep } from './lookups-step.js';
import { blockingRule, type MetadataEnd, metadataStep } from './metadata-step.js';
import { openInput } from './open-input.js';
import { PayloadValidation } from './payload-validation.js';
import { exemptionsOf } from './read-exemptions.js';
import { openResultFolder } from './result-folder.js';
import { samplingStep } from './sampling-step.js';
import { scenariosStep } from './scenarios-step.js';
import { type Chosen, Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';
import { validationStep } from './validation-step.js';
import { variationsStep } from './variations-step.js';
import { writeMetadataReports } from './write-metadata-reports.js';

/**
 * Data Dictionary testing: gets the metadata and the Lookup rows, judges them, runs the scenarios and writes the
 * results. Returns what `results.json` holds. `checks` replaces the scenarios' checks in tests.
 *
 * @throws ConfigurationError, before anything is written, for input or options that cannot be used
 */
export async function runDd(
  job: DdJob,
  environment: RunEnvironment,
  checks: CheckSet = CHECKS,
): Promise<Results> {
  const { time, onEvent, signal } = environment;
  const startedAt = time.now();
  const stopwatch = new Stopwatch(time.clock);
  const policy: SeverityPolicy = { profile: job.profile, version: job.version, strict: job.strict };

  const { dictionary, sha256, selection, mappings } = await stopwatch.time('load dictionary', async () => {
    const loaded = await loadDictionary(GENERATED_FOLDER, job.version);
    const index = new DictionaryIndex(loaded.dictionary);
    return {
      dictionary: index,
      sha256: loaded.sha256,
      selection: selectScenarios(index, job.resources, job.tags),
      mappings: await loadMappings(job.mappings, index),
    };
  });
  const exemptions = await exemptionsOf(job.exemptions, job.version);
  const { input, server, redactor, har, close } = await stopwatch.time('open input', () =>
    openInput(job, policy, environment),
  );
  try {
    const resume = job.input.kind === 'server' && job.input.manners.resume;
    const folder = await openResultFolder(job.out, startedAt, redactor, resume);

    if (job.input.kind === 'server' && job.input.manners.record) {
      await beginRecording(job, job.input, startedAt, onEvent);
    }
    const ledger = new Ledger();
    const steps = new Steps(chosenSteps(job, selection), ledger, stopwatch, onEvent);
    for (const { what, reason } of input.outOfScope) ledger.leaveOut(what, reason);
    const metadata = await steps.run('metadata', (books) => metadataStep(books, input, folder));
    const model = metadata?.received.model;
    const document = model && buildAssessment({ file: input.file, model, dictionary, policy });
    const lookups = await steps.run('lookups', (books) =>
      lookupsStep({ books, input, assessment: document, folder, startedAt }),
    );
    const decided = mappings && { decided: { mappings, today: dayOf(startedAt) } };
    const assessment = document && withRows(document, rowsOf(lookups, steps.runError), decided);
    if (assessment !== undefined) await writeMetadataReports(folder, assessment, startedAt);
    const blocked = whatBlocks(metadata, steps.runError);
    environment.network?.leave();
    const scenarios = await steps.run('scenarios', (books) =>
      scenariosStep({
        books,
        assessment,
        blocked,
        lookups: steps.isScored('lookups') ? scenariosOf(lookups) : undefined,
        selection,
        folder,
        signal,
        redactor,
        checks,
        stopwatch,
        onEvent,
      }),
    );
    await steps.run('variations', (books) => {
      const { planned, isWhole } = selection;
      return variationsStep({ books, assessment, blocked, planned, isWhole, folder, startedAt, signal });
    });
    const validation =
      assessment !== undefined && server !== undefined && steps.isScored('validation')
        ? new PayloadValidation(assessment, exemptions, job.failFast === true)
        : undefined;
    const stage = validation && (() => validation.openStage());
    const sampling = await steps.run('sampling', (books) =>
      samplingStep({ books, job, server, assessment, blocked, folder, redactor, environment, stage }),
    );
    await steps.run('validation', (books) =>
      validationStep({
        books,
        leftOut: server === undefined ? 'a file holds no records' : undefined,
        validation,
        assessment,
        blocked: assessment === undefined ? blocked : (steps.runError?.message ?? 'nothing was sampled'),
        sampling: sampling?.context,
        lookups: lookups?.evidence,
        folder,
        startedAt,
      }),
    );
    const booked = closeBooks({
      job,
      input: input.described,
      ...(mappings === undefined
        ? {}
        : { mappings: mappingsResult(mappings, assessment?.variations.decisions) }),
      environment,
      ledger,
      steps,
      stopwatch,
      sha256,
      startedAt,
      scenarios,
    });
    const results = redactor.isEmpty ? booked : redactor.redactJson(booked);
    if (har !== undefined) await folder.writeJson(RESULT_FILES.har, har());
    await folder.writeJson(RESULT_FILES.results, results);
    return results;
  } finally {
    await close();
  }
}

/** The scored steps: those of `--steps`, less the Lookup Resource when the chosen scenarios have none of its own. */
function chosenSteps({ steps, version }: DdJob, { includesLookups }: Selection): Chosen {
  return {
    steps: includesLookups ? steps : steps.filter((step) => step !== 'lookups'),
    reason: (step) => {
      if (steps.includes(step)) return 'not chosen by --resource or --tags';
      return step === 'validation' && leavesPayloadsAlone(version)
        ? 'payloads are validated from Data Dictionary 2.0 on'
        : 'not chosen by --steps';
    },
  };
}

/** The Lookup rows, and what keeps them from being all there. A lookups step that broke off leaves none. */
function rowsOf(
  lookups: LookupsEnd | undefined,
  runError: RunError | undefined,
): Pick<Assessment, 'lookups' | 'rowsBlocked'> {
  const rows = lookups?.evidence?.rows;
  const blocked = lookups === undefined ? runError?.message : lookups.rowsBlocked;
  return {
    ...(rows === undefined ? {} : { lookups: rows }),
    ...(blocked === undefined ? {} : { rowsBlocked: blocked }),
  };
}

/** Why there is nothing to run scenarios on. */
function whatBlocks(metadata: MetadataEnd | undefined, runError: RunError | undefined): string {
  if (metadata === undefined) return runError?.message ?? 'the metadata was not received';
  return `${blockingRule(metadata.received) ?? 'the metadata'} blocks it: the metadata yields no model`;
}

/** The scenarios of the Lookup Resource run where there are rows. */
function scenariosOf(lookups: LookupsEnd | undefined) {
  return lookups?.evidence && { evidence: lookups.evidence, checks: lookups.checks };
}
