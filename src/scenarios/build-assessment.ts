import type { SeverityPolicy } from '../core/severity.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import { resourcesOf } from '../metadata/resources.js';
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
export function buildAssessment({ file, model, dictionary, policy, lookups }: AssessmentInput): Assessment {
  return {
    file,
    model,
    resources: resourcesOf(model, new Set(dictionary.resourceNames)),
    dictionary,
    policy,
    ...(lookups === undefined ? {} : { lookups }),
  };
}
