import { ConfigurationError } from '../core/errors.js';
import { chooseAuthentication } from './choose-authentication.js';
import type { Authentication, OpenRecipient, ServerConfiguration } from './connection.js';
import {
  type CredentialFlags,
  credentialsOfEnvironment,
  credentialsOfFlags,
  FLAG_NAMES,
} from './credentials.js';
import type { Environment } from './environment.js';
import { serverConfiguration } from './server-configuration.js';
import { checkServiceRoot } from './service-root.js';

/** The flags that describe one server. */
export interface ServerFlags extends CredentialFlags {
  readonly url?: string | undefined;
}

/**
 * The server that flags describe; credentials that they lack come from RESO_TOKEN, RESO_CLIENT_ID and
 * RESO_CLIENT_SECRET.
 *
 * @throws ConfigurationError naming the flag that is missing, blank or of no use
 */
export function fromFlags({ url, ...flags }: ServerFlags, environment: Environment): ServerConfiguration {
  const text = url?.trim() ?? '';
  if (text === '')
    throw new ConfigurationError('There is no service root.', { where: '--url', advice: 'Give its URI.' });
  const serviceRootUri = checkServiceRoot({ name: '--url', where: '--url', read: () => text });
  const authentication = authenticate(flags, environment);
  return serverConfiguration({ recipients: [{ serviceRootUri, authentication }], isBatch: false });
}

/** A server by its service root or the address of its metadata, with credentials only where some are given. */
export interface OpenServer {
  readonly recipient: OpenRecipient;
  readonly secrets: readonly string[];
}

/**
 * The server of an address: its service root, or that of its `$metadata`. Without credentials it is asked for what it
 * shows everybody; RESO_TOKEN counts as given, and client credentials need the flag of their token URI.
 *
 * @throws ConfigurationError for an address or credentials that cannot be used
 */
export function openServer(
  { url, ...flags }: ServerFlags & { readonly url: string },
  environment: Environment,
): OpenServer {
  const root = url.trim().replace(/\/(?:\$|%24)metadata\/?$/i, '');
  const serviceRootUri = checkServiceRoot({ name: 'The address', where: url, read: () => root });
  const isGiven = Object.values(flags).some((value) => value !== undefined);
  if (!isGiven && credentialsOfEnvironment(environment).token === undefined) {
    return { recipient: { serviceRootUri }, secrets: [] };
  }
  const authentication = authenticate(flags, environment);
  const { secrets } = serverConfiguration({
    recipients: [{ serviceRootUri, authentication }],
    isBatch: false,
  });
  return { recipient: { serviceRootUri, authentication }, secrets };
}

function authenticate(flags: CredentialFlags, environment: Environment): Authentication {
  return chooseAuthentication({
    flags: credentialsOfFlags(flags),
    file: {},
    environment: credentialsOfEnvironment(environment),
    where: '--url',
    names: FLAG_NAMES,
  });
}
