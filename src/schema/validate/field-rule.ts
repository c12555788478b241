import type { FieldDefinition, PrimitiveType } from '../definitions.js';
import type { LookupSet } from './lookup-set.js';
import type { Structure } from './structure.js';
import type { ValueCheck } from './value-check.js';

/** A field as its values are judged. Objects of one make, since the walk over a payload reads them millions of times. */
export interface FieldRule {
  /** Its place among the fields of its structure. */
  readonly slot: number;
  readonly field: FieldDefinition;
  readonly check: ValueCheck;
  readonly isCollection: boolean;
  /** Whether the value may be null; of a collection, whether its items may. */
  readonly isNullable: boolean;
  /** Whether the value as a whole may be null: a collection may not, unless null counts as absent. */
  readonly mayBeNull: boolean;
  readonly isRequired: boolean;
  /** True when values that are not advertised only warn. */
  readonly isExempt: boolean;
  readonly isExpansion: boolean;
  /** True when a collection may be one text. */
  readonly isTextAllowed: boolean;
  /** Code points of a string, octets of a binary; at most this. */
  readonly maxLength: number;
  /** Fewer whole digits than this need no look at the text of an integer. */
  readonly safeDigits: number;
  readonly primitive: PrimitiveType | undefined;
  readonly lookup: LookupSet | undefined;
  /** What is known of the object that it holds. */
  readonly target: Structure | undefined;
}
