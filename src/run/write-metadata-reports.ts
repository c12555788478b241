import { metadataReport } from '../metadata/metadata-report.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { ResultFolder } from './result-folder.js';

/** Writes the metadata report, and the same without the Lookup rows where there are rows to merge. */
export async function writeMetadataReports(
  folder: ResultFolder,
  { model, dictionary, lookups }: Pick<Assessment, 'model' | 'dictionary' | 'lookups'>,
  generatedOn: Date,
): Promise<void> {
  const input = {
    model,
    standardNames: new Set(dictionary.resourceNames),
    version: dictionary.dictionary.version,
    generatedOn: generatedOn.toISOString(),
  };
  if (lookups === undefined) {
    await folder.writeJson(RESULT_FILES.metadataReport, metadataReport(input));
    return;
  }
  await folder.writeJson(RESULT_FILES.rawMetadataReport, metadataReport(input));
  await folder.writeJson(RESULT_FILES.metadataReport, metadataReport({ ...input, lookups }));
}
