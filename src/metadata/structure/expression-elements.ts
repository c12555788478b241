import { CLAUSES } from './clauses.js';
import { type ElementRule, optional, required, type Values } from './element-rule.js';
import { TEXT_EXPRESSIONS, VALUE_ATTRIBUTES } from './expression-attributes.js';
import { FACETS } from './facet-attributes.js';
import { QUALIFIED_NAME, SIMPLE_IDENTIFIER, TYPE_NAME } from './name-forms.js';

const ANNOTATION = ['Annotation'];
const ONE: Values = { least: 1, most: 1 };
const TWO: Values = { least: 2, most: 2 };
const ANY: Values = { least: 0, most: Number.POSITIVE_INFINITY };

const NOT: ElementRule = { clause: CLAUSES.Logical, children: ANNOTATION, values: ONE };
const LOGICAL: ElementRule = { clause: CLAUSES.Logical, children: ANNOTATION, values: TWO };
const MEMBERSHIP: ElementRule = { ...LOGICAL, clause: CLAUSES.MembershipOperator, since: '4.01' };
const ARITHMETIC: ElementRule = { ...LOGICAL, clause: CLAUSES.Arithmetic, since: '4.01' };
const OF_TYPE: ElementRule = {
  clause: CLAUSES.Cast,
  attributes: { Type: required(TYPE_NAME), ...FACETS },
  children: ANNOTATION,
  values: ONE,
};

/** The elements that are expressions (OData CSDL XML 4.01, sections 14.3 and 14.4). */
export const EXPRESSIONS: Readonly<Record<string, ElementRule>> = {
  ...TEXT_EXPRESSIONS,

  And: LOGICAL,
  Or: LOGICAL,
  Not: NOT,
  Eq: LOGICAL,
  Ne: LOGICAL,
  Gt: LOGICAL,
  Ge: LOGICAL,
  Lt: LOGICAL,
  Le: LOGICAL,
  Has: MEMBERSHIP,
  In: MEMBERSHIP,

  Add: ARITHMETIC,
  Sub: ARITHMETIC,
  Neg: { ...ARITHMETIC, values: ONE },
  Mul: ARITHMETIC,
  Div: ARITHMETIC,
  DivBy: ARITHMETIC,
  Mod: ARITHMETIC,

  Apply: {
    clause: CLAUSES.Apply,
    attributes: { Function: required(QUALIFIED_NAME) },
    children: ANNOTATION,
    values: ANY,
  },
  Cast: OF_TYPE,
  Collection: { clause: CLAUSES.Collection, values: ANY },
  // Without a last operand it is a condition on which an item is in the collection.
  If: { clause: CLAUSES.If, children: ANNOTATION, values: { least: 3, most: 3, leastInCollection: 2 } },
  IsOf: { ...OF_TYPE, clause: CLAUSES.IsOf },
  LabeledElement: {
    clause: CLAUSES.LabeledElement,
    attributes: { Name: required(SIMPLE_IDENTIFIER), ...VALUE_ATTRIBUTES },
    children: ANNOTATION,
    values: ONE,
    identifiedBy: 'Name',
  },
  LabeledElementReference: { clause: CLAUSES.LabeledElementReference, text: QUALIFIED_NAME },
  Null: { clause: CLAUSES.Null, children: ANNOTATION },
  Record: {
    clause: CLAUSES.Record,
    attributes: { Type: optional(QUALIFIED_NAME) },
    children: ['PropertyValue', 'Annotation'],
  },
  UrlRef: { clause: CLAUSES.UrlRef, children: ANNOTATION, values: ONE },
};

/** What is no expression itself but stands in one. */
export const EXPRESSION_PARTS: Readonly<Record<string, ElementRule>> = {
  PropertyValue: {
    clause: CLAUSES.PropertyValue,
    attributes: { Property: required(SIMPLE_IDENTIFIER), ...VALUE_ATTRIBUTES },
    children: ANNOTATION,
    values: ONE,
    identifiedBy: 'Property',
  },
};
