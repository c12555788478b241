import { chooseAuthentication } from './choose-authentication.js';
import type { Recipient } from './connection.js';
import { type CredentialNames, type Credentials, credentialsFrom } from './credentials.js';
import type { Environment } from './environment.js';
import { checkFolderName } from './folder-name.js';
import type { Given } from './given.js';
import { JsonObject } from './json-object.js';
import type { JsonNode } from './json-source.js';
import { checkServiceRoot } from './service-root.js';

/** What all entries of a batch share. */
export interface BatchContext {
  readonly file: string;
  readonly environment: Environment;
  readonly providerUoi: string;
  readonly flags: Credentials;
  /** The credentials of the environment. */
  readonly variables: Credentials;
}

/** A recipient, the line of its entry, and the secrets that it fills in, used or not. */
export interface BatchEntry {
  readonly recipient: Recipient;
  readonly line: number;
  readonly secrets: readonly Given[];
}

const KEYS = [
  'description',
  'serviceRootUri',
  'recipientUoi',
  'providerUsi',
  'token',
  'clientCredentials',
  'originatingSystemName',
  'originatingSystemId',
];
const CLIENT_KEYS = ['clientId', 'clientSecret', 'tokenUri', 'scope'];

const NAMES: CredentialNames = {
  token: '"token"',
  clientId: '"clientId" of "clientCredentials"',
  clientSecret: '"clientSecret" of "clientCredentials"',
  tokenUri: '"tokenUri" of "clientCredentials"',
  scope: '"scope" of "clientCredentials"',
};

/**
 * One entry of a batch's `configs`.
 *
 * @throws ConfigurationError with file and line
 */
export function readBatchEntry(node: JsonNode, context: BatchContext): BatchEntry {
  const { file, environment, providerUoi, flags, variables } = context;
  const entry = new JsonObject(node, 'an entry of "configs"', KEYS, file, environment);
  const credentials = credentialsOf(entry, context);
  const recipient: Recipient = {
    ...optional('description', entry.text('description')),
    serviceRootUri: checkServiceRoot(entry.required('serviceRootUri')),
    authentication: chooseAuthentication({
      flags,
      file: credentials,
      environment: variables,
      where: entry.where,
      names: NAMES,
    }),
    providerUoi,
    providerUsi: checkFolderName(entry.required('providerUsi')),
    recipientUoi: checkFolderName(entry.required('recipientUoi')),
    ...optional('originatingSystemName', entry.text('originatingSystemName')),
    ...optional('originatingSystemId', entry.text('originatingSystemId')),
  };
  const secrets = [credentials.token, credentials.clientSecret].filter((given) => given !== undefined);
  return { recipient, line: entry.line, secrets };
}

function credentialsOf(entry: JsonObject, { file, environment }: BatchContext): Credentials {
  const node = entry.member('clientCredentials');
  const client =
    node === undefined
      ? undefined
      : new JsonObject(node, '"clientCredentials"', CLIENT_KEYS, file, environment);
  return credentialsFrom((part) =>
    part === 'token' ? entry.text('token', NAMES.token) : client?.text(part, NAMES[part]),
  );
}

function optional<K extends string>(key: K, given: Given | undefined): { readonly [P in K]?: string } {
  return given === undefined ? {} : ({ [key]: given.read() } as { readonly [P in K]: string });
}
