import type { ArithmeticOperator } from './decimal.js';
import type { QueryProperty } from './query-schema.js';
import type { Value } from './value.js';

/**
 * The static type of an expression. The literal null has a type of its own; a literal such as `Type'Member'` names
 * a type that only the property beside it can explain.
 */
export type ExpressionType =
  | QueryProperty
  | { readonly kind: 'null' }
  | { readonly kind: 'enumLiteral'; readonly type: string };

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

interface Node {
  readonly type: ExpressionType;
  /** Where it begins in the option's value, from 0. */
  readonly offset: number;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: Value;
}

/** `$it`, the record that is looked at (also what a path without prefix begins with), or a lambda variable. */
export interface Variable extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

/** A property of what stands before the slash. */
export interface Member extends Node {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: string;
}

/** `/$count` after a collection. */
export interface Count extends Node {
  readonly kind: 'count';
  readonly of: Expression;
}

/** `any` or `all`; only `any()` does without a variable and a predicate. */
export interface Lambda extends Node {
  readonly kind: 'lambda';
  readonly quantifier: 'any' | 'all';
  readonly of: Expression;
  readonly body?: { readonly variable: string; readonly predicate: Expression };
}

export interface Call extends Node {
  readonly kind: 'call';
  /** In lower case. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface Arithmetic extends Node {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Comparison extends Node {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Has extends Node {
  readonly kind: 'has';
  readonly operand: Expression;
  readonly flags: Expression;
}

export interface In extends Node {
  readonly kind: 'in';
  readonly operand: Expression;
  /** Literals, or one expression that is a collection. */
  readonly list: readonly Expression[] | Expression;
}

/** `not`, or the minus sign before an expression. */
export interface Unary extends Node {
  readonly kind: 'not' | 'negate';
  readonly operand: Expression;
}

/** A chain of one logical operator: two operands or more. */
export interface Logical extends Node {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Expression[];
}

/** A checked expression of `$filter` or `$orderby`: frozen, each node with its type. */
export type Expression =
  | Literal
  | Variable
  | Member
  | Count
  | Lambda
  | Call
  | Arithmetic
  | Comparison
  | Has
  | In
  | Unary
  | Logical;

/** Whether what follows `in` is a list of literals, not one expression. */
export function isList(list: In['list']): list is readonly Expression[] {
  return Array.isArray(list);
}
