import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DdJob } from '../../dist/config/dd-job.js';
import { runDd } from '../../dist/run/dd.js';
import type { CheckSet } from '../../dist/scenarios/checks.js';
import type { Authentication } from '../../src/config/connection.js';
import { DEFAULT_SAMPLING } from '../../src/config/sampling-options.js';
import { STEP_NAMES } from '../../src/core/events.js';
import type { Results } from '../../src/reports/results.js';

/** A time of day that stands still, waits that pass at once, and no chance. */
export const testTime = {
  now: () => new Date('2026-01-02T03:04:05.678Z'),
  clock: () => performance.now(),
  sleep: () => Promise.resolve(),
  random: () => 0.5,
};

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reso-certify-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Data Dictionary testing of a document through Cucumber, in this process. It runs what was built, since Cucumber
 * loads step definitions as modules of its own.
 */
export async function runDdOn(
  edmx: string,
  options: Partial<DdJob> = {},
  checks?: CheckSet,
  signal = new AbortController().signal,
): Promise<Results> {
  const folder = temporaryFolder();
  const metadata = join(folder, 'metadata.xml');
  writeFileSync(metadata, edmx);
  const job: DdJob = {
    input: { kind: 'files', metadata },
    version: '2.0',
    profile: 'certification',
    strict: true,
    out: join(folder, 'results'),
    steps: STEP_NAMES,
    tags: '',
    resources: [],
    ...options,
  };
  const environment = {
    tool: { name: 'reso-certify', version: '0.0.0' },
    time: testTime,
    onEvent: () => undefined,
    signal,
    variables: {},
  };
  return await runDd(job, environment, checks);
}

/** Where the sandbox is and how to get in. */
export interface ServerUnderTest {
  readonly url: string;
  readonly authentication: Authentication;
}

/** Data Dictionary testing of a server, its waits cut to a moment. The metadata and lookups steps unless told else. */
export async function runDdOnServer(
  { url, authentication }: ServerUnderTest,
  options: Partial<DdJob> = {},
): Promise<Results> {
  const secrets = authentication.kind === 'token' ? [authentication.token] : [authentication.clientSecret];
  const job: DdJob = {
    input: {
      kind: 'server',
      recipient: { serviceRootUri: url, authentication },
      manners: {
        delayMs: 0,
        concurrency: 1,
        rateLimitWaitMs: 3_600_000,
        har: true,
        record: false,
        resume: false,
      },
      sampling: DEFAULT_SAMPLING,
      secrets,
      requests: [],
    },
    version: '2.0',
    profile: 'certification',
    strict: true,
    out: join(temporaryFolder(), 'results'),
    steps: ['metadata', 'lookups'],
    tags: '',
    resources: [],
    ...options,
  };
  return await runDd(job, {
    tool: { name: 'reso-certify', version: '0.0.0' },
    time: {
      ...testTime,
      now: () => new Date(),
      sleep: () => new Promise((resolve) => setTimeout(resolve, 2)),
    },
    onEvent: () => undefined,
    signal: new AbortController().signal,
    variables: {},
  });
}
