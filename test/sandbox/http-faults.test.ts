import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../src/sandbox/faults/registry.js';
import { type Answer, ask, json, rawRequest, serving } from './serving.js';

const NOW = new Date('2026-08-01T12:00:00Z');

/** A sandbox on which the fault strikes each time. */
const failing = (fault: string) => serving({ faults: [`${fault}=all`], now: () => NOW });

describe('instead of an answer', () => {
  it.each<[string, string, number, Record<string, string | null>]>([
    ['too-many-requests', '/Property', 429, { 'Retry-After': '2' }],
    ['too-many-requests-date', '/Property', 429, { 'Retry-After': 'Sat, 01 Aug 2026 12:00:02 GMT' }],
    ['too-many-requests-bare', '/$metadata', 429, { 'Retry-After': null }],
    ['unavailable', '/Property', 503, { 'Retry-After': '2' }],
    ['server-error', '/Lookup', 500, { 'Retry-After': null }],
    ['bad-gateway', '/Property', 502, { 'Content-Type': 'text/html' }],
    ['resource-error', '/OpenHouse?$top=1', 500, {}],
    ['resource-error', '/Property?$top=1', 200, {}],
    ['forbidden', '/Office', 403, {}],
    ['forbidden', '/Member', 200, {}],
    ['redirect', '/Property?$top=1', 302, { Location: 'ROOT/Property?$top=1&redirected=1' }],
    ['redirect', '/$metadata', 302, { Location: 'ROOT/$metadata?redirected=1' }],
    ['redirect', '/Property?$top=1&redirected=1', 200, { Location: null }],
    ['redirect-loop', '/Member', 302, { Location: 'ROOT/Member' }],
    ['foreign-redirect', '/Member', 302, { Location: 'http://localhost:PORT/Member' }],
    ['metadata-406', '/$metadata', 406, {}],
    ['metadata-406', '/$metadata?$format=application/xml', 200, {}],
  ])('%s: %s is answered with %i %j', async (fault, path, status, headers) => {
    const sandbox = await failing(fault);
    const answer = await ask(sandbox, path);
    const { port } = new URL(sandbox.url);
    const local = (text: string | null) => text?.replace('ROOT', sandbox.url).replace('PORT', port) ?? null;
    expect(answer.status).toBe(status);
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(local(value));
  });

  it('foreign-redirect leads to where the sandbox sees what is sent', async () => {
    const sandbox = await serving({ faults: ['foreign-redirect=1'], token: 't' });
    await fetch(`${sandbox.url}/Member`, { headers: { Authorization: 'Bearer t' } });
    const { port } = new URL(sandbox.url);
    expect(sandbox.requests.map(({ host, isAuthorised }) => [host, isAuthorised])).toEqual([
      [`127.0.0.1:${port}`, true],
      [`localhost:${port}`, false],
    ]);
  });
});

describe('answers that break off', () => {
  it.each([
    ['reset', 'fetch failed', 'ECONNRESET'],
    ['truncated-body', 'terminated', 'UND_ERR_SOCKET'],
  ])('%s: %s', async (fault, message, code) => {
    const sandbox = await failing(fault);
    const failure = await ask(sandbox, '/Property').catch(
      (error: Error & { cause?: { code?: string } }) => error,
    );
    expect(failure).toMatchObject({ message, cause: { code } });
  });

  it('cut-body leaves half of a gzip, or half of the JSON', async () => {
    const sandbox = await failing('cut-body');
    const head = 'GET /Property HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n';
    const raw = await rawRequest(sandbox.url, head);
    const zipped = raw.subarray(raw.indexOf('\r\n\r\n') + 4);
    expect(raw.toString('latin1')).toContain(`Content-Length: ${zipped.length}\r\n`);
    expect(() => gunzipSync(zipped)).toThrow('unexpected end of file');
    const plain = await ask(sandbox, '/Property', { 'Accept-Encoding': 'identity' });
    expect(Buffer.byteLength(plain.text)).toBe(Number(plain.headers.get('Content-Length')));
    expect(() => JSON.parse(plain.text)).toThrow(SyntaxError);
  });

  it('server-dies breaks off a request, and refuses those after it', async () => {
    const sandbox = await serving({ faults: ['server-dies=1/3'] });
    const code = (error: Error & { cause?: { code?: string } }) => error.cause?.code;
    const ends: unknown[] = [];
    for (let at = 0; at < 4; at++) {
      ends.push(await ask(sandbox, '/Member').then(({ status }) => status, code));
    }
    expect(ends).toEqual([200, 200, expect.stringMatching(/RESET|SOCKET/), 'ECONNREFUSED']);
  });

  it('unparsable-page breaks the pages that hold one record', async () => {
    const sandbox = await failing('unparsable-page');
    const page = async (skip: number) => (await ask(sandbox, `/Property?$top=10&$skip=${skip}`)).text;
    expect(JSON.parse(await page(30))).toHaveProperty('value');
    const broken = await page(40);
    expect(() => JSON.parse(broken)).toThrow(SyntaxError);
  });

  it('stalled-body says no more', async () => {
    const { url } = await failing('stalled-body');
    const response = await fetch(`${url}/Property`, { signal: AbortSignal.timeout(300) });
    await expect(response.text()).rejects.toThrow('aborted due to timeout');
  });

  it('slow-body takes its time, and comes whole', async () => {
    const { url } = await failing('slow-body');
    const begun = performance.now();
    const { value } = (await (await fetch(`${url}/Member`)).json()) as { value: unknown[] };
    expect(value).toHaveLength(8);
    expect(performance.now() - begun).toBeGreaterThan(1500);
  });
});

