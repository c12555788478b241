import pLimit, { type LimitFunction } from 'p-limit';
import type { DdJob, ServerInput } from '../config/dd-job.js';
import type { RunVerdict } from '../core/verdict.js';
import type { RunError } from '../reports/results.js';
import type { NetworkPlace } from './environment.js';

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

/** Assesses one recipient. It has its place on the network, and leaves and enters as it needs one. */
export type AssessRecipient = (job: ServerJob, network: NetworkPlace) => Promise<RecipientEnd>;

/** Waits for so many milliseconds, or until the batch is interrupted. */
export type Pause = (ms: number) => Promise<void>;

/** Recipients under way, as a multiple of those that talk to their servers: the others compute. */
const UNDER_WAY = 2;

/**
 * Assesses many recipients: those on different origins side by side, at most `parallel` of them talking to their
 * servers; those on one origin one after the other, with the pause between requests to it between them too. While some
 * wait for their servers, others compute. One that fails does not stop the others.
 */
export async function runBatch(
  jobs: readonly ServerJob[],
  parallel: number,
  assess: AssessRecipient,
  pause: Pause,
): Promise<readonly RecipientEnd[]> {
  const ends = new Map<ServerJob, RecipientEnd>();
  const underWay = pLimit(parallel * UNDER_WAY);
  const talking = pLimit(parallel);
  await Promise.all(
    [...byOrigin(jobs).values()].map((group) =>
      underWay(async () => {
        for (const [index, job] of group.entries()) {
          if (index > 0) await pause(job.input.manners.delayMs);
          ends.set(job, await untilEnd(job, talking, assess));
        }
      }),
    ),
  );
  return jobs.flatMap((job) => ends.get(job) ?? []);
}

async function untilEnd(
  job: ServerJob,
  talking: LimitFunction,
  assess: AssessRecipient,
): Promise<RecipientEnd> {
  const place = placeAmong(talking);
  await place.enter();
  try {
    return await assess(job, place);
  } finally {
    place.leave();
  }
}

/** A place among those that talk to their servers. */
function placeAmong(talking: LimitFunction): NetworkPlace {
  let leave: (() => void) | undefined;
  const enter = () =>
    new Promise<void>((entered, failed) => {
      talking(
        () =>
          new Promise<void>((left) => {
            leave = left;
            entered();
          }),
      ).catch(failed);
    });
  return {
    enter: () => (leave === undefined ? enter() : Promise.resolve()),
    leave: () => {
      leave?.();
      leave = undefined;
    },
  };
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
