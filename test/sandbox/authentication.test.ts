import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import { ask, serving } from './serving.js';

const CLIENT = { clientId: 'client:1', clientSecret: 's3cret +ü' };
const encode = (text: string) => encodeURIComponent(text);
const BASIC = `Basic ${Buffer.from(`${encode(CLIENT.clientId)}:${encode(CLIENT.clientSecret)}`).toString('base64')}`;
const GRANT = { grant_type: 'client_credentials' };
const IN_BODY = { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret };

interface Granted {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope?: string;
}

function askForToken(sandbox: Sandbox, body: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(`${sandbox.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(body), headers });
}

async function token(sandbox: Sandbox): Promise<string> {
  const answer = await askForToken(sandbox, { ...GRANT, ...IN_BODY });
  return ((await answer.json()) as Granted).access_token;
}

describe('bearer tokens', () => {
  it.each<[string, Record<string, string>, number, string | null]>([
    ['the token', { Authorization: 'Bearer t0ken' }, 200, null],
    ['the scheme in lower case', { Authorization: 'bearer t0ken' }, 200, null],
    ['no token', {}, 401, 'Bearer realm="sandbox"'],
    ['another token', { Authorization: 'Bearer wrong' }, 401, 'error="invalid_token"'],
    ['another scheme', { Authorization: 'Basic t0ken' }, 401, 'Bearer realm="sandbox"'],
  ])('%s', async (_what, headers, status, challenge) => {
    const sandbox = await serving({ token: 't0ken' });
    for (const path of [
      '/',
      '/$metadata',
      '/Property',
      "/Property('100000001')",
      '/Property/$count',
      '/nothing',
    ]) {
      const answer = await ask(sandbox, path, headers);
      expect(answer.status).toBe(path === '/nothing' && status === 200 ? 404 : status);
      expect(answer.headers.get('WWW-Authenticate') ?? '').toContain(challenge ?? '');
    }
  });

  it('are not asked for where none is set', async () => {
    expect((await ask(await serving(), '/Property')).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['the Basic header', GRANT, { Authorization: BASIC }],
    ['the body', { ...GRANT, ...IN_BODY }, {}],
  ])('takes the credentials in %s', async (_where, body, headers) => {
    const sandbox = await serving({ ...CLIENT, tokenLifetime: 90 });
    const answer = await askForToken(sandbox, { ...body, scope: 'api' }, headers);
    const granted = (await answer.json()) as Granted;
    expect(granted).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 90,
      scope: 'api',
    });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const used = await ask(sandbox, '/Property', { Authorization: `Bearer ${granted.access_token}` });
    expect(used.status).toBe(200);
  });

  it.each<[string, Record<string, string>, Record<string, string>, number, string]>([
    ['a wrong secret', { ...GRANT, ...IN_BODY, client_secret: 'x' }, {}, 401, 'invalid_client'],
    ['no credentials', GRANT, {}, 401, 'invalid_client'],
    ['a broken Basic header', GRANT, { Authorization: 'Basic %%%' }, 401, 'invalid_client'],
    ['another grant', { ...IN_BODY, grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['no grant', IN_BODY, {}, 400, 'unsupported_grant_type'],
    [
      'another content type',
      { ...GRANT, ...IN_BODY },
      { 'Content-Type': 'application/json' },
      400,
      'invalid_request',
    ],
  ])('refuses %s', async (_what, body, headers, status, error) => {
    const answer = await askForToken(await serving(CLIENT), body, headers);
    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
  });

  it('takes POST only, and is not there without a client', async () => {
    const sandbox = await serving(CLIENT);
    const answer = await ask(sandbox, '/oauth2/token');
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
    expect((await askForToken(await serving({ token: 'x' }), GRANT)).status).toBe(404);
  });

  it('hands out tokens that end with their time, by the clock that was given', async () => {
    let now = new Date('2026-08-01T12:00:00Z');
    const sandbox = await serving({ ...CLIENT, tokenLifetime: 60, now: () => now });
    const headers = { Authorization: `Bearer ${await token(sandbox)}` };
    expect((await ask(sandbox, '/', headers)).status).toBe(200);
    now = new Date('2026-08-01T12:01:00Z');
    expect((await ask(sandbox, '/', headers)).status).toBe(401);
    expect((await ask(sandbox, '/', { Authorization: `Bearer ${await token(sandbox)}` })).status).toBe(200);
  });

  it('hands out another token each time, and the same ones for the same seed', async () => {
    const [one, other] = await Promise.all([serving(CLIENT), serving(CLIENT)]);
    const tokens = [await token(one), await token(one)];
    expect(new Set(tokens).size).toBe(2);
    expect([await token(other), await token(other)]).toEqual(tokens);
  });
});
