import { describe, expect, it } from 'vitest';
import type { Authentication } from '../../src/config/connection.js';
import { AuthenticationError } from '../../src/odata/authentication-error.js';
import { Politeness } from '../../src/odata/politeness.js';
import { UnreachableError } from '../../src/odata/unreachable-error.js';
import { clientFor, responded, TOKEN } from './client-for.js';
import { FakeTime } from './fake-time.js';
import {
  answer,
  hangUp,
  json,
  type LocalServer,
  type Responder,
  type SeenRequest,
  serve,
} from './local-server.js';

const SECRET = 'sé:cret /+&%';
const ID = 'client one';
const FORM_ID = 'client+one';
const FORM_SECRET = 's%C3%A9%3Acret+%2F%2B%26%25';
const BASIC = `Basic ${Buffer.from(`${FORM_ID}:${FORM_SECRET}`).toString('base64')}`;

function credentials(tokens: LocalServer, more: { scope?: string; path?: string } = {}): Authentication {
  const { path = '/token', ...rest } = more;
  const tokenUri = `${tokens.origin}${path}`;
  return { kind: 'client credentials', clientId: ID, clientSecret: SECRET, tokenUri, ...rest };
}

/** A token endpoint that hands out `token-1`, `token-2` and so on. */
function granting(more: object = { token_type: 'Bearer', expires_in: 3600 }): Responder {
  let count = 0;
  return (response, request) => {
    count += 1;
    json({ access_token: `token-${count}`, ...more })(response, request);
  };
}

