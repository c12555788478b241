import type { SeverityPolicy } from '../core/severity.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import { resourcesOf } from '../metadata/resources.js';
import type { Declared } from '../variations/declared.js';
import { declaredInModel } from '../variations/declared-in-model.js';
import type { Mappings } from '../variations/mappings/read-mappings.js';
import { resolveMappings } from '../variations/mappings/resolve-mappings.js';
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
  options: SearchOptions = {},
): Assessment {
  const { model, resources, dictionary } = assessment;
  const declared = declaredInModel({ model, resources, ...rows });
  return { ...assessment, ...rows, variations: searchFor(declared, dictionary, options) };
}

/** How near names are searched for. */
export interface SearchOptions {
  /** What people decided, and the day on which that is looked at, as `YYYY-MM-DD` in UTC. */
  readonly decided?: { readonly mappings: Mappings; readonly today: string };
  /** The part of a name's length that may differ, 0 to 1. */
  readonly fuzziness?: number;
}

/** The search for near names among what a server declares, with what people decided about it. */
export function searchFor(
  declared: Declared,
  dictionary: DictionaryIndex,
  { decided, fuzziness }: SearchOptions,
): VariationSearch {
  return new VariationSearch({
    declared,
    dictionary,
    ...(decided === undefined
      ? {}
      : { decisions: resolveMappings(decided.mappings, declared, dictionary, decided.today) }),
    ...(fuzziness === undefined ? {} : { fuzziness }),
  });
}
