import { CLAUSES, type Clause } from './clauses.js';
import {
  BINARY,
  BOOL,
  DATE,
  DATE_TIME_OFFSET,
  DECIMAL,
  DURATION,
  ENUM_MEMBERS,
  FLOAT,
  GUID,
  INTEGER,
  TIME_OF_DAY,
} from './constant-forms.js';
import { type AttributeRule, type ElementRule, since401 } from './element-rule.js';
import { ANY_TEXT, URI } from './facet-forms.js';
import type { LexicalForm } from './lexical-form.js';
import { MODEL_PATH } from './name-forms.js';

/** Expressions that are a text: each may be an element around it, or an attribute of the element that it is for. */
const TEXTS: readonly (readonly [string, LexicalForm, Clause])[] = [
  ['Binary', BINARY, CLAUSES.Binary],
  ['Bool', BOOL, CLAUSES.Bool],
  ['Date', DATE, CLAUSES.Date],
  ['DateTimeOffset', DATE_TIME_OFFSET, CLAUSES.DateTimeOffset],
  ['Decimal', DECIMAL, CLAUSES.Decimal],
  ['Duration', DURATION, CLAUSES.Duration],
  ['EnumMember', ENUM_MEMBERS, CLAUSES.EnumMember],
  ['Float', FLOAT, CLAUSES.Float],
  ['Guid', GUID, CLAUSES.Guid],
  ['Int', INTEGER, CLAUSES.Int],
  ['String', ANY_TEXT, CLAUSES.String],
  ['TimeOfDay', TIME_OF_DAY, CLAUSES.TimeOfDay],
  ['AnnotationPath', MODEL_PATH, CLAUSES.AnnotationPath],
  ['NavigationPropertyPath', MODEL_PATH, CLAUSES.NavigationPropertyPath],
  ['PropertyPath', MODEL_PATH, CLAUSES.PropertyPath],
  // A value path may lead through keys and casts: the standard's own schema takes any text.
  ['Path', ANY_TEXT, CLAUSES.Path],
];

/** The constant and path expressions as elements (OData CSDL XML 4.01, sections 14.3 and 14.4.1). */
export const TEXT_EXPRESSIONS: Readonly<Record<string, ElementRule>> = {
  ...Object.fromEntries(TEXTS.map(([name, text, clause]) => [name, { clause, text }])),
  ModelElementPath: { clause: CLAUSES.ModelElementPath, text: MODEL_PATH, since: '4.01' },
};

/** The expressions that may be written as an attribute of an annotation, a property value or a labelled element. */
export const VALUE_ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  ...Object.fromEntries(TEXTS.map(([name, form, clause]) => [name, value(form, clause)])),
  ModelElementPath: since401(value(MODEL_PATH, CLAUSES.ModelElementPath)),
  UrlRef: value(URI, CLAUSES.UrlRef),
};

function value(form: LexicalForm, clause: Clause): AttributeRule {
  return { form, clause, isExpression: true };
}
