import type { Redactor } from '../core/redaction.js';
import { AuthenticationError } from './authentication-error.js';
import { bodyExcerpt } from './body-excerpt.js';
import type { FailureReason } from './failure-reason.js';
import type { HttpFailure, HttpResponse } from './http-answer.js';
import { readTokenError } from './token-answer.js';
import { UnreachableError } from './unreachable-error.js';

const EXCERPT = 300;
/** Failures in which the endpoint did answer. */
const ANSWERED: readonly FailureReason[] = [
  'server error',
  'rate limited',
  'foreign redirect',
  'too many redirects',
  'invalid url',
];

/** Says why a token endpoint handed out no token. */
export class TokenFailure {
  readonly #where: string;

  constructor(
    url: URL,
    private readonly redactor: Redactor,
  ) {
    this.#where = redactor.redact(url.href);
  }

  /** It answered, but not with a token. */
  unusable(fault: string, answer: HttpResponse): AuthenticationError {
    const what = `The token endpoint answered ${answer.status}, but ${fault}: ${this.#excerpt(answer)}`;
    return new AuthenticationError(this.redactor.redact(what), 'server', {
      where: this.#where,
      advice: 'Check that the token URI is right; the endpoint has to answer as RFC 6749, section 5.1 says.',
    });
  }

  /** It refused the credentials, in each place in which they were tried. */
  refused(answers: readonly HttpResponse[]): AuthenticationError {
    const said = answers.map((answer) => this.#describe(answer)).join(', then with both in the body ');
    const what = `The token endpoint refused client id and secret: it answered ${said}.`;
    return new AuthenticationError(this.redactor.redact(what), 'configuration', {
      where: this.#where,
      advice: 'Check client id, client secret, scope and token URI.',
    });
  }

  /** It gave no answer. */
  noAnswer({ reason, message }: HttpFailure): AuthenticationError | UnreachableError {
    const what = `No token could be had: ${message}`;
    if (!ANSWERED.includes(reason)) return new UnreachableError(what, { where: this.#where });
    return new AuthenticationError(what, 'server', { where: this.#where });
  }

  #describe(answer: HttpResponse): string {
    const { code, description } = readTokenError(answer.body);
    const said = [code, description].filter((part) => part !== undefined).join(': ');
    return `${answer.status} (${said === '' ? this.#excerpt(answer) : oneLine(said)})`;
  }

  #excerpt({ body }: HttpResponse): string {
    const text = oneLine(bodyExcerpt(this.redactor, body, EXCERPT));
    return text === '' ? 'an empty body' : `"${text}"`;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
