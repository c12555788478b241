import { describe, expect, it } from 'vitest';
import type { Authentication, Recipient } from '../../src/config/connection.js';
import { plainHttpNotices } from '../../src/config/plain-http.js';

const TOKEN: Authentication = { kind: 'token', token: 'secret' };

function noticesFor(serviceRootUri: string, authentication: Authentication = TOKEN): readonly string[] {
  const recipient: Recipient = { serviceRootUri, authentication };
  return plainHttpNotices({ recipients: [recipient, recipient] });
}

describe('a notice for credentials that would travel unencrypted', () => {
  it.each([
    'https://api.example.com/odata',
    'http://localhost:8080/odata',
    'http://api.localhost/odata',
    'http://127.0.0.1:8080',
    'http://127.1.2.3',
    'http://[::1]:8080',
  ])('is not given for %s', (uri) => {
    expect(noticesFor(uri)).toEqual([]);
  });

  it.each([
    ['http://api.example.com/odata', 'http://api.example.com'],
    ['http://192.168.1.1:8080', 'http://192.168.1.1:8080'],
    ['http://localhost.example.com', 'http://localhost.example.com'],
    ['http://127.0.0.1.example.com', 'http://127.0.0.1.example.com'],
  ])('is given once for %s', (uri, origin) => {
    expect(noticesFor(uri)).toEqual([
      `${origin} is spoken to without encryption: others can read the credentials. Use https.`,
    ]);
  });

  it('is given for the token URI too', () => {
    const tokenUri = 'http://auth.example.com/token';
    expect(
      noticesFor('https://api.example.com', {
        kind: 'client credentials',
        clientId: 'a',
        clientSecret: 'b',
        tokenUri,
      }),
    ).toEqual([
      'http://auth.example.com is spoken to without encryption: others can read the credentials. Use https.',
    ]);
  });
});
