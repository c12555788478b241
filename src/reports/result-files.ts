/** The names of the files that a run may leave in its result folder. */
export const RESULT_FILES = {
  results: 'results.json',
  metadata: 'metadata.xml',
  metadataReport: 'metadata-report.json',
  rawMetadataReport: 'metadata-report.raw.json',
  lookups: 'lookup-resource-lookup-metadata.json',
  variations: 'data-dictionary-variations.json',
  availability: 'data-availability-report.json',
  responses: 'data-availability-responses.json',
  schema: 'schema.json',
  schemaErrors: 'data-availability-schema-validation-errors.json',
  localElements: 'local-elements.json',
  har: 'exchanges.har',
} as const;

/** The names of the folders that a run may leave there: what `--resume` and what `replay` reads. */
export const RESULT_FOLDERS = { checkpoint: 'checkpoint', recording: 'recording' } as const;

/** The names of Cucumber's own reports for a version of the Data Dictionary. */
export function cucumberReports(version: string): { readonly json: string; readonly html: string } {
  return { json: `data-dictionary-${version}.json`, html: `data-dictionary-${version}.html` };
}

/**
 * The name of a file in a run whose input is of several versions of the Data Dictionary: the main version's files have the
 * plain names, those of another carry it.
 */
export function ofVersion(name: string, version: string, main: string): string {
  return version === main ? name : name.replace(/\.json$/, `-${version}.json`);
}

const OF_VERSION = /-\d+\.\d+(?=\.json$)/;
const CUCUMBER_REPORT = /^data-dictionary-\d+\.\d+\.(?:json|html)$/;

/** True for a name that a run gives to one of its files or folders. */
export function isResultFile(name: string): boolean {
  const names: readonly string[] = [...Object.values(RESULT_FILES), ...Object.values(RESULT_FOLDERS)];
  return CUCUMBER_REPORT.test(name) || names.includes(name.replace(OF_VERSION, ''));
}
