import type { Expression, ExpressionType } from './expression.js';
import type { PrimitiveType } from './query-schema.js';

const INTEGERS: readonly PrimitiveType[] = ['Edm.Byte', 'Edm.SByte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64'];
const FLOATING: readonly PrimitiveType[] = ['Edm.Single', 'Edm.Double'];

/** The type of a single value. */
export function primitive(type: PrimitiveType): ExpressionType {
  return { kind: 'primitive', type, isCollection: false };
}

/** The primitive type of a single value; undefined for everything else. */
export function primitiveTypeOf({ type }: Expression): PrimitiveType | undefined {
  return type.kind === 'primitive' && !type.isCollection ? type.type : undefined;
}

export function isInteger(type: PrimitiveType | undefined): boolean {
  return type !== undefined && INTEGERS.includes(type);
}

export function isNumber(type: PrimitiveType | undefined): boolean {
  return type === 'Edm.Decimal' || isInteger(type) || (type !== undefined && FLOATING.includes(type));
}

/** The type that holds the numbers of both: of two integers Int64, a floating one if either is that. */
export function commonNumber(left: PrimitiveType, right: PrimitiveType): PrimitiveType {
  if ([left, right].some((type) => FLOATING.includes(type))) return 'Edm.Double';
  return isInteger(left) && isInteger(right) ? 'Edm.Int64' : 'Edm.Decimal';
}

/** Whether a value of this type is a collection. */
export function isCollection(type: ExpressionType): boolean {
  return 'isCollection' in type && type.isCollection;
}

/** Whether it may stand where a truth value is wanted: Boolean, or the null literal. */
export function isBoolean(expression: Expression): boolean {
  return expression.type.kind === 'null' || primitiveTypeOf(expression) === 'Edm.Boolean';
}

/** The type as messages name it. */
export function describeType(type: ExpressionType): string {
  if (type.kind === 'null') return 'null';
  if (type.kind === 'enumLiteral') return type.type;
  const name = type.kind === 'navigation' ? type.schema.name : type.type;
  return type.isCollection ? `Collection(${name})` : name;
}
