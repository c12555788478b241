import type { SeverityPolicy } from '../core/severity.js';
import type { DataType } from '../dictionary/dictionary.js';
import type { DictionaryIndex } from '../dictionary/dictionary-index.js';
import type { LookupRows } from '../metadata/lookup-rows.js';
import type { MetadataModel } from '../metadata/model.js';
import type { Resource } from '../metadata/resources.js';
import type { StandardValue } from '../variations/standard-value.js';
import type { VariationSearch } from '../variations/variation-search.js';

/** What the checks of names look at, whatever it was taken from: EDMX, a metadata report, or payloads. */
export interface NameAssessment {
  /** The name of the metadata file, for the locations of findings. */
  readonly file: string;
  readonly dictionary: DictionaryIndex;
  readonly policy: SeverityPolicy;
  /** The search for near names, and the declared names and values that it searches. */
  readonly variations: VariationSearch;
}

/** All that the checks of the scenarios look at: built once for a run, then only queried. */
export interface Assessment extends NameAssessment {
  readonly model: MetadataModel;
  /** The declared resources, by the name of their entity set (or of their type, see `resourcesOf`). */
  readonly resources: ReadonlyMap<string, Resource>;
  /** The rows of the Lookup Resource; absent when the run has none. */
  readonly lookups?: LookupRows;
  /** Why the rows are not all there, where they should be: what no row speaks against is then not evaluated. */
  readonly rowsBlocked?: string;
}

/** What the sentence of a step expects. */
export interface Expectation {
  readonly dataType?: DataType;
  readonly synonyms?: readonly string[];
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly values?: readonly StandardValue[];
  /** The sentence asks for at least one standard value, not for standard values only. */
  readonly atLeastOne?: boolean;
  readonly target?: string;
  readonly isCollection?: boolean;
}

/** What a check function is given: the run's data, the standard element it is about, and what is expected of it. */
export interface CheckContext<A extends NameAssessment = Assessment> {
  readonly assessment: A;
  /** The standard resource. */
  readonly resource: string;
  /** The standard field or expansion; the resource's own name in a resource scenario. */
  readonly name: string;
  readonly expectation: Expectation;
}
