import type { SeverityPolicy } from '../core/severity.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import { resourcesOf } from '../metadata/resources.js';
import { declaredInModel } from '../variations/declared-in-model.js';
import { VariationSearch } from '../variations/variation-search.js';
import type { Assessment } from './assessment.js';

/** What an assessment is built from. */
export interface AssessmentInput {
  readonly file: string;
  readonly model: MetadataModel;
  readonly dictionary: DictionaryIndex;
  readonly policy: SeverityPolicy;
  readonly lookups?: LookupRows;
}

/** Gathers the declared resources, once for a run. */
export function buildAssessment(input: AssessmentInput): Assessment {
  const { model, dictionary, lookups } = input;
  const resources = resourcesOf(model, new Set(dictionary.resourceNames));
  return withRows({ ...input, resources }, lookups === undefined ? {} : { lookups });
}

/** An assessment that has the rows of the Lookup Resource, or knows what keeps them from being all there. */
export function withRows(
  assessment: Omit<Assessment, 'variations'>,
  rows: Pick<Assessment, 'lookups' | 'rowsBlocked'>,
): Assessment {
  const { model, resources, dictionary } = assessment;
  const declared = declaredInModel({ model, resources, ...rows });
  return { ...assessment, ...rows, variations: new VariationSearch({ declared, dictionary }) };
}
