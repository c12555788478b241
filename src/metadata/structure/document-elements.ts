import { CLAUSES } from './clauses.js';
import { atLeastOne, type ElementRule, optional, required } from './element-rule.js';
import { ANY_TEXT, DOCUMENT_URI } from './facet-forms.js';
import { ALIAS, NAMESPACE, SCHEMA_NAMESPACE, SIMPLE_IDENTIFIER } from './name-forms.js';

/** The elements of the namespace `edmx` (OData CSDL XML 4.01, section 4). */
export const DOCUMENT_ELEMENTS: Readonly<Record<string, ElementRule>> = {
  // `edmx/version` judges Version, and that there is one DataServices.
  Edmx: {
    clause: CLAUSES.Edmx,
    attributes: { Version: optional(ANY_TEXT) },
    children: ['Reference', 'DataServices'],
    inOrder: true,
    leftToVersion: 'DataServices',
  },

  // `edmx/version` judges that there is a Schema, and its namespace.
  DataServices: { clause: CLAUSES.DataServices, children: ['Schema'], leftToVersion: 'Schema' },

  Reference: {
    clause: CLAUSES.Reference,
    attributes: { Uri: required(DOCUMENT_URI) },
    children: ['Include', 'IncludeAnnotations', 'Annotation'],
    quantities: [atLeastOne('Include', 'IncludeAnnotations')],
    identifiedBy: 'Uri',
  },

  Include: {
    clause: CLAUSES.Include,
    attributes: { Namespace: required(SCHEMA_NAMESPACE), Alias: optional(ALIAS) },
    children: ['Annotation'],
    identifiedBy: 'Namespace',
  },

  IncludeAnnotations: {
    clause: CLAUSES.IncludeAnnotations,
    attributes: {
      TermNamespace: required(NAMESPACE),
      Qualifier: optional(SIMPLE_IDENTIFIER),
      TargetNamespace: optional(NAMESPACE),
    },
    identifiedBy: 'TermNamespace',
  },
};
