import { CLAUSES } from './clauses.js';
import { atMostOne, type ElementRule, exactlyOne, optional, required } from './element-rule.js';
import { FACETS } from './facet-attributes.js';
import { BOOLEAN } from './facet-forms.js';
import { PATH, SIMPLE_IDENTIFIER, TYPE_NAME } from './name-forms.js';

/** Actions and functions (OData CSDL XML 4.01, section 12). */
export const OPERATION_ELEMENTS: Readonly<Record<string, ElementRule>> = {
  Action: {
    clause: CLAUSES.Action,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      IsBound: optional(BOOLEAN, CLAUSES.IsBound),
      EntitySetPath: optional(PATH, CLAUSES.EntitySetPath),
    },
    children: ['Parameter', 'ReturnType', 'Annotation'],
    quantities: [atMostOne('ReturnType', CLAUSES.ReturnType)],
    identifiedBy: 'Name',
  },

  Function: {
    clause: CLAUSES.Function,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      IsBound: optional(BOOLEAN, CLAUSES.IsBound),
      IsComposable: optional(BOOLEAN, CLAUSES.IsComposable),
      EntitySetPath: optional(PATH, CLAUSES.EntitySetPath),
    },
    children: ['Parameter', 'ReturnType', 'Annotation'],
    quantities: [exactlyOne('ReturnType', CLAUSES.ReturnType)],
    identifiedBy: 'Name',
  },

  Parameter: {
    clause: CLAUSES.Parameter,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Type: required(TYPE_NAME),
      Nullable: optional(BOOLEAN),
      ...FACETS,
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },

  ReturnType: {
    clause: CLAUSES.ReturnType,
    attributes: { Type: required(TYPE_NAME), Nullable: optional(BOOLEAN), ...FACETS },
    children: ['Annotation'],
  },
};
