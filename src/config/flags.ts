import { ConfigurationError } from '../core/errors.js';
import { chooseAuthentication } from './choose-authentication.js';
import type { ServerConfiguration } from './connection.js';
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
  const authentication = chooseAuthentication({
    flags: credentialsOfFlags(flags),
    file: {},
    environment: credentialsOfEnvironment(environment),
    where: '--url',
    names: FLAG_NAMES,
  });
  return serverConfiguration({ recipients: [{ serviceRootUri, authentication }], isBatch: false });
}
