import type { Finding } from '../../src/core/finding.js';
import { Ledger } from '../../src/core/ledger.js';
import type { Profile, SeverityPolicy } from '../../src/core/severity.js';
import { DictionaryIndex } from '../../src/dictionary/dictionary-index.js';
import { GENERATED_FOLDER } from '../../src/dictionary/generated-folder.js';
import { loadDictionary } from '../../src/dictionary/reference.js';
import { readMetadata } from '../../src/metadata/check-document.js';
import { lookupRows } from '../../src/metadata/lookup-rows.js';
import { metadataReport } from '../../src/metadata/metadata-report.js';
import { variationsStep } from '../../src/run/variations-step.js';
import type { NameAssessment } from '../../src/scenarios/assessment.js';
import { buildAssessment, searchFor, withRows } from '../../src/scenarios/build-assessment.js';
import { selectScenarios } from '../../src/scenarios/selection.js';
import type { MappingNote } from '../../src/variations/decisions.js';
import { declaredInReport } from '../../src/variations/declared-in-report.js';
import { readMappings } from '../../src/variations/mappings/read-mappings.js';
import type { Variation } from '../../src/variations/variation.js';
import type { VariationsReport } from '../../src/variations/variations-report.js';

export interface FindOptions {
  readonly version?: string;
  readonly profile?: Profile;
  readonly strict?: boolean;
  readonly lookups?: readonly Readonly<Record<string, unknown>>[];
  readonly rowsBlocked?: string;
  readonly fuzziness?: number;
  /** The text of a mappings file, CSV or JSON. */
  readonly mappings?: string;
  readonly today?: string;
  readonly resources?: readonly string[];
  /** Goes by way of the metadata report, as the command does when it is given one. */
  readonly viaReport?: boolean;
}

export interface Found {
  readonly report: VariationsReport;
  readonly variations: readonly Variation[];
  readonly findings: readonly Finding[];
  readonly ledger: Ledger;
  readonly notes: readonly MappingNote[];
}

const dictionaries = new Map<string, DictionaryIndex>();

export async function dictionaryOf(version: string): Promise<DictionaryIndex> {
  const known =
    dictionaries.get(version) ??
    new DictionaryIndex((await loadDictionary(GENERATED_FOLDER, version)).dictionary);
  dictionaries.set(version, known);
  return known;
}

/** The variations step by itself, on a document. */
export async function findVariations(edmx: string, options: FindOptions = {}): Promise<Found> {
  const dictionary = await dictionaryOf(options.version ?? '2.0');
  const assessment = assessmentOf(edmx, options, dictionary);
  const { planned, isWhole } = selectScenarios(dictionary, options.resources ?? [], '');
  const ledger = new Ledger();
  const { report, variations = [] } = await variationsStep({
    books: ledger,
    assessment,
    blocked: '',
    planned,
    isWhole,
    folder: { writeJson: () => Promise.resolve() },
    startedAt: new Date('2026-01-02T03:04:05Z'),
    signal: new AbortController().signal,
  });
  if (report === undefined) throw new Error('the step left no report');
  const { notes } = assessment.variations.decisions;
  return { report, variations, findings: ledger.findings, ledger, notes };
}

function assessmentOf(edmx: string, options: FindOptions, dictionary: DictionaryIndex): NameAssessment {
  const { version = '2.0', profile = 'certification', strict = true } = options;
  const policy: SeverityPolicy = { profile, version, strict };
  const { model, findings } = readMetadata(Buffer.from(edmx), 'metadata.xml', policy);
  if (model === undefined || findings.length > 0)
    throw new Error(`no good fixture: ${JSON.stringify(findings)}`);
  const lookups = options.lookups === undefined ? {} : { lookups: lookupRows(options.lookups) };
  const blocked = options.rowsBlocked === undefined ? {} : { rowsBlocked: options.rowsBlocked };
  const search = searchOptions(options, dictionary);
  if (options.viaReport !== true) {
    const document = buildAssessment({ file: 'metadata.xml', model, dictionary, policy });
    return withRows(document, { ...lookups, ...blocked }, search);
  }
  const standardNames = new Set(dictionary.resourceNames);
  const report = metadataReport({ model, standardNames, version, generatedOn: 'now', ...lookups });
  const declared = declaredInReport(report, options.rowsBlocked);
  return { file: 'report.json', dictionary, policy, variations: searchFor(declared, dictionary, search) };
}

function searchOptions(
  { mappings, today = '2026-01-02', fuzziness }: FindOptions,
  dictionary: DictionaryIndex,
) {
  return {
    ...(fuzziness === undefined ? {} : { fuzziness }),
    ...(mappings === undefined
      ? {}
      : { decided: { mappings: readMappings(Buffer.from(mappings), 'mappings.csv', dictionary), today } }),
  };
}
