import type { DdJob, ServerInput } from '../config/dd-job.js';
import { metadataReport } from '../metadata/metadata-report.js';
import type { MetadataReport } from '../metadata/report-shape.js';
import { readBegin } from '../sampling/checkpoint/open-checkpoint.js';
import { planSampling } from '../sampling/plan/plan-sampling.js';
import type { SamplingPlan } from '../sampling/plan/sampling-plan.js';
import { journalPath } from '../sampling/sample-server.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { RunEnvironment } from './environment.js';

/** What is asked of the server. */
export function planOf(
  { job, environment }: { readonly job: DdJob; readonly environment: RunEnvironment },
  { sampling, manners, recipient, replay }: ServerInput,
  { model, resources }: Assessment,
  checkpoint: string,
): SamplingPlan {
  const earlier = manners.resume ? readBegin(journalPath(checkpoint)) : replay;
  return planSampling({
    model,
    resources,
    version: job.version,
    options: sampling,
    within: job.resources,
    originatingSystemName: recipient.originatingSystemName,
    originatingSystemId: recipient.originatingSystemId,
    pageSize: manners.pageSize,
    // A run that goes on, or is replayed, after New Year asks for the same three years.
    now: earlier === undefined ? environment.time.now() : new Date(earlier.startedAt),
  });
}

/** What distinguishes this run from others on the same server, by option. */
export function askedFor(
  { version, resources }: DdJob,
  { sampling, manners, recipient }: ServerInput,
  isValidated: boolean,
): Readonly<Record<string, unknown>> {
  const { limit, strategies, expand, filter, orderby, saveRecords } = sampling;
  return {
    '--dd-version': version,
    '--limit': limit,
    '--page-size': manners.pageSize,
    '--resource': [resources, sampling.resources],
    '--strategy': strategies,
    '--expand': expand,
    '--filter': filter,
    '--orderby': orderby,
    '--save-records': saveRecords,
    validation: isValidated,
    'originating system': [recipient.originatingSystemName, recipient.originatingSystemId],
  };
}

/** The metadata report by which records are counted. */
export function reportOf({ model, dictionary, lookups, rowsBlocked }: Assessment): MetadataReport {
  return metadataReport({
    model,
    standardNames: new Set(dictionary.resourceNames),
    version: dictionary.dictionary.version,
    generatedOn: '',
    ...(lookups === undefined || rowsBlocked !== undefined ? {} : { lookups }),
  });
}
