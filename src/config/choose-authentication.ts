import { ConfigurationError } from '../core/errors.js';
import { authenticationKind, type CredentialSources } from './authentication-kind.js';
import type { Authentication } from './connection.js';
import { type CredentialPart, VARIABLE_NAMES } from './credentials.js';
import type { Given } from './given.js';
import { checkTokenUri } from './service-root.js';

/**
 * How the run proves who it is. A flag beats the file, and the file beats the environment, part by part; parts of the
 * other kind are not read.
 *
 * @throws ConfigurationError for no or both kinds of credentials, a missing part, and a value that cannot be sent
 */
export function chooseAuthentication(sources: CredentialSources): Authentication {
  if (authenticationKind(sources) === 'token') {
    return Object.freeze({ kind: 'token', token: checkToken(required(sources, 'token')) });
  }
  const scope = find(sources, 'scope');
  return Object.freeze({
    kind: 'client credentials',
    clientId: checkCredential(required(sources, 'clientId')),
    clientSecret: checkCredential(required(sources, 'clientSecret')),
    tokenUri: checkTokenUri(required(sources, 'tokenUri')),
    ...(scope === undefined ? {} : { scope: checkCredential(scope) }),
  });
}

function find({ flags, file, environment }: CredentialSources, part: CredentialPart): Given | undefined {
  return flags[part] ?? file[part] ?? environment[part];
}

function required(sources: CredentialSources, part: CredentialPart): Given {
  const given = find(sources, part);
  if (given !== undefined) return given;
  const name = sources.names[part];
  const variable = part === 'tokenUri' || part === 'scope' ? undefined : VARIABLE_NAMES[part];
  throw new ConfigurationError(`${name} is missing.`, {
    where: sources.where,
    advice: variable === undefined ? `Give ${name}.` : `Give ${name}, or set ${variable} in the environment.`,
  });
}

/**
 * A bearer token, which goes into a header as it is (RFC 6750, section 2.1). The token is never quoted.
 *
 * @throws ConfigurationError for what a header cannot carry
 */
export function checkToken(given: Given): string {
  const token = given.read();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const advice = /^bearer\s/i.test(token)
    ? 'Leave off the word "Bearer": it is added when the token is sent.'
    : 'Check that it is whole and nothing else: a token has no blanks, line ends or letters beyond ASCII.';
  throw new ConfigurationError(`${given.name} holds a character that a token cannot have.`, {
    where: given.where,
    advice,
  });
}

/** Another credential. It is never quoted. @throws ConfigurationError for control characters */
export function checkCredential(given: Given): string {
  const text = given.read();
  if (!/\p{Cc}/u.test(text)) return text;
  throw new ConfigurationError(`${given.name} holds a line end or another control character.`, {
    where: given.where,
    advice: 'Check that it was copied whole and without what stood beside it.',
  });
}
