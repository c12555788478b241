import { nameVersion } from '../common-format/name-version.js';
import { payloadVariations } from '../common-format/variations/payload-variations.js';
import type { VersionAssessment } from '../common-format/version-assessment.js';
import type { Ledger } from '../core/ledger.js';
import { RESULT_FILES } from '../reports/result-files.js';
import type { MappingsResult } from '../reports/results.js';
import type { Decisions } from '../variations/decisions.js';
import type { Variation } from '../variations/variation.js';
import { exportMappings } from './export-mappings.js';
import { dayOf, type LoadedMappings, loadMappings, mappingsResult } from './load-mappings.js';
import type { StepEnd } from './steps.js';

/** The files of what people decide about near names. */
export interface MappingFiles {
  readonly mappings?: string;
  /** Gets a row for each open element, to be filled in. */
  readonly exportMappings?: string;
}

interface CommonFormatVariationsStep {
  readonly books: Ledger;
  readonly judged: readonly VersionAssessment[];
  readonly files: MappingFiles;
  readonly startedAt: Date;
  /** Why not all payloads were read. */
  readonly stopped: string | undefined;
  /** Writes a report about payloads of a version. */
  readonly write: (assessment: VersionAssessment, name: string, content: unknown) => Promise<void>;
}

/** What the step leaves behind. */
export interface CommonFormatVariationsEnd extends StepEnd {
  /** What came of the mappings file; of the newest version, where there are several. */
  readonly mappings?: MappingsResult;
}

/** What was found in payloads of one version. */
interface Searched {
  readonly variations: readonly Variation[];
  readonly decisions: Decisions;
  readonly mappings: LoadedMappings | undefined;
}

/** From this version of the Data Dictionary on near names are looked for (RCP-25, Variations Report). */
const isOld = ({ version }: VersionAssessment) => version.startsWith('1.');

/** Looks for near names among what the payloads of each version have, and writes the report of each. */
export async function commonFormatVariationsStep(
  step: CommonFormatVariationsStep,
): Promise<CommonFormatVariationsEnd> {
  const { books, judged, files } = step;
  for (const { version } of judged.filter(isOld)) {
    books.leaveOut(`near names in payloads of Data Dictionary ${version}`, 'they are looked for from 2.0 on');
  }
  const searched: Searched[] = [];
  for (const assessment of judged) if (!isOld(assessment)) searched.push(await search(assessment, step));
  const newest = searched.at(-1);
  if (newest === undefined) return { outOfScope: true };
  const { mappings, decisions } = newest;
  if (files.exportMappings !== undefined) {
    const open = searched.flatMap(({ variations }) => variations);
    await exportMappings(files.exportMappings, open, mappings, decisions);
  }
  return mappings === undefined ? {} : { mappings: mappingsResult(mappings, decisions) };
}

async function search(assessment: VersionAssessment, step: CommonFormatVariationsStep): Promise<Searched> {
  const { books, judged, files, startedAt, stopped, write } = step;
  const mappings = await loadMappings(files.mappings, assessment.dictionary);
  const { outcomes, report, variations, decisions } = payloadVariations({
    assessment,
    generatedOn: startedAt.toISOString(),
    stopped,
    ...(mappings === undefined ? {} : { decided: { mappings, today: dayOf(startedAt) } }),
  });
  for (const check of outcomes) {
    const { rule, subject, outcome } = judged.length > 1 ? nameVersion(check, assessment.version) : check;
    books.record('variations', rule, subject, outcome);
  }
  await write(assessment, RESULT_FILES.variations, report);
  return { variations, decisions, mappings };
}