/** A server that takes only these tokens. */
function taking(...tokens: readonly string[]): Responder {
  return (response, request) => {
    const isTaken = tokens.some((token) => request.headers.authorization === `Bearer ${token}`);
    answer(
      isTaken ? 200 : 401,
      '',
      isTaken ? {} : { 'www-authenticate': 'Bearer error="invalid_token"' },
    )(response, request);
  };
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function formOf({ body }: SeenRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

describe('a bearer token', () => {
  it.each([TOKEN, ` ${TOKEN}\n`, `Bearer ${TOKEN}`])('%j is sent', async (token) => {
    const server = await serve(taking(TOKEN));
    const { client } = clientFor(server.origin, { authentication: { kind: 'token', token } });
    expect(responded(await client.get('Property')).status).toBe(200);
  });

  it.each(['', ' ', 'two words', 'line\r\nbreak: x', 'ünicode'])('%j is refused', (token) => {
    expect(() => clientFor('http://127.0.0.1', { authentication: { kind: 'token', token } })).toThrow(
      /bearer token is blank or holds characters/,
    );
  });

  it('that the server refuses stops the run at once, and the error says what was answered', async () => {
    const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' };
    const server = await serve(answer(401, `{"error":"${TOKEN} has\n expired"}`, challenge));
    const { client } = clientFor(server.origin);
    const error = await errorOf(client.get('Property'));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as AuthenticationError).explain()).toBe(
      `${server.origin}/odata/Property: The server answered 401 to the bearer token; WWW-Authenticate: Bearer error="invalid_token"; body: "{"error":"[redacted] has expired"}". Check that the token is for this server and has not expired.`,
    );
    expect(error).toMatchObject({ blame: 'configuration' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('client credentials', () => {
  it('get a token with a Basic header, form-encoded, which serves until it expires', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking('token-1'));
    const authentication = credentials(tokens, { scope: ' api read ' });
    const { client } = clientFor(server.origin, { authentication });
    for (const path of ['A', 'B', 'C']) expect(responded(await client.get(path)).status).toBe(200);
    expect(tokens.seen).toHaveLength(1);
    expect(tokens.seen[0]).toMatchObject({
      method: 'POST',
      url: '/token',
      headers: { authorization: BASIC, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(formOf(tokens.seen[0] as SeenRequest)).toEqual({
      grant_type: 'client_credentials',
      scope: 'api read',
    });
  });

  it('go in the body when that is asked for', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking('token-1'));
    const { client } = clientFor(server.origin, {
      authentication: credentials(tokens),
      clientAuthentication: 'body',
    });
    await client.get('A');
    expect(tokens.seen[0]?.headers.authorization).toBeUndefined();
    expect(formOf(tokens.seen[0] as SeenRequest)).toEqual({
      grant_type: 'client_credentials',
      client_id: ID,
      client_secret: SECRET,
    });
  });

  it.each<[string, Responder]>([
    ['401', answer(401)],
    ['400 invalid_client', json({ error: 'invalid_client' }, 400)],
    ['400 invalid_request', json({ error: 'invalid_request' }, 400)],
    ['400 that says nothing', answer(400)],
  ])('go in the body when the header is refused with %s, and from then on', async (_what, refusal) => {
    const tokens = await serve(refusal, granting());
    const server = await serve(taking('token-2'));
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    await client.get('A');
    const places = tokens.seen.map(({ headers }) =>
      headers.authorization === undefined ? 'body' : 'header',
    );
    expect(places).toEqual(['header', 'body', 'body']);
  });

  it.each([
    ['a number', 100, 90_000],
    ['a number as text', '100', 90_000],
    ['a long time', 3600, 3_540_000],
    ['next to nothing', 1, 900],
  ])('are used again shortly before the token expires: expires_in is %s', async (_what, expiresIn, lasts) => {
    const tokens = await serve(granting({ expires_in: expiresIn }));
    const server = await serve(taking('token-1', 'token-2'));
    const { client, time } = clientFor(server.origin, { authentication: credentials(tokens) });
    await client.get('A');
    time.pass(lasts - 1);
    await client.get('B');
    expect(tokens.seen).toHaveLength(1);
    time.pass(1);
    await client.get('C');
    expect(tokens.seen).toHaveLength(2);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it.each([
    {},
    { expires_in: 0 },
    { expires_in: -1 },
    { expires_in: null },
    { expires_in: 'soon' },
    { expires_in: 1e300 },
  ])('hold until a 401 when the answer says %j', async (more) => {
    const tokens = await serve(granting({ token_type: 'bearer', ...more }));
    const server = await serve(taking('token-1'));
    const { client, time } = clientFor(server.origin, { authentication: credentials(tokens) });
    await client.get('A');
    time.pass(1e9);
    await client.get('B');
    expect(tokens.seen).toHaveLength(1);
  });

  it('are used once by requests that need a token at the same time', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking('token-1'));
    const authentication = credentials(tokens);
    const { client } = clientFor(server.origin, { authentication, concurrency: 8 });
    await Promise.all(Array.from({ length: 8 }, (_none, n) => client.get(`P${n}`)));
    expect(tokens.seen).toHaveLength(1);
    expect(server.seen).toHaveLength(8);
  });

  it('renew a token that expires while a server has us wait', async () => {
    const tokens = await serve(granting({ expires_in: 60 }));
    const server = await serve(answer(429, '', { 'retry-after': '100' }), taking('token-2'));
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    expect(responded(await client.get('A')).status).toBe(200);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('pause between the token request and the request, on one origin', async () => {
    const server = await serve(granting(), taking('token-1'));
    const time = new FakeTime();
    const politeness = new Politeness(1000, time);
    const { client } = clientFor(server.origin, { authentication: credentials(server), politeness, time });
    expect(responded(await client.get('A')).status).toBe(200);
    expect(time.waits).toEqual([1000]);
  });
});

describe('a 401 on a request', () => {
  it('gets a new token and the same request once more, for each request', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking('token-1'), taking('token-2'), taking('token-2'), taking('token-3'));
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    for (const path of ['A', 'B', 'C', 'D']) expect(responded(await client.get(path)).status).toBe(200);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/odata/A',
      '/odata/B',
      '/odata/B',
      '/odata/C',
      '/odata/C',
      '/odata/D',
    ]);
    expect(tokens.seen).toHaveLength(3);
  });

  it('a second time stops the run', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking());
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    const error = await errorOf(client.get('A'));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toContain('The server answered 401 also to a new token; WWW-Authenticate: Bearer');
    expect(server.seen).toHaveLength(2);
    expect(tokens.seen).toHaveLength(2);
  });

  it('of many requests at the same time gets one new token', async () => {
    const tokens = await serve(granting());
    const server = await serve(taking('token-2'));
    const authentication = credentials(tokens);
    const { client } = clientFor(server.origin, { authentication, concurrency: 8 });
    const answers = await Promise.all(Array.from({ length: 8 }, (_none, n) => client.get(`P${n}`)));
    expect(answers.map((one) => responded(one).status)).toEqual(Array(8).fill(200));
    expect(tokens.seen).toHaveLength(2);
  });
});

describe('a token endpoint', () => {
  async function errorWith(...responders: readonly Responder[]) {
    const tokens = await serve(...responders);
    const server = await serve(answer(200));
    const { client, time } = clientFor(server.origin, { authentication: credentials(tokens) });
    const error = await errorOf(client.get('A'));
    expect(server.seen).toEqual([]);
    return { error, tokens, server, waits: time.waits };
  }

  it.each<[string, Responder, string, 'server' | 'configuration']>([
    [
      'HTML',
      answer(200, '<html>Sign in</html>'),
      'answered 200, but its answer is no JSON object: "<html>Sign in</html>"',
      'server',
    ],
    ['an empty body', answer(200), 'its answer is no JSON object: an empty body', 'server'],
    ['a list', json([1]), 'its answer is no JSON object', 'server'],
    ['no token', json({ token_type: 'bearer' }), 'its answer has no access_token', 'server'],
    ['an empty token', json({ access_token: '' }), 'its answer has no access_token', 'server'],
    ['a token of no text', json({ access_token: 5 }), 'its answer has no access_token', 'server'],
    [
      'a token with a line break',
      json({ access_token: 'a\r\nb: c' }),
      'holds characters that no token may have',
      'server',
    ],
    [
      'another type',
      json({ access_token: 'x', token_type: 'mac' }),
      'its token_type is "mac", but only Bearer',
      'server',
    ],
    [
      '400',
      json({ error: 'invalid_scope', error_description: `no\nscope ${SECRET}` }, 400),
      'it answered 400 (invalid_scope: no scope [redacted]).',
      'configuration',
    ],
    ['403', answer(403, 'Go away'), 'it answered 403 ("Go away").', 'configuration'],
    ['404', answer(404), 'it answered 404 (an empty body).', 'configuration'],
    ['a redirect without target', answer(302), 'it answered 302 (an empty body).', 'configuration'],
  ])('that answers %s is explained', async (_what, responder, text, blame) => {
    const { error, tokens, waits } = await errorWith(responder);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toContain(text);
    expect(error).toMatchObject({ blame, where: `${tokens.origin}/token` });
    expect(waits).toEqual([]);
  });

  it('that refuses both ways is quoted with both', async () => {
    const { error } = await errorWith(
      json({ error: 'invalid_client', error_description: 'wrong secret' }, 401),
      answer(401, 'no'),
    );
    expect(String(error)).toContain(
      'The token endpoint refused client id and secret: it answered 401 (invalid_client: wrong secret), then with both in the body 401 ("no").',
    );
  });

  it.each<[string, Responder]>([
    ['500', answer(500)],
    ['a reset', hangUp],
    ['429', answer(429, '', { 'retry-after': '1' })],
  ])('is asked again after %s', async (_what, fault) => {
    const tokens = await serve(fault, granting());
    const server = await serve(taking('token-1'));
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    expect(responded(await client.get('A')).status).toBe(200);
  });

  it('that keeps failing stops the run', async () => {
    const { error, waits } = await errorWith(answer(500));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/No token could be had: POST .+ the server answered 500 .+, 6 times/);
    expect(waits).toHaveLength(5);
  });

  it('that does not answer stops the run', async () => {
    const { error } = await errorWith(hangUp);
    expect(error).toBeInstanceOf(UnreachableError);
  });

  it('may redirect within its origin, and nowhere else', async () => {
    const tokens = await serve(answer(307, '', { location: '/v2/token' }), granting());
    const server = await serve(taking('token-1'));
    const { client } = clientFor(server.origin, { authentication: credentials(tokens) });
    expect(responded(await client.get('A')).status).toBe(200);
    expect(tokens.seen[1]).toMatchObject({ method: 'POST', url: '/v2/token', body: tokens.seen[0]?.body });

    const foreign = await serve(granting());
    const { error } = await errorWith(answer(307, '', { location: `${foreign.origin}/token` }));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toContain('redirected to another origin');
    expect(foreign.seen).toEqual([]);
  });

  it('must have an address', () => {
    const authentication = {
      kind: 'client credentials',
      clientId: 'a',
      clientSecret: 'b',
      tokenUri: 'nowhere',
    } as const;
    expect(() => clientFor('http://127.0.0.1', { authentication })).toThrow(
      /token URI is no http or https address/,
    );
  });
});

it('each origin sees only what is meant for it', async () => {
  const tokens = await serve(granting());
  const server = await serve(taking('token-1'));
  const { client, log } = clientFor(server.origin, { authentication: credentials(tokens) });
  await client.get('A');
  const atServer = JSON.stringify(server.seen);
  const atTokens = JSON.stringify(tokens.seen);
  for (const secret of [BASIC, ID, FORM_SECRET]) expect(atServer).not.toContain(secret);
  expect(atTokens).not.toContain('token-1');
  const recorded = JSON.stringify(log.exchanges);
  for (const secret of [BASIC.slice(6), FORM_SECRET, SECRET, 'token-1'])
    expect(recorded).not.toContain(secret);
});
