import type { Redactor } from '../core/redaction.js';
import { AuthenticationError } from './authentication-error.js';
import { bodyExcerpt } from './body-excerpt.js';
import type { HttpResponse } from './http-answer.js';

const EXCERPT = 300;

/** The error of a 401 after which there is no other token to try: which endpoint, and what it says. */
export function refusedToken(
  answer: HttpResponse,
  isRenewed: boolean,
  redactor: Redactor,
): AuthenticationError {
  const { status, headers, body, url } = answer;
  const challenge = headers['www-authenticate'];
  const text = bodyExcerpt(redactor, body, EXCERPT).replace(/\s+/g, ' ').trim();
  const said = [
    `The server answered ${status} ${isRenewed ? 'also to a new token' : 'to the bearer token'}`,
    ...(challenge === undefined ? [] : [`WWW-Authenticate: ${challenge}`]),
    ...(text === '' ? [] : [`body: "${text}"`]),
  ];
  return new AuthenticationError(redactor.redact(`${said.join('; ')}.`), 'configuration', {
    where: redactor.redact(url),
    advice: isRenewed
      ? 'Check that the client may use this server, and the scope.'
      : 'Check that the token is for this server and has not expired.',
  });
}
