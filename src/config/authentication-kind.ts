import { ConfigurationError } from '../core/errors.js';
import type { Authentication } from './connection.js';
import { type CredentialNames, type Credentials, FLAG_NAMES, VARIABLE_NAMES } from './credentials.js';

/** Everything that says who a run is, in the order of precedence. */
export interface CredentialSources {
  readonly flags: Credentials;
  readonly file: Credentials;
  readonly environment: Credentials;
  /** The kind that the file states, where it states exactly one. */
  readonly stated?: Authentication['kind'];
  /** Where credentials would have stood, for the error that there are none. */
  readonly where: string;
  /** What they are called there. */
  readonly names: CredentialNames;
}

/**
 * The kind of authentication: that of the flags, else the one that the file states, else the one whose credentials the
 * file fills in, else the one that the environment can complete.
 *
 * @throws ConfigurationError when one place gives both kinds, and when nothing gives any
 */
export function authenticationKind(sources: CredentialSources): Authentication['kind'] {
  const kind =
    kindOfFlags(sources.flags) ?? sources.stated ?? kindOfFile(sources) ?? kindOfEnvironment(sources);
  if (kind !== undefined) return kind;
  const { token, clientId, clientSecret, tokenUri } = sources.names;
  throw new ConfigurationError('There are no credentials.', {
    where: sources.where,
    advice: `Give ${token}, or ${clientId}, ${clientSecret} and ${tokenUri}. What is secret may stand in the environment as ${VARIABLE_NAMES.token}, or ${VARIABLE_NAMES.clientId} and ${VARIABLE_NAMES.clientSecret}.`,
  });
}

/** The kind of the credentials that flags give, if any. @throws ConfigurationError when they give both */
export function kindOfFlags({
  token,
  clientId,
  clientSecret,
  tokenUri,
  scope,
}: Credentials): Authentication['kind'] | undefined {
  const ofClient = clientId ?? clientSecret ?? tokenUri ?? scope;
  if (token === undefined) return ofClient === undefined ? undefined : 'client credentials';
  if (ofClient === undefined) return 'token';
  throw new ConfigurationError(`${FLAG_NAMES.token} and ${ofClient.name} exclude each other.`, {
    where: FLAG_NAMES.token,
    advice: 'Give a token, or client credentials.',
  });
}

/** Half a pair of client credentials is not filled in, as long as there is a token. */
function kindOfFile({ file, names }: CredentialSources): Authentication['kind'] | undefined {
  const { token, clientId, clientSecret } = file;
  if (token !== undefined && clientId !== undefined && clientSecret !== undefined) {
    throw new ConfigurationError(`Both a token and client credentials are filled in.`, {
      where: token.where,
      advice: `Leave ${names.token} or ${names.clientSecret} blank.`,
    });
  }
  if (token !== undefined) return 'token';
  return clientId === undefined && clientSecret === undefined ? undefined : 'client credentials';
}

/** Client credentials are of no use without the token URI, which no variable gives. */
function kindOfEnvironment({
  file,
  environment,
  where,
}: CredentialSources): Authentication['kind'] | undefined {
  const { token, clientId, clientSecret } = environment;
  const hasClient = clientId !== undefined && clientSecret !== undefined && file.tokenUri !== undefined;
  if (token === undefined) return hasClient ? 'client credentials' : undefined;
  if (!hasClient) return 'token';
  throw new ConfigurationError(
    `The environment has both ${VARIABLE_NAMES.token} and ${VARIABLE_NAMES.clientId} with ${VARIABLE_NAMES.clientSecret}, and nothing says which to use.`,
    { where, advice: 'Unset one of them, or give the credentials in the file.' },
  );
}
