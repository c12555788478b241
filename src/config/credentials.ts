import { ConfigurationError } from '../core/errors.js';
import type { Environment } from './environment.js';
import { fromEnvironment, type Given } from './given.js';

export const CREDENTIAL_PARTS = ['token', 'clientId', 'clientSecret', 'tokenUri', 'scope'] as const;
export type CredentialPart = (typeof CREDENTIAL_PARTS)[number];

/** What one place gives of the credentials; blank parts are left out. */
export type Credentials = { readonly [P in CredentialPart]?: Given };

/** How a place calls the parts, for errors. */
export type CredentialNames = Readonly<Record<CredentialPart, string>>;

/** The credentials among the flags of a command. */
export interface CredentialFlags {
  readonly token?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly tokenUri?: string | undefined;
  readonly scope?: string | undefined;
}

export const FLAG_NAMES: CredentialNames = {
  token: '--token',
  clientId: '--client-id',
  clientSecret: '--client-secret',
  tokenUri: '--token-uri',
  scope: '--scope',
};

/** The variables that stand in for credentials which are given nowhere else. */
export const VARIABLE_NAMES = {
  token: 'RESO_TOKEN',
  clientId: 'RESO_CLIENT_ID',
  clientSecret: 'RESO_CLIENT_SECRET',
} as const;

/** Credentials from a way to get each part. */
export function credentialsFrom(partOf: (part: CredentialPart) => Given | undefined): Credentials {
  const parts: { -readonly [P in CredentialPart]?: Given } = {};
  for (const part of CREDENTIAL_PARTS) {
    const given = partOf(part);
    if (given !== undefined) parts[part] = given;
  }
  return parts;
}

/**
 * The credentials that the flags give, taken literally.
 *
 * @throws ConfigurationError for a flag that is there but blank: a script's variable was empty
 */
export function credentialsOfFlags(flags: CredentialFlags): Credentials {
  return credentialsFrom((part) => {
    const text = flags[part]?.trim();
    const name = FLAG_NAMES[part];
    if (text === '')
      throw new ConfigurationError('The value is blank.', {
        where: name,
        advice: 'Give one, or leave the flag off.',
      });
    return text === undefined ? undefined : { name, where: name, read: () => text };
  });
}

/** The credentials that the environment gives. */
export function credentialsOfEnvironment(environment: Environment): Credentials {
  return credentialsFrom((part) =>
    part === 'tokenUri' || part === 'scope' ? undefined : fromEnvironment(VARIABLE_NAMES[part], environment),
  );
}
