import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runDd } from '../../dist/run/dd.js';
import type { CheckSet } from '../../dist/scenarios/checks.js';
import type { DdJob } from '../../src/config/dd-job.js';
import { STEP_NAMES } from '../../src/core/events.js';
import type { Results } from '../../src/reports/results.js';

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
    metadata,
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
    now: () => new Date('2026-01-02T03:04:05.678Z'),
    clock: () => performance.now(),
    onEvent: () => undefined,
    signal,
  };
  return await runDd(job, environment, checks);
}
