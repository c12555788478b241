import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DdJob, Manners, ServerInput } from '../config/dd-job.js';
import type { SamplingOptions } from '../config/sampling-options.js';
import { ConfigurationError } from '../core/errors.js';
import type { StepName } from '../core/events.js';
import { writeWhole } from '../core/write-whole.js';
import { RESULT_FOLDERS } from '../reports/result-files.js';
import { pageSizeOf, strategiesOf } from '../sampling/plan/strategies.js';

/** What a recorded run was asked for: a replay asks for the same, whatever the version it is held against. */
interface RecordingManifest {
  readonly format: 1;
  readonly startedAt: string;
  readonly version: string;
  readonly steps: readonly StepName[];
  readonly tags: string;
  readonly resources: readonly string[];
  /** Without its credentials. */
  readonly recipient: Omit<ServerInput['recipient'], 'authentication'>;
  readonly canRenew: boolean;
  /** Of lookups; that of the sampling stands in `sampling`. */
  readonly pageSize?: number;
  readonly sampling: SamplingOptions;
}

const FILE = 'run.json';
const PRIVATE_FILE = 0o600;

/** Writes down what a run is asked for, beside its recording. A run that goes on with another keeps what was written. */
export async function writeManifest(job: DdJob, input: ServerInput, startedAt: Date): Promise<void> {
  const path = join(job.out, RESULT_FOLDERS.recording, FILE);
  if (input.manners.resume && existsSync(path)) return;
  const { authentication, ...recipient } = input.recipient;
  const { pageSize } = input.manners;
  const { saveRecords: _folder, ...sampling } = input.sampling;
  const manifest: RecordingManifest = {
    format: 1,
    startedAt: startedAt.toISOString(),
    version: job.version,
    steps: job.steps,
    tags: job.tags,
    resources: job.resources,
    recipient,
    canRenew: authentication.kind === 'client credentials',
    ...(pageSize === undefined ? {} : { pageSize }),
    sampling: {
      ...sampling,
      strategies: sampling.strategies.length > 0 ? sampling.strategies : strategiesOf(job.version),
      pageSize: pageSize ?? pageSizeOf(job.version),
    },
  };
  await writeWhole(path, `${JSON.stringify(manifest, null, 2)}\n`, PRIVATE_FILE);
}

/** What a replay may have another way than the recorded run. */
export interface ReplayWishes {
  /** The result folder of the recorded run. */
  readonly folder: string;
  /** Absent: that of the recorded run. */
  readonly version?: string | undefined;
  readonly profile: DdJob['profile'];
  readonly strict: boolean;
  /** Absent: a folder within that of the recorded run. */
  readonly out?: string | undefined;
}

const MANNERS: Manners = {
  delayMs: 0,
  concurrency: 1,
  // What was waited for then is not waited for again: the recording has it behind it.
  rateLimitWaitMs: Number.MAX_SAFE_INTEGER,
  har: false,
  record: false,
  resume: false,
};

/**
 * The job that runs a recorded run again, offline.
 *
 * @throws ConfigurationError when there is no recording, or the results would go where it is
 */
export function replayJob({ folder, version, profile, strict, out }: ReplayWishes): DdJob {
  const recording = join(folder, RESULT_FOLDERS.recording);
  const manifest = readManifest(recording);
  const results = out ?? join(folder, `replayed-${version ?? manifest.version}`);
  if (resolve(results) === resolve(folder)) {
    throw new ConfigurationError('The results would take the place of the recorded run.', {
      where: '--out',
      advice: 'Choose another folder.',
    });
  }
  const { pageSize, sampling, canRenew, startedAt } = manifest;
  const input: ServerInput = {
    kind: 'server',
    recipient: { ...manifest.recipient, authentication: { kind: 'token', token: '' } },
    manners: { ...MANNERS, ...(pageSize === undefined ? {} : { pageSize }) },
    sampling,
    secrets: [],
    replay: { folder: recording, startedAt, canRenew },
    requests: [],
  };
  return Object.freeze({
    input,
    version: version ?? manifest.version,
    profile,
    strict,
    out: results,
    steps: manifest.steps,
    tags: manifest.tags,
    resources: manifest.resources,
  });
}

function readManifest(recording: string): RecordingManifest {
  const path = join(recording, FILE);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RecordingManifest;
  } catch (cause) {
    throw new ConfigurationError('There is no recording that can be replayed.', {
      where: path,
      advice: 'Name the result folder of a run with --record.',
      cause,
    });
  }
}
