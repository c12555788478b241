import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../core/finding.js';
import { Redactor } from '../core/redaction.js';
import type { SeverityPolicy } from '../core/severity.js';
import { EXIT } from '../core/verdict.js';
import { writeWhole } from '../core/write-whole.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../dictionary/generated-folder.js';
import { loadDictionary } from '../dictionary/reference.js';
import type { MetadataReport } from '../metadata/report-shape.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { PayloadDefinitions } from '../schema/definitions.js';
import { definitionsFromReport } from '../schema/definitions-from-report.js';
import { externalTypesOf } from '../schema/external-types.js';
import { generateSchema } from '../schema/generate/generate-schema.js';
import { schemaText } from '../schema/generate/json-schema.js';
import { type MetadataSource, openMetadataSource, reportOfSource } from './open-metadata-source.js';
import { openResultFolder } from './result-folder.js';

/** The metadata to make a schema of, and where the schema goes. */
export interface GenerateSchemaJob {
  /** An EDMX file, a metadata report or a result folder. */
  readonly path: string;
  readonly lookups?: string;
  /** The Data Dictionary version; absent for that of the report or folder, else 2.0. */
  readonly version?: string;
  readonly out: string;
}

/** The schema, absent when the metadata yields no model, and what there is to say of the metadata. */
export interface GeneratedSchema {
  readonly definitions?: PayloadDefinitions;
  readonly json: string;
  readonly findings: readonly Finding[];
  readonly notices: readonly string[];
  readonly exitCode: number;
}

const DEFAULT_VERSION = '2.0';

/**
 * Writes `schema.json` for metadata in whatever form.
 *
 * @throws ConfigurationError for what cannot be read or is no metadata, and for a folder that cannot be written to
 */
export async function runGenerateSchema(
  job: GenerateSchemaJob,
  { now }: { readonly now: () => Date },
): Promise<GeneratedSchema> {
  const startedAt = now();
  const { path, lookups } = job;
  const source = await openMetadataSource(
    { path, command: 'schema generate', ...(lookups === undefined ? {} : { lookups }) },
    {
      profile: 'certification',
      version: job.version ?? DEFAULT_VERSION,
      strict: true,
    } satisfies SeverityPolicy,
  );
  const version = job.version ?? source.version ?? DEFAULT_VERSION;
  const report = await reportOf(source, version, startedAt);
  const findings = source.kind === 'document' ? source.document.findings : [];
  const exitCode = findings.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.passed;
  if (report === undefined) return { json: '', findings, notices: [], exitCode };
  const model = source.kind === 'document' ? source.document.model : undefined;
  const definitions = definitionsFromReport({ ...report, version }, externalTypesOf(model));
  const json = schemaText(generateSchema(definitions));
  await write(json, job.out, source, startedAt);
  return { definitions, json, findings, notices: noticesOn(definitions, source), exitCode };
}

async function reportOf(
  source: MetadataSource,
  version: string,
  generatedOn: Date,
): Promise<MetadataReport | undefined> {
  // A version that nobody knows is refused here, whatever the form of the metadata.
  const { dictionary } = await loadDictionary(GENERATED_FOLDER, version);
  if (source.kind === 'report') return source.report;
  // A part of the rows would make values fail that the server does advertise.
  const { lookups: _part, ...withoutRows } = source;
  return reportOfSource(source.rowsBlocked === undefined ? source : withoutRows, {
    standardNames: new Set(new DictionaryIndex(dictionary).resourceNames),
    version,
    generatedOn: generatedOn.toISOString(),
  });
}

/** Beside the metadata that it was made of a schema belongs to the same run; elsewhere it takes the place of another. */
async function write(json: string, out: string, source: MetadataSource, startedAt: Date): Promise<void> {
  if (resolve(out) === resolve(dirname(source.file))) {
    await writeWhole(join(out, RESULT_FILES.schema), json);
    return;
  }
  const folder = await openResultFolder(out, startedAt, new Redactor());
  await folder.write(RESULT_FILES.schema, json);
}

function noticesOn({ resources }: PayloadDefinitions, { rowsBlocked }: MetadataSource): readonly string[] {
  const fields = [...resources.values()].flatMap((resource) => [...resource.fields.values()]);
  const open = fields.filter(({ type }) => type.kind === 'primitive' && type.lookupName !== undefined);
  const unknown = fields.filter(({ type }) => type.kind === 'unknown');
  const why =
    rowsBlocked === undefined
      ? 'Give the rows of the Lookup Resource with --lookups FILE.'
      : `The rows of the folder are not all there: ${rowsBlocked}.`;
  return [
    ...(open.length === 0
      ? []
      : [`The values of ${open.length} annotated string fields are not limited, for lack of rows. ${why}`]),
    ...(unknown.length === 0
      ? []
      : [`The values of ${unknown.length} fields are not limited, since their types cannot be judged.`]),
  ];
}