describe('answers that are not what they should be', () => {
  const seen: readonly [string, string, (answer: Answer) => void][] = [
    [
      'html-page',
      '/Property',
      ({ status, text }) => expect([status, text]).toEqual([200, '<html>Sign in</html>']),
    ],
    [
      'wrong-content-type',
      '/Property',
      ({ headers }) => expect(headers.get('Content-Type')).toBe('text/plain'),
    ],
    ['no-odata-version', '/Property', ({ headers }) => expect(headers.get('OData-Version')).toBeNull()],
    [
      'metadata-content-type',
      '/$metadata',
      ({ headers }) => expect(headers.get('Content-Type')).toBe('text/plain'),
    ],
    [
      'metadata-no-odata-version',
      '/$metadata',
      ({ headers }) => expect(headers.get('OData-Version')).toBeNull(),
    ],
    ['metadata-malformed', '/$metadata', ({ text }) => expect(text).not.toContain('</edmx:Edmx>')],
    [
      'metadata-html',
      '/$metadata',
      ({ status, text }) => expect([status, text.slice(0, 9)]).toEqual([200, '<!DOCTYPE']),
    ],
    ['metadata-too-large', '/$metadata', ({ text }) => expect(text.length).toBeGreaterThan(64 * 1024 * 1024)],
    [
      'service-document-mismatch',
      '/',
      ({ text }) => expect(text.match(/Ghost|"Office"/g)).toEqual(['Ghost', 'Ghost']),
    ],
  ];

  it.each(seen)('%s', async (fault, path, look) => {
    expect(FAULTS.has(fault)).toBe(true);
    look(await ask(await failing(fault), path));
  });

  it('leave the other answers alone', async () => {
    const sandbox = await failing('no-odata-version');
    expect((await ask(sandbox, '/$metadata')).headers.get('OData-Version')).toBe('4.0');
    expect((await json(sandbox, '/Member')).value).toHaveLength(8);
  });
});

describe('faults of authentication', () => {
  const credentials = { grant_type: 'client_credentials', client_id: 'me', client_secret: 'it' };
  const withClient = (...faults: string[]) => serving({ clientId: 'me', clientSecret: 'it', faults });
  const tokenFrom = (url: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(body), headers });

  it('token-expires ends a token in the middle; the next one is good', async () => {
    const sandbox = await withClient('token-expires=1/3');
    const next = async () =>
      (await (await tokenFrom(sandbox.url, credentials)).json()) as { access_token: string };
    const first = { Authorization: `Bearer ${(await next()).access_token}` };
    const statuses: number[] = [];
    for (let at = 0; at < 4; at++) statuses.push((await ask(sandbox, '/Member', first)).status);
    expect(statuses).toEqual([200, 200, 401, 401]);
    const second = { Authorization: `Bearer ${(await next()).access_token}` };
    expect((await ask(sandbox, '/Member', second)).status).toBe(200);
  });

  it('token-always-refused refuses a good token', async () => {
    const sandbox = await serving({ token: 't', faults: ['token-always-refused'] });
    expect((await ask(sandbox, '/', { Authorization: 'Bearer t' })).status).toBe(401);
  });

  it('token-endpoint-error answers 500', async () => {
    const { url } = await withClient('token-endpoint-error');
    expect((await tokenFrom(url, credentials)).status).toBe(500);
  });

  it('token-endpoint-refuses-basic takes the body only', async () => {
    const { url } = await withClient('token-endpoint-refuses-basic');
    const basic = { Authorization: `Basic ${Buffer.from('me:it').toString('base64')}` };
    const refused = await tokenFrom(url, { grant_type: 'client_credentials' }, basic);
    expect([refused.status, await refused.json()]).toEqual([401, { error: 'invalid_client' }]);
    expect((await tokenFrom(url, credentials)).status).toBe(200);
  });

  it('token-without-expiry leaves expires_in out', async () => {
    const { url } = await withClient('token-without-expiry');
    expect(Object.keys((await (await tokenFrom(url, credentials)).json()) as object)).toEqual([
      'access_token',
      'token_type',
    ]);
  });
});
