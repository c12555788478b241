import { realpath } from 'node:fs/promises';
import { Ledger } from '../core/ledger.js';
import { Redactor } from '../core/redaction.js';
import type { Profile, SeverityPolicy } from '../core/severity.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { availableVersions, loadDictionary } from '../dictionary/reference.js';
import { DOCUMENT_RULES } from '../metadata/rules/document-rules.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Results } from '../reports/results.js';
import { selectScenarios } from '../scenarios/selection.js';
import { Decisions } from '../variations/decisions.js';
import { assessNames } from './assess-names.js';
import { closeBooks } from './close-books.js';
import type { ReceivedMetadata } from './dd-input.js';
import type { RunEnvironment } from './environment.js';
import { assertExportTarget, exportMappings } from './export-mappings.js';
import { dayOf, loadMappings, mappingsResult } from './load-mappings.js';
import { blockingRule, bookMetadata } from './metadata-step.js';
import { type MetadataSource, openMetadataSource } from './open-metadata-source.js';
import { keepResultFolder, openResultFolder, type ResultFolder } from './result-folder.js';
import { Steps } from './steps.js';
import { Stopwatch } from './stopwatch.js';
import { variationsStep } from './variations-step.js';

const DEFAULT_VERSION = '2.0';

/** What to look for near names in, and how. */
export interface VariationsJob {
  /** An EDMX file, a metadata report or a result folder. */
  readonly path: string;
  /** Rows of the Lookup Resource. */
  readonly lookups: string | undefined;
  /** What people decided. */
  readonly mappings: string | undefined;
  /** The file that gets a row for each open element, to be filled in. */
  readonly exportMappings: string | undefined;
  /** The part of a name's length that may differ, 0 to 1. */
  readonly fuzziness: number;
  /** Of the Data Dictionary; that of the report, or of the results beside the metadata, unless given. */
  readonly version: string | undefined;
  readonly profile: Profile;
  readonly strict: boolean;
  readonly out: string;
}

/**
 * The variations check by itself: opens the metadata, looks for near names, writes the report, the results and, where
 * asked, the mappings to fill in. In a folder that the metadata was read from, the results of its run stay as they are
 * and only the report is written.
 *
 * @throws ConfigurationError, before anything is written, for input or options that cannot be used
 */
export async function runVariations(job: VariationsJob, environment: RunEnvironment): Promise<Results> {
  const { time, onEvent, signal } = environment;
  const startedAt = time.now();
  const stopwatch = new Stopwatch(time.clock);
  const { source, policy, dictionary, sha256, mappings } = await openJob(job, environment, stopwatch);
  const { folder, isOfSource } = await openOutput(job, source, startedAt);

  const ledger = new Ledger();
  const scored = { steps: ['metadata', 'variations'] as const, reason: () => 'not asked for' };
  const steps = new Steps(scored, ledger, stopwatch, onEvent);
  const received = receivedOf(source);
  if (received !== undefined) {
    await steps.run('metadata', (books) => {
      bookMetadata(books, received);
      return Promise.resolve({});
    });
  }
  const today = dayOf(startedAt);
  const assessment = assessNames(source, dictionary, policy, {
    fuzziness: job.fuzziness,
    ...(mappings === undefined ? {} : { decided: { mappings, today } }),
  });
  const end = await steps.run('variations', (books) =>
    variationsStep({
      books,
      assessment,
      blocked: `${(received && blockingRule(received)) ?? 'the metadata'} blocks it: the metadata yields no model`,
      planned: selectScenarios(dictionary, [], '').planned,
      isWhole: true,
      folder,
      startedAt,
      signal,
    }),
  );
  const decisions = assessment?.variations.decisions;
  const results = closeBooks({
    job: { ...job, version: policy.version },
    input: { metadata: job.path, ...(job.lookups === undefined ? {} : { lookups: job.lookups }) },
    ...(mappings === undefined ? {} : { mappings: mappingsResult(mappings, decisions) }),
    environment,
    ledger,
    steps,
    stopwatch,
    sha256,
    startedAt,
  });
  await writeResults(folder, results, isOfSource, environment);
  if (job.exportMappings !== undefined && end?.variations !== undefined) {
    await exportMappings(job.exportMappings, end.variations, mappings, decisions ?? new Decisions());
  }
  return results;
}

/** What there is to look at, and what to hold it against. */
async function openJob(job: VariationsJob, environment: RunEnvironment, stopwatch: Stopwatch) {
  const source = await stopwatch.time('open input', () => openSource(job));
  const version = await versionFor(job, source, environment);
  const policy: SeverityPolicy = { profile: job.profile, version, strict: job.strict };
  const { dictionary, sha256 } = await stopwatch.time('load dictionary', () =>
    loadDictionary(GENERATED_FOLDER, version),
  );
  const index = new DictionaryIndex(dictionary);
  return { source, policy, dictionary: index, sha256, mappings: await loadMappings(job.mappings, index) };
}

/** Where the results go. The folder that the metadata was read from keeps the results of its own run. */
async function openOutput(
  { out, exportMappings, mappings }: VariationsJob,
  source: MetadataSource,
  at: Date,
) {
  if (exportMappings !== undefined) await assertExportTarget(exportMappings, mappings);
  const isOfSource = (await pathOf(out)) === (await pathOf(source.folder));
  const folder = isOfSource
    ? keepResultFolder(out, new Redactor())
    : await openResultFolder(out, at, new Redactor());
  return { folder, isOfSource };
}

/** Severities of the rules of EDMX do not hang on the version, which may have to be read first. */
function openSource({ path, lookups, profile, strict, version = DEFAULT_VERSION }: VariationsJob) {
  const rows = lookups === undefined ? {} : { lookups };
  return openMetadataSource({ path, command: 'variations', ...rows }, { profile, version, strict });
}

async function versionFor(
  { version }: VariationsJob,
  source: MetadataSource,
  { onEvent }: RunEnvironment,
): Promise<string> {
  if (version !== undefined) return version;
  if (source.version === undefined) return DEFAULT_VERSION;
  if ((await availableVersions(GENERATED_FOLDER)).includes(source.version)) return source.version;
  onEvent({
    type: 'notice',
    message: `${source.file} is of Data Dictionary ${source.version}, of which nothing is known here: it is compared with ${DEFAULT_VERSION}.`,
  });
  return DEFAULT_VERSION;
}

/** EDMX as the metadata step books it; nothing for a report. */
function receivedOf(source: MetadataSource): ReceivedMetadata | undefined {
  return source.kind === 'document' ? { ...source.document, rules: DOCUMENT_RULES } : undefined;
}

async function writeResults(
  folder: ResultFolder,
  results: Results,
  isOfSource: boolean,
  { onEvent }: RunEnvironment,
): Promise<void> {
  if (!isOfSource) {
    await folder.writeJson(RESULT_FILES.results, results);
    return;
  }
  const message = `The metadata lies in ${folder.path}: only ${RESULT_FILES.variations} was written there.`;
  onEvent({ type: 'notice', message });
}

/** The path of a folder with its links followed; as it is where there is none yet. */
async function pathOf(folder: string): Promise<string> {
  return await realpath(folder).catch(() => folder);
}
