import { COMPUTATIONS } from './calls.js';
import { arithmeticResult, negated } from './compute.js';
import { integer } from './decimal.js';
import { type Call, type Expression, type In, isList, type Lambda, type Member } from './expression.js';
import { readValue } from './read-value.js';
import { type EvaluationContext, isRecord, ownProperty, type QueryRecord, related } from './record.js';
import { chain, hasFlags, isMember, isTrue, not } from './truth.js';
import type { Value } from './value.js';

/** The variables that an expression may name, innermost first. */
export interface Scope {
  readonly name: string;
  readonly value: Value;
  readonly outer?: Scope;
}

/** The value of an expression. It never throws: what cannot be computed is null. */
export function evaluate(expression: Expression, scope: Scope, context: EvaluationContext): Value {
  const of = (operand: Expression): Value => evaluate(operand, scope, context);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable':
      return lookUp(expression.name, scope);
    case 'member':
      return member(expression, of(expression.of), context);
    case 'count':
      return size(of(expression.of));
    case 'lambda':
      return quantified(expression, of(expression.of), scope, context);
    case 'call':
      return call(expression, expression.arguments.map(of), context);
    case 'arithmetic':
      return arithmeticResult(expression, of(expression.left), of(expression.right));
    case 'comparison':
      return isTrue(expression, of(expression.left), of(expression.right));
    case 'has':
      return hasFlags(expression, of(expression.operand), of(expression.flags));
    case 'in':
      return isMember(expression, of(expression.operand), candidates(expression, of));
    case 'negate':
      return negated(of(expression.operand));
    case 'not':
      return not(of(expression.operand));
    default:
      return chain(expression, of);
  }
}

function lookUp(name: string, scope: Scope | undefined): Value {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at.value;
  return null;
}

function member({ of, name, type }: Member, owner: Value, context: EvaluationContext): Value {
  if (!isRecord(owner) || of.type.kind !== 'navigation') return null;
  if (type.kind === 'primitive' || type.kind === 'enum') return readValue(type, ownProperty(owner, name));
  if (type.kind !== 'navigation') return null;
  const records = related(owner, name, of.type.schema, context);
  return type.isCollection ? records : (records[0] ?? null);
}

function size(collection: Value): Value {
  return Array.isArray(collection) ? integer(collection.length) : null;
}

/** Of a collection that is null or missing, nothing is true of any member and everything of all. */
function quantified(
  { quantifier, body }: Lambda,
  collection: Value,
  scope: Scope,
  context: EvaluationContext,
): boolean {
  const members: readonly Value[] = Array.isArray(collection) ? collection : [];
  if (body === undefined) return members.length > 0;
  const holds = (value: Value): boolean =>
    evaluate(body.predicate, { name: body.variable, value, outer: scope }, context) === true;
  return quantifier === 'any' ? members.some(holds) : members.every(holds);
}

function candidates({ list }: In, of: (operand: Expression) => Value): readonly Value[] {
  if (isList(list)) return list.map(of);
  const members = of(list);
  return Array.isArray(members) ? members : [];
}

function call({ name }: Call, values: readonly Value[], context: EvaluationContext): Value {
  return values.includes(null) ? null : (COMPUTATIONS.get(name)?.(values, context) ?? null);
}

/** The scope of an expression that is evaluated on a record. */
export function recordScope(record: QueryRecord): Scope {
  return { name: '$it', value: record };
}
