import { ToolFault } from '../../core/errors.js';
import { EDM_NAMESPACE, EDMX_NAMESPACE } from '../csdl-namespaces.js';
import { ANNOTATION_ELEMENTS } from './annotation-elements.js';
import type { Clause } from './clauses.js';
import { CONTAINER_ELEMENTS } from './container-elements.js';
import { DOCUMENT_ELEMENTS } from './document-elements.js';
import type { AttributeRule, ElementRule } from './element-rule.js';
import { EXPRESSION_PARTS, EXPRESSIONS } from './expression-elements.js';
import { OPERATION_ELEMENTS } from './operation-elements.js';
import { TYPE_ELEMENTS } from './type-elements.js';

/** An attribute of an element, ready to be looked up. */
export interface Attribute extends AttributeRule {
  readonly name: string;
  readonly clause: Clause;
  /** Stands for the attribute in a set of them. */
  readonly bit: number;
}

/** A child that an element may have. */
export interface Child {
  readonly definition: Definition;
  /** The place of the quantity that counts it among those of the parent; -1 when none does. */
  readonly quantity: number;
  readonly isExpression: boolean;
  /** Its place among the children that the parent's rule names. */
  readonly order: number;
}

/** An element of the language with its rule, ready to be looked up. */
export interface Definition {
  readonly name: string;
  readonly namespace: string;
  readonly rule: ElementRule;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The bits of the attributes that must be there. */
  readonly required: number;
  /** By local name. */
  readonly children: ReadonlyMap<string, Child>;
}

const RULES: Readonly<Record<string, ElementRule>> = {
  ...DOCUMENT_ELEMENTS,
  ...TYPE_ELEMENTS,
  ...OPERATION_ELEMENTS,
  ...CONTAINER_ELEMENTS,
  ...ANNOTATION_ELEMENTS,
  ...EXPRESSIONS,
  ...EXPRESSION_PARTS,
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** All elements of CSDL by local name: no two of the language share one. */
export const LANGUAGE: ReadonlyMap<string, Definition> = define();

const ATTRIBUTE_NAMES: ReadonlySet<string> = new Set(
  [...LANGUAGE.values()].flatMap(({ attributes }) => [...attributes.keys()]),
);

/** True for the name of an attribute that some element of CSDL has. */
export function isAttributeName(name: string): boolean {
  return ATTRIBUTE_NAMES.has(name);
}

/** The definition of the root element. */
export const EDMX: Definition = definitionOf('Edmx');

/** The definition of the element that holds the schemas. */
export const DATA_SERVICES: Definition = definitionOf('DataServices');

function define(): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Mutable<Definition>>();
  for (const [name, rule] of Object.entries(RULES)) {
    const attributes = attributesOf(rule);
    const required = [...attributes.values()].filter(({ isRequired }) => isRequired);
    definitions.set(name, {
      name,
      namespace: Object.hasOwn(DOCUMENT_ELEMENTS, name) ? EDMX_NAMESPACE : EDM_NAMESPACE,
      rule,
      attributes,
      required: required.reduce((bits, { bit }) => bits | bit, 0),
      children: new Map(),
    });
  }
  for (const definition of definitions.values())
    definition.children = childrenOf(definition.rule, definitions);
  return definitions;
}

function attributesOf(rule: ElementRule): ReadonlyMap<string, Attribute> {
  const named = Object.entries(rule.attributes ?? {});
  return new Map(
    named.map(([name, attribute], index) => [
      name,
      { ...attribute, name, clause: attribute.clause ?? rule.clause, bit: 1 << index },
    ]),
  );
}

function childrenOf(
  { children = [], quantities = [], values }: ElementRule,
  definitions: ReadonlyMap<string, Definition>,
): ReadonlyMap<string, Child> {
  const expressions = values === undefined ? [] : Object.keys(EXPRESSIONS);
  const found = new Map<string, Child>();
  for (const [order, name] of [...children, ...expressions].entries()) {
    const definition = definitions.get(name);
    if (definition === undefined) throw new ToolFault(`The language has no element ${name}.`);
    const quantity = quantities.findIndex(({ of }) => of.includes(name));
    found.set(name, { definition, quantity, isExpression: order >= children.length, order });
  }
  return found;
}

function definitionOf(name: string): Definition {
  const definition = LANGUAGE.get(name);
  if (definition === undefined) throw new ToolFault(`The language has no element ${name}.`);
  return definition;
}
