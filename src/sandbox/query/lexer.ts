import { QueryError, type QueryErrorCode } from './query-error.js';
import { Scanner } from './scanner.js';
import type { Token } from './token.js';

/** The words of one query option's value (percent-decoded), read one at a time as the parser asks for them. */
export class Lexer {
  readonly #scanner: Scanner;
  #ahead: Token | undefined;
  #previous: Token | undefined;

  constructor(
    text: string,
    /** The option for messages, such as `$filter`. */
    readonly option: string,
  ) {
    this.#scanner = new Scanner(text, option);
  }

  /** The token that comes next, which stays there. */
  get peek(): Token {
    this.#ahead ??= this.#scanner.read();
    return this.#ahead;
  }

  /** The token that was taken last. */
  get previous(): Token | undefined {
    return this.#previous;
  }

  /** Takes the token that comes next. */
  next(): Token {
    const token = this.peek;
    this.#ahead = undefined;
    this.#previous = token;
    return token;
  }

  /** Whether this sign comes next. */
  isAt(sign: string): boolean {
    return this.peek.kind === 'punctuation' && this.peek.text === sign;
  }

  /** Takes this sign if it comes next. */
  take(sign: string): boolean {
    if (!this.isAt(sign)) return false;
    this.next();
    return true;
  }

  /** Takes this sign or throws. */
  expect(sign: string): Token {
    if (!this.isAt(sign)) throw this.unexpected(`"${sign}"`);
    return this.next();
  }

  /** Takes the sign without a blank on either side, such as the slash of a path or the sign after an option. */
  expectTight(sign: string): void {
    if (this.isAt(sign) && this.peek.hasBlankBefore)
      throw this.unexpected(`"${sign}" without a blank before it`);
    this.expect(sign);
    if (this.peek.hasBlankBefore) throw this.error('SyntaxError', `No blank may follow "${sign}".`);
  }

  /** Takes a name without a dot, or throws. */
  expectName(what: string): Token {
    if (this.peek.kind !== 'name') throw this.unexpected(what);
    const token = this.next();
    if (token.text.includes('.'))
      throw this.error(
        'NotSupported',
        `Qualified names such as "${token.text}" are not supported here.`,
        token,
      );
    return token;
  }

  /** Throws if anything is left. */
  expectEnd(): void {
    if (this.peek.kind !== 'end') throw this.unexpected('the end of the option');
    if (this.peek.hasBlankBefore) throw this.error('SyntaxError', 'No blank may stand at the end.');
  }

  /** The error of finding something else than `wanted`. */
  unexpected(wanted: string): QueryError {
    return this.error('SyntaxError', `Expected ${wanted}, found ${describe(this.peek)}.`);
  }

  /** An error at a token, or at the next one. */
  error(code: QueryErrorCode, message: string, token: { readonly offset: number } = this.peek): QueryError {
    return new QueryError(code, message, this.option, token.offset);
  }
}

function describe({ kind, prefix, text }: Token): string {
  if (kind === 'end') return 'the end of the option';
  return kind === 'string' || kind === 'typed' ? `${prefix}'${text}'` : `"${text}"`;
}
