import type { Authentication } from '../config/connection.js';
import type { Request } from './request.js';

export type ClientCredentials = Extract<Authentication, { kind: 'client credentials' }>;

/** Where client id and secret stand in a token request. */
export type ClientAuthentication = 'header' | 'body';

/** A token request for the client credentials grant (RFC 6749, 4.4.2; client authentication as in 2.3.1). */
export function tokenRequest(
  { clientId, clientSecret, scope }: ClientCredentials,
  url: URL,
  place: ClientAuthentication,
): Request {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== undefined && scope.trim() !== '') form.set('scope', scope.trim());
  if (place === 'body') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  const basic = basicHeader(clientId, clientSecret);
  return {
    method: 'POST',
    url,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    ...(place === 'header' ? { authorization: () => Promise.resolve(basic) } : {}),
  };
}

function basicHeader(clientId: string, clientSecret: string): string {
  const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
