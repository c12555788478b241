import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SeverityPolicy } from '../core/severity.js';
import { type MetadataDocument, readMetadata } from '../metadata/check-document.js';
import { type LookupRows, parseLookupRows } from '../metadata/lookup-rows.js';
import { mergeLookupRows } from '../metadata/merge-lookup-rows.js';
import { metadataReport } from '../metadata/metadata-report.js';
import { readMetadataReport } from '../metadata/read-metadata-report.js';
import type { MetadataReport } from '../metadata/report-shape.js';
import { findInResultFolder } from './find-in-result-folder.js';
import { readInputFile } from './read-file.js';

/** Metadata that somebody gave the path of: EDMX, or a metadata report. */
export type MetadataSource = DocumentSource | ReportSource;

interface Source {
  /** The file that was read, for findings and errors. */
  readonly file: string;
  /** The folder that it lies in. */
  readonly folder: string;
  /** Why the Lookup rows of a result folder are not all there. */
  readonly rowsBlocked?: string;
  /** The Data Dictionary version that the report, or the results beside the file, were made for. */
  readonly version?: string;
}

export interface DocumentSource extends Source {
  readonly kind: 'document';
  readonly document: MetadataDocument;
  readonly lookups?: LookupRows;
}

/** A report, Lookup rows merged in where some were given. */
export interface ReportSource extends Source {
  readonly kind: 'report';
  readonly report: MetadataReport;
}

/** What to open. */
export interface MetadataPath {
  /** An EDMX file, a metadata report, or a result folder, of which the metadata is taken before the report. */
  readonly path: string;
  /** Rows of the Lookup Resource, instead of those of a result folder. */
  readonly lookups?: string;
  /** What the path was given to, for errors. */
  readonly command: string;
}

/**
 * Opens metadata by its path, whatever form it has.
 *
 * @throws ConfigurationError for what cannot be read, is neither EDMX nor a metadata report, and for a folder that
 *   holds neither
 */
export async function openMetadataSource(
  { path, lookups, command }: MetadataPath,
  policy: SeverityPolicy,
): Promise<MetadataSource> {
  // What cannot be found is told by the reading below.
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const found = isFolder ? await findInResultFolder(path) : { metadata: path };
  const { metadata: file, lookups: ofFolder, ...stated } = found;
  const bytes = await readInputFile(file, command);
  const rows = await rowsFrom(lookups, ofFolder);
  const place = { file, folder: dirname(file) };
  if (!isJson(bytes)) {
    const document = readMetadata(bytes, file, policy);
    return {
      kind: 'document',
      ...place,
      ...stated,
      document,
      ...(rows === undefined ? {} : { lookups: rows }),
    };
  }
  const written = readMetadataReport(bytes, file);
  const report = rows === undefined ? written : mergeLookupRows(written, rows);
  const version = written.version === '' ? {} : { version: written.version };
  return { kind: 'report', ...place, ...version, ...stated, report };
}

/** What {@link reportOfSource} needs to make a report of EDMX. */
export interface ReportOptions {
  /** The names of the dictionary's resources. */
  readonly standardNames: ReadonlySet<string>;
  readonly version: string;
  /** An ISO 8601 timestamp. */
  readonly generatedOn: string;
}

/** The source as a metadata report; nothing when its EDMX yields no model. */
export function reportOfSource(source: MetadataSource, options: ReportOptions): MetadataReport | undefined {
  if (source.kind === 'report') return source.report;
  const { document, lookups } = source;
  if (document.model === undefined) return undefined;
  return metadataReport({ model: document.model, ...options, ...(lookups === undefined ? {} : { lookups }) });
}

async function rowsFrom(
  given: string | undefined,
  ofFolder: string | undefined,
): Promise<LookupRows | undefined> {
  const file = given ?? ofFolder;
  if (file === undefined) return undefined;
  return parseLookupRows(await readInputFile(file, '--lookups'), file);
}

/** True for bytes that start like JSON, a byte order mark and blanks passed over. */
function isJson(bytes: Uint8Array): boolean {
  const [first] = /[^\s\uFEFF]/.exec(Buffer.from(bytes.subarray(0, 1000)).toString('utf8')) ?? [];
  return first === '{' || first === '[';
}
