import { VersionAssessments } from '../common-format/version-assessments.js';
import { ConfigurationError } from '../core/errors.js';
import { didYouMean } from '../core/nearest-name.js';
import { readExemptions } from '../schema/read-exemptions.js';
import type { CommonFormatJob } from './common-format-job.js';
import type { MappingFiles } from './common-format-variations-step.js';
import { assertExportTarget } from './export-mappings.js';
import { readInputFile } from './read-file.js';

/**
 * The assessments of a run, none of them begun, when all options can be used.
 *
 * @throws ConfigurationError
 */
export async function prepareAssessments(job: CommonFormatJob): Promise<VersionAssessments> {
  const { profile, strict, exemptions: file, given } = job;
  const exemptions =
    file === undefined ? undefined : readExemptions(await readInputFile(file, '--exemptions'), file);
  const assessments = new VersionAssessments({ policy: { profile, strict }, exemptions });
  await requireMappings(job);
  if (given.version === undefined) return assessments;
  const { models } = await assessments.of(given.version);
  const { resource } = given;
  if (resource === undefined) return assessments;
  const names = models.all.map(({ name }) => name);
  if (names.some((name) => name.toLowerCase() === resource.toLowerCase())) return assessments;
  throw new ConfigurationError(`Data Dictionary ${given.version} has no resource "${resource}".`, {
    where: '--resource',
    advice: didYouMean(resource, names) ?? 'Check the name.',
  });
}

/** Whether its suggestions are standard shows when the versions are known: that it can be read should show at once. */
async function requireMappings({ mappings, exportMappings: target }: MappingFiles): Promise<void> {
  if (target !== undefined) await assertExportTarget(target, mappings);
  if (mappings === undefined) return;
  const bytes = await readInputFile(mappings, '--mappings');
  const { readRows } = await import('../variations/mappings/read-mappings.js');
  readRows(bytes, mappings);
}
