import { QueryError, type QueryErrorCode } from './query-error.js';
import type { Token, TokenKind } from './token.js';

// Sticky patterns in which the next character decides: they cannot go back, whatever the input.
const BLANKS = /[ \t]*/y;
const NAME =
  /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*)*/uy;
const DOLLAR = /\$[A-Za-z]*/y;
const PUNCTUATION = /[(),/:;=*-]/y;
const RUN = /[\p{L}\p{N}_.:+-]*/uy;

/** The kinds that begin with a digit or a sign, the longest first. */
const LITERALS: readonly (readonly [TokenKind, RegExp])[] = [
  ['guid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy],
  // A blank before the offset was a plus sign that nobody encoded; nothing else can stand there.
  ['dateTimeOffset', /-?\d{4,9}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+ -]\d\d:\d\d)/iy],
  ['date', /-?\d{4,9}-\d\d-\d\d/y],
  ['timeOfDay', /\d\d:\d\d(?::\d\d(?:\.\d+)?)?/y],
  ['number', /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy],
  ['number', /-INF/y],
];
const LONGEST_NAME = 128;

type Scanned = Pick<Token, 'kind' | 'text'> & { readonly prefix?: string };

/** Cuts the value of one query option (percent-decoded) into tokens, from left to right. */
export class Scanner {
  readonly #text: string;
  readonly #option: string;
  #at = 0;

  constructor(text: string, option: string) {
    this.#text = text;
    this.#option = option;
  }

  /**
   * The next token.
   *
   * @throws QueryError for what is none.
   */
  read(): Token {
    const before = this.#at;
    this.#match(BLANKS);
    const offset = this.#at;
    const { kind, text, prefix } = this.#scan();
    return { kind, text, prefix: prefix ?? '', offset, end: this.#at, hasBlankBefore: offset > before };
  }

  #scan(): Scanned {
    if (this.#at >= this.#text.length) return { kind: 'end', text: '' };
    if (this.#text[this.#at] === "'") return { kind: 'string', text: this.#quoted() };
    const literal = this.#literal();
    if (literal) return literal;
    const name = this.#match(NAME);
    if (name !== undefined) return this.#named(name);
    const dollar = this.#match(DOLLAR);
    if (dollar !== undefined) return { kind: 'dollar', text: dollar };
    const sign = this.#match(PUNCTUATION);
    if (sign !== undefined) return { kind: 'punctuation', text: sign };
    throw this.#foreign();
  }

  #named(name: string): Scanned {
    const start = this.#at - name.length;
    if (name.split('.').some((part) => part.length > LONGEST_NAME))
      throw this.#errorAt('SyntaxError', `A name may have ${LONGEST_NAME} characters at most.`, start);
    if (this.#text[this.#at] !== "'") return { kind: 'name', text: name };
    return { kind: 'typed', prefix: name, text: this.#quoted() };
  }

  #literal(): Scanned | undefined {
    for (const [kind, pattern] of LITERALS) {
      const start = this.#at;
      const text = this.#match(pattern);
      if (text === undefined) continue;
      const rest = this.#match(RUN);
      if (rest) throw this.#errorAt('SyntaxError', `"${text}${rest}" is not a literal of any type.`, start);
      return { kind, text: kind === 'dateTimeOffset' ? text.replace(' ', '+') : text };
    }
    return undefined;
  }

  #quoted(): string {
    const start = this.#at;
    let end = this.#text.indexOf("'", start + 1);
    while (end >= 0 && this.#text[end + 1] === "'") end = this.#text.indexOf("'", end + 2);
    if (end < 0) throw this.#errorAt('SyntaxError', 'The string has no closing quote.', start);
    this.#at = end + 1;
    return this.#text.slice(start + 1, end).replaceAll("''", "'");
  }

  #foreign(): QueryError {
    const sign = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    if (sign === '@')
      return this.#errorAt('NotSupported', 'Parameter aliases and annotations are not supported.', this.#at);
    if ('[{"'.includes(sign))
      return this.#errorAt('NotSupported', 'JSON arrays and objects are not supported.', this.#at);
    return this.#errorAt('SyntaxError', `Unexpected character "${sign}".`, this.#at);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [text] = pattern.exec(this.#text) ?? [];
    if (text !== undefined) this.#at += text.length;
    return text;
  }

  #errorAt(code: QueryErrorCode, message: string, offset: number): QueryError {
    return new QueryError(code, message, this.#option, offset);
  }
}
