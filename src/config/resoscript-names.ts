import type { Authentication } from './connection.js';

/** The children of the root element. */
export const SECTIONS = ['RESOScriptVersion', 'ClientSettings', 'Parameters', 'Requests'] as const;

/** The settings that this tool uses. */
export const SETTING = {
  serviceRoot: 'WebAPIURI',
  authenticationType: 'AuthenticationType',
  token: 'BearerToken',
  clientId: 'ClientIdentification',
  clientSecret: 'ClientSecret',
  tokenUri: 'TokenURI',
  scope: 'ClientScope',
} as const;

/**
 * Every setting that is taken: those in use, and those of flows with a browser and of Basic authentication, which
 * templates in circulation still hold and which RESO certification no longer allows.
 */
export const SETTINGS: readonly string[] = [
  ...Object.values(SETTING),
  'AuthorizationURI',
  'RedirectURI',
  'UserName',
  'Password',
  'Preauthenticate',
];

export const PARAMETER_ATTRIBUTES = ['Name', 'Value'] as const;

/** Those in use, and those by which Web API templates describe their requests. */
export const REQUEST_ATTRIBUTES: readonly string[] = [
  'RequestId',
  'OutputFile',
  'Url',
  'TestDescription',
  'MetallicLevel',
  'Capability',
  'WebAPIReference',
  'AssertResponseCode',
  'Notes',
];

/** What `AuthenticationType` says; `authorization_code` has come to mean a bearer token. */
export const AUTHENTICATION_TYPES = {
  authorization_code: 'token',
  client_credentials: 'client credentials',
} as const;

/** How `AuthenticationType` calls a kind. */
export function authenticationType(kind: Authentication['kind']): keyof typeof AUTHENTICATION_TYPES {
  return kind === 'token' ? 'authorization_code' : 'client_credentials';
}
