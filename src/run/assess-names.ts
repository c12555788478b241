import type { SeverityPolicy } from '../core/severity.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { NameAssessment } from '../scenarios/assessment.js';
import { buildAssessment, type SearchOptions, searchFor, withRows } from '../scenarios/build-assessment.js';
import { declaredInReport } from '../variations/declared-in-report.js';
import type { MetadataSource } from './open-metadata-source.js';

/** What the checks of names look at, from EDMX or a report; nothing for EDMX that yields no model. */
export function assessNames(
  source: MetadataSource,
  dictionary: DictionaryIndex,
  policy: SeverityPolicy,
  options: SearchOptions,
): NameAssessment | undefined {
  const { file, rowsBlocked } = source;
  if (source.kind === 'report') {
    const declared = declaredInReport(source.report, rowsBlocked);
    return { file, dictionary, policy, variations: searchFor(declared, dictionary, options) };
  }
  const { document, lookups } = source;
  if (document.model === undefined) return undefined;
  const rows = {
    ...(lookups === undefined ? {} : { lookups }),
    ...(rowsBlocked === undefined ? {} : { rowsBlocked }),
  };
  return withRows(buildAssessment({ file, model: document.model, dictionary, policy }), rows, options);
}
