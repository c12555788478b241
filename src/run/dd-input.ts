import type { Finding } from '../core/finding.js';
import type { OutOfScope } from '../core/ledger.js';
import type { RuleId } from '../core/rules.js';
import type { SeverityPolicy } from '../core/severity.js';
import { type ReadOptions, readMetadata } from '../metadata/check-document.js';
import { parseLookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import { DOCUMENT_RULES } from '../metadata/rules/document-rules.js';
import { XML_LIMITS } from '../metadata/xml-limits.js';
import type { Results } from '../reports/results.js';
import type { Assessment } from '../scenarios/assessment.js';
import type { LookupEvidence } from '../scenarios/lookup-evidence.js';
import { readInputFile, readMetadataFile } from './read-file.js';

/** Metadata as it came from wherever it came. */
export interface ReceivedMetadata {
  /** As received, byte for byte; absent when nothing was received. */
  readonly bytes?: Uint8Array;
  /** Absent when it yields no model. */
  readonly model?: MetadataModel;
  readonly findings: readonly Finding[];
  /** The rules that were judged, in the order in which one blocks the next. */
  readonly rules: readonly RuleId[];
}

/** Where a run gets what it assesses: files, or a server. */
export interface DdInput {
  /** What `results.json` says of it. */
  readonly described: Results['input'];
  /** The name that findings give as the place of the metadata. */
  readonly file: string;
  /** The rules that the metadata will be judged by. */
  readonly rules: readonly RuleId[];
  /** Throws a CertifyError when the run has to stop. */
  metadata(): Promise<ReceivedMetadata>;
  /** Nothing when the input has no Lookup rows to look at. */
  lookups(assessment: Assessment): Promise<LookupEvidence | undefined>;
  /** What the input holds and no step looks at. */
  readonly outOfScope: readonly OutOfScope[];
  /** True when there are Lookup rows to look at, or a server to ask for them. */
  readonly hasLookups: boolean;
  /** True when a server is asked: then the absence of the Lookup Resource is judged too. */
  readonly isServer: boolean;
}

/**
 * Input from files, read whole before anything is written.
 *
 * @throws ConfigurationError for files that cannot be read, metadata that is no EDMX, and Lookup rows that are none
 */
export async function fileInput(
  files: { readonly metadata: string; readonly lookups?: string },
  policy: SeverityPolicy,
  options: ReadOptions,
): Promise<DdInput> {
  const { bytes, ...document } = readMetadata(
    await readMetadataFile(files.metadata, '--metadata'),
    files.metadata,
    policy,
    options,
  );
  // The results keep metadata as it was received; of a file that is too large, only a part was.
  const kept = bytes.length > XML_LIMITS.bytes ? {} : { bytes };
  const rows =
    files.lookups === undefined
      ? undefined
      : parseLookupRows(await readInputFile(files.lookups, '--lookups'), files.lookups);
  return {
    described: files,
    file: files.metadata,
    isServer: false,
    hasLookups: rows !== undefined,
    rules: DOCUMENT_RULES,
    outOfScope: [],
    metadata: () => Promise.resolve({ ...kept, ...document, rules: DOCUMENT_RULES }),
    lookups: () => Promise.resolve(rows === undefined ? undefined : { rows }),
  };
}
