import pLimit from 'p-limit';
import type { DdJob, ServerInput } from '../config/dd-job.js';
import type { RunVerdict } from '../core/verdict.js';
import type { RunError } from '../reports/results.js';

/** How the assessment of one recipient ended: the line of the roll-up table. */
export interface RecipientEnd {
  readonly name: string;
  readonly folder: string;
  readonly verdict: RunVerdict;
  readonly exitCode: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notEvaluated: number;
  readonly runError?: RunError;
}

/** A job on a server. */
export type ServerJob = DdJob & { readonly input: ServerInput };

/**
 * Assesses many recipients: those on different origins side by side, at most `parallel` of them; those on one origin
 * one after the other, so that the pause between requests to it holds. One that fails does not stop the others.
 */
export async function runBatch(
  jobs: readonly ServerJob[],
  parallel: number,
  assess: (job: ServerJob) => Promise<RecipientEnd>,
): Promise<readonly RecipientEnd[]> {
  const ends = new Map<ServerJob, RecipientEnd>();
  const limit = pLimit(parallel);
  const groups = [...byOrigin(jobs).values()];
  await Promise.all(
    groups.map((group) =>
      limit(async () => {
        for (const job of group) ends.set(job, await assess(job));
      }),
    ),
  );
  return jobs.flatMap((job) => ends.get(job) ?? []);
}

function byOrigin(jobs: readonly ServerJob[]): ReadonlyMap<string, readonly ServerJob[]> {
  const groups = new Map<string, ServerJob[]>();
  for (const job of jobs) {
    const { origin } = new URL(job.input.recipient.serviceRootUri);
    groups.set(origin, [...(groups.get(origin) ?? []), job]);
  }
  return groups;
}

/** The exit code over all: 1 if any recipient ends 1, else 2 if any ends 2, else 0. */
export function batchExitCode(ends: readonly Pick<RecipientEnd, 'exitCode'>[]): number {
  const codes = new Set(ends.map(({ exitCode }) => exitCode));
  if (codes.has(1)) return 1;
  return ends.length === 0 || codes.has(2) ? 2 : 0;
}
