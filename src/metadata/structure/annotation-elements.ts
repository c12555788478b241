import { APPLIES_TO } from './applies-to.js';
import { CLAUSES } from './clauses.js';
import { atLeastOne, type ElementRule, optional, required } from './element-rule.js';
import { VALUE_ATTRIBUTES } from './expression-attributes.js';
import { FACETS } from './facet-attributes.js';
import { ANY_TEXT, BOOLEAN } from './facet-forms.js';
import { QUALIFIED_NAME, SIMPLE_IDENTIFIER, TARGET_PATH, TYPE_NAME } from './name-forms.js';

/** Terms and annotations (OData CSDL XML 4.01, sections 14.1 and 14.2). */
export const ANNOTATION_ELEMENTS: Readonly<Record<string, ElementRule>> = {
  Term: {
    clause: CLAUSES.Term,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Type: required(TYPE_NAME),
      BaseTerm: optional(QUALIFIED_NAME, CLAUSES.BaseTerm),
      DefaultValue: optional(ANY_TEXT),
      AppliesTo: optional(APPLIES_TO, CLAUSES.AppliesTo),
      Nullable: optional(BOOLEAN),
      ...FACETS,
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },

  Annotations: {
    clause: CLAUSES.Annotations,
    attributes: {
      Target: required(TARGET_PATH, CLAUSES.Target),
      Qualifier: optional(SIMPLE_IDENTIFIER, CLAUSES.Qualifier),
    },
    children: ['Annotation'],
    quantities: [atLeastOne('Annotation')],
    identifiedBy: 'Target',
  },

  Annotation: {
    clause: CLAUSES.Annotation,
    attributes: {
      Term: required(QUALIFIED_NAME),
      Qualifier: optional(SIMPLE_IDENTIFIER, CLAUSES.Qualifier),
      ...VALUE_ATTRIBUTES,
    },
    children: ['Annotation'],
    values: { least: 0, most: 1 },
    identifiedBy: 'Term',
  },
};
