import { didYouMean } from '../../core/nearest-name.js';
import type { Call, Expression, ExpressionType } from './expression.js';
import { describeType, primitive, primitiveTypeOf } from './expression-type.js';
import { FUNCTIONS, type FunctionSignature, OTHER_FUNCTIONS } from './functions.js';
import type { Lexer } from './lexer.js';
import type { QuerySchema } from './query-schema.js';
import type { Token } from './token.js';

/**
 * The signature of the function that a token names, in any case.
 *
 * @throws QueryError if there is none: 501 if OData knows it, or if it would be one of the service's own.
 */
export function signatureOf(token: Token, schema: QuerySchema, lexer: Lexer): FunctionSignature {
  const { text } = token;
  const name = text.toLowerCase();
  const signature = FUNCTIONS.get(name);
  if (signature) return signature;
  if (OTHER_FUNCTIONS.has(name) || text.includes('.') || schema.typeOf(text))
    throw lexer.error('NotSupported', `"${text}(…)" is not supported.`, token);
  const advice = didYouMean(name, FUNCTIONS.keys());
  throw lexer.error('SyntaxError', `There is no function "${text}".${advice ? ` ${advice}` : ''}`, token);
}

/**
 * The call of a function with checked arguments.
 *
 * @throws QueryError if they are too few, too many or of other types.
 */
export function callOf(
  token: Token,
  signature: FunctionSignature,
  values: readonly Expression[],
  lexer: Lexer,
): Call {
  const { parameters, optional } = signature;
  const name = token.text.toLowerCase();
  if (values.length > parameters.length || values.length < parameters.length - optional)
    throw lexer.error('SyntaxError', `"${name}" ${arity(signature)}, not ${values.length}.`, token);
  for (const [at, value] of values.entries()) {
    const parameter = parameters[at];
    const type = primitiveTypeOf(value);
    if (value.type.kind === 'null' || (type !== undefined && parameter?.accepts(type))) continue;
    const message = `Argument ${at + 1} of "${name}" must be ${parameter?.description}, not ${describeType(value.type)}.`;
    throw lexer.error('TypeMismatch', message, value);
  }
  const type = resultType(signature, values);
  return Object.freeze({ kind: 'call', name, arguments: values, type, offset: token.offset });
}

function arity({ parameters, optional }: FunctionSignature): string {
  const most = parameters.length;
  const range = optional === 0 ? `${most}` : `${most - optional} to ${most}`;
  return `takes ${range} ${most === 1 ? 'argument' : 'arguments'}`;
}

function resultType({ result }: FunctionSignature, [first]: readonly Expression[]): ExpressionType {
  return result === 'same' ? (first?.type ?? primitive('Edm.Decimal')) : primitive(result);
}
