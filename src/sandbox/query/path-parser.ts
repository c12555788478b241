import type { Expression, ExpressionType, Variable } from './expression.js';
import { describeType, isCollection, primitive } from './expression-type.js';
import { callOf, signatureOf } from './function-call.js';
import type { Lexer } from './lexer.js';
import { requireBoolean } from './operators.js';
import type { QuerySchema } from './query-schema.js';
import type { Token } from './token.js';

/** The record itself, which a path without prefix begins with. */
export const RECORD = '$it';

/** Reads what begins with a name: property paths, `any` and `all`, and calls of functions. */
export class PathParser {
  readonly #variables = new Map<string, ExpressionType>();

  constructor(
    readonly lexer: Lexer,
    readonly schema: QuerySchema,
    /** Inside `$expand`, where `$it` would be a record of another type. */
    readonly isNested: boolean,
    readonly parseExpression: () => Expression,
  ) {}

  /** The expression that begins with this name, which has been taken. */
  parse(first: Token): Expression {
    if (this.lexer.isAt('(') && first.kind === 'name') return this.#call(first);
    let path = this.#start(first);
    while (this.lexer.isAt('/')) {
      this.lexer.expectTight('/');
      path = this.#step(path);
    }
    return path;
  }

  #start(token: Token): Expression {
    const { text, kind, offset } = token;
    if (kind === 'dollar') return this.#it(token);
    const type = this.#variables.get(text);
    if (type) return variable(text, type, offset);
    const record: ExpressionType = { kind: 'navigation', schema: this.schema, isCollection: false };
    return this.#member(variable(RECORD, record, offset), token);
  }

  #it(token: Token): Expression {
    const isKnown = ['$it', '$root', '$this'].includes(token.text);
    if (!isKnown) throw this.lexer.error('SyntaxError', `"${token.text}" cannot stand here.`, token);
    if (token.text !== RECORD || this.isNested)
      throw this.lexer.error('NotSupported', `"${token.text}" is not supported here.`, token);
    return variable(RECORD, { kind: 'navigation', schema: this.schema, isCollection: false }, token.offset);
  }

  #step(of: Expression): Expression {
    if (this.lexer.peek.kind === 'dollar') return this.#count(of);
    const name = this.#name();
    if (!this.lexer.isAt('(')) return this.#member(of, name);
    const quantifier = name.text.toLowerCase();
    if (quantifier === 'any' || quantifier === 'all') return this.#lambda(of, quantifier, name);
    throw this.lexer.error('NotSupported', `Calling "${name.text}" on a path is not supported.`, name);
  }

  #name(): Token {
    if (this.lexer.peek.kind !== 'name') throw this.lexer.unexpected('a property, any, all or $count');
    return this.lexer.next();
  }

  #member(of: Expression, { text, offset }: Token): Expression {
    if (text.includes('.'))
      throw this.lexer.error('NotSupported', `Type casts such as "${text}" are not supported.`, { offset });
    const { type } = of;
    if (isCollection(type))
      throw this.lexer.error(
        'TypeMismatch',
        `${describeType(type)} has no "${text}": ask with any(x:…) or all(x:…).`,
        {
          offset,
        },
      );
    if (type.kind !== 'navigation')
      throw this.lexer.error('TypeMismatch', `${describeType(type)} has no properties.`, { offset });
    const property = type.schema.typeOf(text);
    if (property === undefined)
      throw this.lexer.error('UnknownProperty', `${type.schema.name} has no property "${text}".`, { offset });
    return Object.freeze({ kind: 'member', of, name: text, type: property, offset: of.offset });
  }

  #count(of: Expression): Expression {
    const token = this.lexer.next();
    if (token.text !== '$count' || this.lexer.isAt('('))
      throw this.lexer.error('NotSupported', `"/${token.text}" is not supported here.`, token);
    this.#requireCollection(of, '$count', token);
    return Object.freeze({ kind: 'count', of, type: primitive('Edm.Int64'), offset: of.offset });
  }

  #requireCollection({ type }: Expression, what: string, token: Token): void {
    if (isCollection(type)) return;
    throw this.lexer.error('TypeMismatch', `"${what}" needs a collection, not ${describeType(type)}.`, token);
  }

  #lambda(of: Expression, quantifier: 'any' | 'all', token: Token): Expression {
    this.#requireCollection(of, quantifier, token);
    const node = {
      kind: 'lambda',
      quantifier,
      of,
      type: primitive('Edm.Boolean'),
      offset: of.offset,
    } as const;
    this.lexer.expect('(');
    if (quantifier === 'any' && this.lexer.take(')')) return Object.freeze(node);
    const name = this.lexer.expectName('a lambda variable');
    this.lexer.expect(':');
    const body = Object.freeze({ variable: name.text, predicate: this.#predicate(of, name) });
    this.lexer.expect(')');
    return Object.freeze({ ...node, body });
  }

  #predicate(of: Expression, name: Token): Expression {
    if (this.#variables.has(name.text))
      throw this.lexer.error('SyntaxError', `The variable "${name.text}" is taken already.`, name);
    this.#variables.set(name.text, { ...of.type, isCollection: false } as ExpressionType);
    const predicate = this.parseExpression();
    this.#variables.delete(name.text);
    requireBoolean(predicate, 'The condition of any or all', this.lexer);
    return predicate;
  }

  #call(token: Token): Expression {
    const signature = signatureOf(token, this.schema, this.lexer);
    if (this.lexer.peek.hasBlankBefore)
      throw this.lexer.unexpected(`"(" without a blank after "${token.text}"`);
    return callOf(token, signature, this.#arguments(), this.lexer);
  }

  #arguments(): readonly Expression[] {
    const values: Expression[] = [];
    this.lexer.expect('(');
    if (this.lexer.take(')')) return Object.freeze(values);
    do values.push(this.parseExpression());
    while (this.lexer.take(','));
    this.lexer.expect(')');
    return Object.freeze(values);
  }
}

function variable(name: string, type: ExpressionType, offset: number): Variable {
  return Object.freeze({ kind: 'variable', name, type, offset });
}
