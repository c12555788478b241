import type { ServerConfiguration } from './connection.js';

/**
 * One notice for each address to which secrets would go unencrypted: `http` to another machine. It is no error, since
 * servers under development speak it inside closed networks.
 */
export function plainHttpNotices({ recipients }: Pick<ServerConfiguration, 'recipients'>): readonly string[] {
  const uris = recipients.flatMap(({ serviceRootUri, authentication }) =>
    authentication.kind === 'token' ? [serviceRootUri] : [serviceRootUri, authentication.tokenUri],
  );
  const origins = new Set(
    uris
      .map((uri) => new URL(uri))
      .filter(isExposed)
      .map(({ origin }) => origin),
  );
  return [...origins].map(
    (origin) => `${origin} is spoken to without encryption: others can read the credentials. Use https.`,
  );
}

function isExposed({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && !/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])\.?$/.test(hostname);
}
