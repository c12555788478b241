import type { Expression } from './expression.js';
import type { Lexer } from './lexer.js';
import { literalOf } from './literal.js';
import { arithmetic, type BinaryOperator, comparison, has, logical, membership, unary } from './operators.js';
import { PathParser } from './path-parser.js';
import type { QuerySchema } from './query-schema.js';
import type { Token } from './token.js';

/** Expressions within expressions, at most; each takes some frames of the call stack. */
const DEEPEST = 100;
/** Operators in one expression, at most, for chains make deep trees as well; `and` and `or` do not. */
const MOST_OPERATORS = 1000;

/** From the weakest to the strongest (OData 4.01 URL Conventions, 5.1.1.17); operators are words in any case. */
const LEVELS: readonly ReadonlyMap<string, BinaryOperator>[] = [
  operators(logical, 'or'),
  operators(logical, 'and'),
  operators(comparison, 'eq', 'ne'),
  new Map([...operators(comparison, 'gt', 'ge', 'lt', 'le'), ['has', has]]),
  operators(arithmetic, 'add', 'sub'),
  operators(arithmetic, 'mul', 'div', 'divby', 'mod'),
];
const MEMBERSHIP_LEVEL = 3;
const LOGICAL_WORDS = ['and', 'or'];

function operators(operator: BinaryOperator, ...words: readonly string[]): Map<string, BinaryOperator> {
  return new Map(words.map((word) => [word, operator]));
}

/** Reads `commonExpr` of the OData ABNF, by recursive descent, and checks its types on the way. */
export class ExpressionParser {
  readonly #lexer: Lexer;
  readonly #paths: PathParser;
  #depth = 0;
  #operators = 0;

  constructor(lexer: Lexer, schema: QuerySchema, isNested: boolean) {
    this.#lexer = lexer;
    this.#paths = new PathParser(lexer, schema, isNested, () => this.parse());
  }

  /**
   * The expression that comes next, up to where no operator follows.
   *
   * @throws QueryError
   */
  parse(): Expression {
    return this.#nested(() => this.#binary(0));
  }

  #nested(parse: () => Expression): Expression {
    if (this.#depth >= DEEPEST)
      throw this.#lexer.error('TooComplex', `Expressions may be nested ${DEEPEST} deep at most.`);
    this.#depth += 1;
    const expression = parse();
    this.#depth -= 1;
    return expression;
  }

  #binary(level: number): Expression {
    const words = LEVELS[level];
    if (words === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.#peekOperator(words);
      if (operator) left = operator(this.#takeOperator(), left, this.#binary(level + 1), this.#lexer);
      else if (level === MEMBERSHIP_LEVEL && this.#isWord('in')) left = this.#membership(left);
      else return left;
    }
  }

  #peekOperator(words: ReadonlyMap<string, BinaryOperator>): BinaryOperator | undefined {
    const { kind, text } = this.#lexer.peek;
    return kind === 'name' ? words.get(text.toLowerCase()) : undefined;
  }

  #isWord(word: string): boolean {
    const { kind, text } = this.#lexer.peek;
    return kind === 'name' && text.toLowerCase() === word;
  }

  /** OData wants blanks around operators; beside parentheses everyone leaves them out. */
  #takeOperator(): Token {
    const isAfterParenthesis = this.#lexer.previous?.text === ')';
    const token = this.#lexer.next();
    this.#countOperator(token);
    const isSpaced = token.hasBlankBefore || isAfterParenthesis;
    if (!isSpaced || !(this.#lexer.peek.hasBlankBefore || this.#lexer.isAt('(')))
      throw this.#lexer.error('SyntaxError', `"${token.text}" needs a blank on either side.`, token);
    return token;
  }

  #countOperator(token: Token): void {
    if (LOGICAL_WORDS.includes(token.text.toLowerCase())) return;
    this.#operators += 1;
    if (this.#operators > MOST_OPERATORS)
      throw this.#lexer.error(
        'TooComplex',
        `An expression may have ${MOST_OPERATORS} operators at most.`,
        token,
      );
  }

  #unary(): Expression {
    const { offset } = this.#lexer.peek;
    if (this.#lexer.take('-')) return this.#nested(() => unary('negate', this.#unary(), offset, this.#lexer));
    if (!this.#isWord('not')) return this.#primary();
    const word = this.#lexer.next();
    if (!this.#lexer.peek.hasBlankBefore && !this.#lexer.isAt('(')) return this.#paths.parse(word);
    return this.#nested(() => unary('not', this.#notOperand(), offset, this.#lexer));
  }

  /** `not` binds before comparisons, but what `has` and `in` begin with is no truth value that it could turn. */
  #notOperand(): Expression {
    const operand = this.#unary();
    if (this.#isWord('in')) return this.#membership(operand);
    if (this.#isWord('has')) return has(this.#takeOperator(), operand, this.#unary(), this.#lexer);
    return operand;
  }

  #primary(): Expression {
    const { kind } = this.#lexer.peek;
    if (this.#lexer.take('(')) {
      const inner = this.parse();
      this.#lexer.expect(')');
      return inner;
    }
    if (kind === 'dollar') return this.#paths.parse(this.#lexer.next());
    const literal = this.#literal();
    if (literal) return literal;
    if (kind !== 'name') throw this.#lexer.unexpected('an expression');
    return this.#paths.parse(this.#lexer.next());
  }

  #literal(): Expression | undefined {
    const literal = literalOf(this.#lexer.peek, this.#lexer);
    if (literal) this.#lexer.next();
    return literal;
  }

  #membership(operand: Expression): Expression {
    const token = this.#takeOperator();
    const open = this.#lexer.take('(');
    if (!open) return membership(token, operand, this.#binary(MEMBERSHIP_LEVEL + 1), this.#lexer);
    const first = this.#lexer.isAt(')') ? undefined : this.#literal();
    if (first === undefined && !this.#lexer.isAt(')')) return this.#parenthesized(token, operand);
    const list = first ? [first] : [];
    while (this.#lexer.take(',')) list.push(this.#literal() ?? this.#refuseMember());
    this.#lexer.expect(')');
    return membership(token, operand, list, this.#lexer);
  }

  #refuseMember(): never {
    throw this.#lexer.unexpected('a literal');
  }

  #parenthesized(token: Token, operand: Expression): Expression {
    const collection = this.parse();
    this.#lexer.expect(')');
    return membership(token, operand, collection, this.#lexer);
  }
}
