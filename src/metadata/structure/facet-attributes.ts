import { CLAUSES } from './clauses.js';
import { type AttributeRule, optional } from './element-rule.js';
import { BOOLEAN, MAX_LENGTH, NON_NEGATIVE_INTEGER, SCALE, SRID } from './facet-forms.js';

/**
 * The facets that every use of a type may state (OData CSDL XML 4.01, section 7.2). To 4.0, `Unicode` says nothing on
 * terms, parameters and return types; services of 4.0 state it there all the same, and nobody minds.
 */
export const FACETS: Readonly<Record<string, AttributeRule>> = {
  MaxLength: optional(MAX_LENGTH, CLAUSES.MaxLength),
  Precision: optional(NON_NEGATIVE_INTEGER, CLAUSES.Precision),
  Scale: optional(SCALE, CLAUSES.Scale),
  SRID: optional(SRID, CLAUSES.Srid),
  Unicode: optional(BOOLEAN, CLAUSES.Unicode),
};
