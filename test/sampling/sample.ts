import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Authentication } from '../../src/config/connection.js';
import type { DdJob, Manners } from '../../src/config/dd-job.js';
import { DEFAULT_SAMPLING, type SamplingOptions } from '../../src/config/sampling-options.js';
import type { RunEvent } from '../../src/core/events.js';
import type { Finding } from '../../src/core/finding.js';
import type { Results } from '../../src/reports/results.js';
import { runDd } from '../../src/run/dd.js';
import type { AvailabilityReport } from '../../src/sampling/availability/availability-shape.js';
import type { ResponseFigures } from '../../src/sampling/availability/responses-report.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { errorsBy } from '../reports/published-schema.js';
import { temporaryFolder, testTime } from '../run/run-dd.js';

/** How a test samples: what differs from the defaults. */
export interface SampleOptions {
  readonly sampling?: Partial<SamplingOptions>;
  readonly manners?: Partial<Manners>;
  readonly job?: Partial<DdJob>;
  readonly authentication?: Authentication;
  readonly originatingSystemName?: string;
  readonly originatingSystemId?: string;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** What came of it. */
export interface Sampled {
  readonly results: Results;
  readonly out: string;
  readonly availability: AvailabilityReport;
  readonly responses: {
    readonly responses: readonly ResponseFigures[];
    readonly incomplete?: readonly string[];
  };
  readonly events: readonly RunEvent[];
}

/** A sandbox that closes when the test ends; Property only counts where a test says how many records. */
export async function sandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const started = await startSandbox({ records: 40, ...options });
  onTestFinished(() => started.close());
  return started;
}

/** The sampling step of `dd` alone on a server, its waits cut to a moment. */
export async function runSampling(
  url: string,
  options: SampleOptions = {},
): Promise<Pick<Sampled, 'results' | 'out' | 'events'>> {
  const events: RunEvent[] = [];
  const { originatingSystemName, originatingSystemId } = options;
  const job: DdJob = {
    input: {
      kind: 'server',
      recipient: {
        serviceRootUri: url,
        authentication: options.authentication ?? { kind: 'token', token: 'the-token-to-get-in' },
        ...(originatingSystemName === undefined ? {} : { originatingSystemName }),
        ...(originatingSystemId === undefined ? {} : { originatingSystemId }),
      },
      manners: {
        delayMs: 0,
        concurrency: 1,
        rateLimitWaitMs: 3_600_000,
        har: true,
        record: false,
        resume: false,
        ...options.manners,
      },
      sampling: { ...DEFAULT_SAMPLING, ...options.sampling },
      secrets: [],
      requests: [],
    },
    version: '2.0',
    profile: 'certification',
    strict: true,
    out: join(temporaryFolder(), 'results'),
    steps: ['sampling'],
    tags: '',
    resources: [],
    ...options.job,
  };
  const results = await runDd(job, {
    tool: { name: 'reso-certify', version: '0.0.0' },
    time: { ...testTime, now: () => new Date('2026-07-02T00:00:00Z') },
    onEvent: (event) => {
      events.push(event);
      options.onEvent?.(event);
    },
    signal: options.signal ?? new AbortController().signal,
    variables: {},
  });
  return { results, out: job.out, events };
}

/** The same with its reports, each held against its published schema. */
export async function sample(url: string, options: SampleOptions = {}): Promise<Sampled> {
  const run = await runSampling(url, options);
  const read = (name: string, schema: string) => {
    const written = JSON.parse(readFileSync(join(run.out, name), 'utf8'));
    expect(errorsBy(schema, written)).toEqual([]);
    return written;
  };
  read('results.json', 'results.schema.json');
  return {
    ...run,
    availability: read('data-availability-report.json', 'data-availability-report.schema.json'),
    responses: read('data-availability-responses.json', 'data-availability-responses.schema.json'),
  };
}

/** A finding in short: `sampling/incomplete Property.Media NextLink`. */
export function brief({ rule, subject }: Finding): string {
  const { resource, expansion, element, field } = subject;
  const place = [resource, expansion ?? field].filter((part) => part !== undefined).join('.');
  return [rule, place, element].filter((part) => part !== undefined).join(' ');
}

/** The figures of a resource. */
export function figuresOf({ availability }: Sampled, resource: string) {
  const found = availability.resources.find(({ resourceName }) => resourceName === resource);
  if (found === undefined) throw new Error(`no figures of ${resource}`);
  return found;
}
