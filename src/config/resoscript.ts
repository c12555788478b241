import { didYouMean } from '../core/nearest-name.js';
import { chooseAuthentication } from './choose-authentication.js';
import type { Authentication, Recipient, ServerConfiguration } from './connection.js';
import {
  type CredentialFlags,
  type Credentials,
  credentialsFrom,
  credentialsOfEnvironment,
  credentialsOfFlags,
} from './credentials.js';
import type { Environment } from './environment.js';
import { fromFile, type Given } from './given.js';
import { type RawScript, readResoScriptElements } from './resoscript-elements.js';
import { AUTHENTICATION_TYPES, authenticationType, SETTING } from './resoscript-names.js';
import { readScriptRequests } from './script-requests.js';
import { serverConfiguration } from './server-configuration.js';
import { checkServiceRoot } from './service-root.js';
import type { SourceText } from './source-element.js';
import { errorAt, placeOf } from './source-error.js';

/**
 * The server that a RESOScript describes, with its requests resolved. Of two kinds of credentials the one that is
 * filled in counts; blank ones come from the environment. Both filled in are an error, unless a single
 * `AuthenticationType` says which is meant.
 *
 * @param file the name of the file, for errors
 * @param flags credentials that beat those of the file
 * @throws ConfigurationError with file and line
 */
export function readResoScript(
  text: string,
  file: string,
  environment: Environment,
  flags: CredentialFlags = {},
): ServerConfiguration {
  const script = readResoScriptElements(text, file);
  const setting = (name: string) => givenSetting(script, name, file, environment);
  const credentials = credentialsFrom((part) => setting(SETTING[part]));
  const serviceRoot = setting(SETTING.serviceRoot);
  if (serviceRoot === undefined) {
    throw errorAt(
      file,
      script.settingsLine,
      'WebAPIURI is missing.',
      'Give the service root of the server in ClientSettings.',
    );
  }
  const recipient = {
    serviceRootUri: checkServiceRoot(serviceRoot),
    authentication: authenticate(script, file, credentials, environment, flags),
  };
  const settings = new Map([...settingsOf(script, setting), ...effectiveSettings(recipient)]);
  const filledIn = [credentials.token, credentials.clientSecret, setting('Password')];
  return serverConfiguration({
    recipients: [recipient],
    isBatch: false,
    filledIn: filledIn.filter((given) => given !== undefined),
    ...readScriptRequests(script, file, environment, settings),
  });
}

function givenSetting(
  { settings }: RawScript,
  name: string,
  file: string,
  environment: Environment,
): Given | undefined {
  const value = settings.get(name);
  return value === undefined ? undefined : fromFile(name, value.text, placeOf(file, value.line), environment);
}

function authenticate(
  { authenticationTypes, settingsLine }: RawScript,
  file: string,
  credentials: Credentials,
  environment: Environment,
  flags: CredentialFlags,
): Authentication {
  const stated = new Set(authenticationTypes.map((type) => kindOf(type, file)));
  const [only] = stated;
  return chooseAuthentication({
    flags: credentialsOfFlags(flags),
    file: credentials,
    environment: credentialsOfEnvironment(environment),
    ...(only === undefined || stated.size > 1 ? {} : { stated: only }),
    where: placeOf(file, settingsLine),
    names: SETTING,
  });
}

function kindOf({ text, line }: SourceText, file: string): Authentication['kind'] {
  const type = text.trim();
  for (const [name, kind] of Object.entries(AUTHENTICATION_TYPES)) {
    if (name === type) return kind;
  }
  const known = Object.keys(AUTHENTICATION_TYPES);
  const advice = didYouMean(type, known) ?? `Known are ${known.join(' (a bearer token) and ')}.`;
  throw errorAt(file, line, `The AuthenticationType "${type}" is not known.`, advice);
}

/** The settings as they stand in the script; a blank one is an empty text. */
function settingsOf(
  { settings }: RawScript,
  setting: (name: string) => Given | undefined,
): readonly (readonly [string, () => string])[] {
  return [...settings.keys()].map((name) => [name, () => setting(name)?.read() ?? '']);
}

/** What the run goes by: references mean this, also where a flag or the environment gave it. */
function effectiveSettings({
  serviceRootUri,
  authentication,
}: Recipient): readonly (readonly [string, () => string])[] {
  const { kind } = authentication;
  const common = [
    [SETTING.serviceRoot, () => serviceRootUri],
    [SETTING.authenticationType, () => authenticationType(kind)],
  ] as const;
  if (kind === 'token') return [...common, [SETTING.token, () => authentication.token]];
  const { clientId, clientSecret, tokenUri, scope } = authentication;
  return [
    ...common,
    [SETTING.clientId, () => clientId],
    [SETTING.clientSecret, () => clientSecret],
    [SETTING.tokenUri, () => tokenUri],
    ...(scope === undefined ? [] : [[SETTING.scope, () => scope] as const]),
  ];
}
