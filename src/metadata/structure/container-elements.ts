import { CLAUSES } from './clauses.js';
import { atLeastOne, type ElementRule, optional, required, since401 } from './element-rule.js';
import { BOOLEAN } from './facet-forms.js';
import { PATH, QUALIFIED_NAME, SIMPLE_IDENTIFIER } from './name-forms.js';

/** The entity container and what it exposes (OData CSDL XML 4.01, section 13). */
export const CONTAINER_ELEMENTS: Readonly<Record<string, ElementRule>> = {
  EntityContainer: {
    clause: CLAUSES.EntityContainer,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Extends: optional(QUALIFIED_NAME, CLAUSES.Extends),
    },
    children: ['EntitySet', 'Singleton', 'ActionImport', 'FunctionImport', 'Annotation'],
    quantities: [atLeastOne('EntitySet', 'Singleton', 'ActionImport', 'FunctionImport')],
    identifiedBy: 'Name',
  },

  EntitySet: {
    clause: CLAUSES.EntitySet,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      EntityType: required(QUALIFIED_NAME),
      IncludeInServiceDocument: optional(BOOLEAN),
    },
    children: ['NavigationPropertyBinding', 'Annotation'],
    identifiedBy: 'Name',
  },

  Singleton: {
    clause: CLAUSES.Singleton,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Type: required(QUALIFIED_NAME),
      Nullable: since401(optional(BOOLEAN, CLAUSES.SingletonNullable)),
    },
    children: ['NavigationPropertyBinding', 'Annotation'],
    identifiedBy: 'Name',
  },

  NavigationPropertyBinding: {
    clause: CLAUSES.NavigationPropertyBinding,
    attributes: {
      Path: required(PATH, CLAUSES.BindingPath),
      Target: required(PATH, CLAUSES.BindingTarget),
    },
    identifiedBy: 'Path',
  },

  ActionImport: {
    clause: CLAUSES.ActionImport,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Action: required(QUALIFIED_NAME),
      EntitySet: optional(PATH),
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },

  FunctionImport: {
    clause: CLAUSES.FunctionImport,
    attributes: {
      Name: required(SIMPLE_IDENTIFIER),
      Function: required(QUALIFIED_NAME),
      EntitySet: optional(PATH),
      IncludeInServiceDocument: optional(BOOLEAN),
    },
    children: ['Annotation'],
    identifiedBy: 'Name',
  },
};
