import type { Finding } from '../core/finding.js';
import { Redactor } from '../core/redaction.js';
import type { SeverityPolicy } from '../core/severity.js';
import { EXIT } from '../core/verdict.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import { readMetadata } from '../metadata/check-document.js';
import { parseLookupRows } from '../metadata/lookup-rows.js';
import { metadataReport } from '../metadata/metadata-report.js';
import type { MetadataReport } from '../metadata/report-shape.js';
import { RESULT_FILES } from '../reports/result-files.js';
import { readInputFile, readMetadataFile } from './read-file.js';
import { openResultFolder } from './result-folder.js';

/** The file to report on, and where the report goes. */
export interface MetadataReportJob {
  readonly file: string;
  readonly lookups?: string;
  readonly version: string;
  readonly out: string;
}

/** The report, absent when the document yields no model, and what is wrong with the document. */
export interface MetadataReportResult {
  readonly report?: MetadataReport;
  readonly json: string;
  readonly findings: readonly Finding[];
  readonly exitCode: number;
}

/**
 * Writes `metadata-report.json` for an EDMX file.
 *
 * @throws ConfigurationError for a file that cannot be read or is no EDMX, and for a folder that cannot be written to
 */
export async function runMetadataReport(
  job: MetadataReportJob,
  { now }: { readonly now: () => Date },
): Promise<MetadataReportResult> {
  const startedAt = now();
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, job.version);
  const policy: SeverityPolicy = { profile: 'certification', version: job.version, strict: true };
  const { model, findings } = readMetadata(
    await readMetadataFile(job.file, 'metadata report'),
    job.file,
    policy,
  );
  const lookups =
    job.lookups === undefined
      ? undefined
      : parseLookupRows(await readInputFile(job.lookups, '--lookups'), job.lookups);
  const exitCode = findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.passed;
  if (model === undefined) return { json: '', findings, exitCode };
  const report = metadataReport({
    model,
    standardNames: new Set(new DictionaryIndex(dictionary).resourceNames),
    version: job.version,
    generatedOn: startedAt.toISOString(),
    ...(lookups === undefined ? {} : { lookups }),
  });
  const folder = await openResultFolder(job.out, startedAt, new Redactor());
  await folder.writeJson(RESULT_FILES.metadataReport, report);
  return { report, json: `${JSON.stringify(report, null, 2)}\n`, findings, exitCode };
}
