import type { RuleId } from './rules.js';
import type { Severity } from './severity.js';
import { type Subject, subjectKey } from './subject.js';

/** Where a finding stands: lines and columns count from 1, columns in UTF-16 units. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A standard name that a declared one is near to. `distance` and `maxDistance` are Levenshtein edits. */
export interface Suggestion {
  readonly suggestedResourceName?: string;
  readonly suggestedFieldName?: string;
  readonly suggestedLookupValue?: string;
  readonly suggestedLegacyODataValue?: string;
  /** A standard element that goes with the suggested one, where a person names it. */
  readonly suggestedRelatedResourceName?: string;
  readonly suggestedRelatedFieldName?: string;
  readonly suggestedRelatedLookupValue?: string;
  readonly strategy: string;
  readonly exactMatch?: boolean;
  readonly closeMatch?: boolean;
  readonly distance?: number;
  readonly maxDistance?: number;
  readonly advisory?: boolean;
  readonly ddWikiUrl?: string;
}

/** A field or expansion that a finding touches besides its subject. */
export interface RelatedField {
  readonly resource: string;
  readonly field: string;
}

/**
 * One thing that is wrong or worth knowing. The same shape in the terminal, in `results.json` and in the library.
 * Its message says what is wrong, what was expected and what to do, in that order.
 */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly location?: Location;
  readonly related?: readonly RelatedField[];
  readonly suggestions?: readonly Suggestion[];
  /** The id of the HTTP exchange that shows it. */
  readonly exchange?: string;
  /** Where the standard says so. */
  readonly specification?: string;
}

/** A finding's identity is its rule and its whole subject, never its text or its line. */
export function findingKey(finding: Pick<Finding, 'rule' | 'subject'>): string {
  return `${finding.rule} ${subjectKey(finding.subject)}`;
}
