import type { SeverityPolicy } from '../core/severity.js';
import type { Dictionary } from '../dictionary/dictionary.js';
import { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import { resourcesOf } from '../metadata/resources.js';
import type { Assessment } from './assessment.js';

/** What an assessment is built from. */
export interface AssessmentInput {
  readonly file: string;
  readonly model: MetadataModel;
  readonly dictionary: Dictionary;
  readonly policy: SeverityPolicy;
  readonly lookups?: LookupRows;
}

/** Indexes the dictionary and gathers the declared resources, once for a run. */
export function buildAssessment({ file, model, dictionary, policy, lookups }: AssessmentInput): Assessment {
  const index = new DictionaryIndex(dictionary);
  return {
    file,
    model,
    resources: resourcesOf(model, new Set(index.resourceNames)),
    dictionary: index,
    policy,
    ...(lookups === undefined ? {} : { lookups }),
  };
}
