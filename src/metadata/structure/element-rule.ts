import type { XmlElement } from '../xml-element.js';
import type { Clause, CsdlVersion } from './clauses.js';
import type { LexicalForm } from './lexical-form.js';

/** An attribute that an element may have. */
export interface AttributeRule {
  readonly form: LexicalForm;
  /** Where the standard speaks of the attribute; where it speaks of the element when that says it. */
  readonly clause?: Clause;
  readonly isRequired?: true;
  /** The first version that has it; 4.0 when absent. */
  readonly since?: CsdlVersion;
  /** True for one that gives its element a value, as an expression within it would. */
  readonly isExpression?: true;
  /** Present for one that some elements of its kind may not have. */
  readonly notOn?: Exclusion;
}

/** Elements that may not have an attribute. */
export interface Exclusion {
  readonly holds: (element: XmlElement) => boolean;
  /** What they are, behind "but": `leads to a collection`. */
  readonly what: string;
}

/** Children of which there must be a certain number, all of their names counted together. */
export interface Quantity {
  readonly of: readonly string[];
  readonly least: number;
  readonly most: number;
  /** Where the standard says so, when it is not where it speaks of the element. */
  readonly clause?: Clause;
}

/** How many values an element has, each an expression within it or an attribute that stands for one. */
export interface Values {
  readonly least: number;
  readonly most: number;
  /** The least for an item of a collection. */
  readonly leastInCollection?: number;
}

/** One element of the language, as the standard describes it. Attributes and children that are not named may not be. */
export interface ElementRule {
  readonly clause: Clause;
  /** The first version that has it; 4.0 when absent. */
  readonly since?: CsdlVersion;
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  readonly children?: readonly string[];
  readonly quantities?: readonly Quantity[];
  /** Present for an element that takes expressions. */
  readonly values?: Values;
  /** True where children must come in the order in which the rule names them. */
  readonly inOrder?: true;
  /** The form of its text; it may have none but blanks when this is absent. */
  readonly text?: LexicalForm;
  /** The attribute by which people tell such elements apart. */
  readonly identifiedBy?: string;
  /** Children whose presence, namespace and number `edmx/version` judges. */
  readonly leftToVersion?: string;
}

/** An attribute that must be there. */
export function required(form: LexicalForm, clause?: Clause): AttributeRule {
  return { ...optional(form, clause), isRequired: true };
}

/** An attribute that may be left out. */
export function optional(form: LexicalForm, clause?: Clause): AttributeRule {
  return clause === undefined ? { form } : { form, clause };
}

/** The very same attribute, from 4.01 on. */
export function since401(rule: AttributeRule): AttributeRule {
  return { ...rule, since: '4.01' };
}

export function atMostOne(name: string, clause?: Clause): Quantity {
  return { of: [name], least: 0, most: 1, ...(clause === undefined ? {} : { clause }) };
}

export function exactlyOne(name: string, clause?: Clause): Quantity {
  return { ...atMostOne(name, clause), least: 1 };
}

/** One of several kinds at least. */
export function atLeastOne(...of: readonly string[]): Quantity {
  return { of, least: 1, most: Number.POSITIVE_INFINITY };
}
