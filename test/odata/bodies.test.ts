import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { HttpLimits } from '../../src/odata/http-limits.js';
import { clientFor, failed, responded, textOf } from './client-for.js';
import { answer, json, type Responder, serve, silence } from './local-server.js';

const TEXT = JSON.stringify({ value: Array.from({ length: 500 }, (_none, n) => ({ ListingKey: `K${n}` })) });
const ZEROS = Buffer.alloc(50 * 2 ** 20);
const LIMIT = 2 ** 20;

function encoded(encoding: string, body: Buffer): Responder {
  return answer(200, body, { 'content-encoding': encoding });
}

/** Sends parts with pauses between, and never ends. */
function trickle(everyMs: number): Responder {
  return (response) => {
    response.flushHeaders();
    const timer = setInterval(() => response.write('x'), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

describe('a compressed body', () => {
  it.each<[string, Buffer]>([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['GZIP', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
    ['', Buffer.from(TEXT)],
    ['deflate, gzip', gzipSync(deflateSync(TEXT))],
    ['deflate, br', brotliCompressSync(deflateRawSync(TEXT))],
  ])('as %j is decoded', async (encoding, body) => {
    const server = await serve(encoded(encoding, body));
    const { client, log } = clientFor(server.origin);
    const response = await client.get('Property');
    expect(textOf(response)).toBe(TEXT);
    expect(responded(response).wireBytes).toBe(body.length);
    expect(log.find(response.exchange)).toMatchObject({ wireBytes: body.length, decodedBytes: TEXT.length });
    expect(server.seen[0]?.headers['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('of no bytes is an empty body', async () => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const server = await serve(encoded(encoding, Buffer.alloc(0)));
      expect(textOf(await clientFor(server.origin).client.get('Property'))).toBe('');
    }
  });

  it.each<[string, Buffer, string, number]>([
    ['gzip', gzipSync(TEXT).subarray(0, 100), 'truncated', 6],
    ['deflate', deflateSync(TEXT).subarray(0, 100), 'truncated', 6],
    ['br', brotliCompressSync(TEXT).subarray(0, 60), 'truncated', 6],
    ['gzip', Buffer.from('this is no gzip at all'), 'bad encoding', 6],
    ['br', Buffer.from('\xff\xff this is no brotli at all', 'latin1'), 'bad encoding', 6],
    ['deflate', Buffer.from('\xff\xff\xff\xff\xff\xff', 'latin1'), 'bad encoding', 6],
    ['zstd', Buffer.from(TEXT), 'bad encoding', 1],
    ['gzip, gzip, gzip, gzip', Buffer.from(TEXT), 'bad encoding', 1],
  ])('as %j that is %j ends as %s', async (encoding, body, reason, tries) => {
    const server = await serve(encoded(encoding, body));
    expect(failed(await clientFor(server.origin).client.get('Property')).reason).toBe(reason);
    expect(server.seen).toHaveLength(tries);
  });
});

describe('a body that is too large', () => {
  it.each<[string, string, Buffer]>([
    ['plain', 'identity', Buffer.alloc(LIMIT + 1)],
    ['a gzip bomb', 'gzip', gzipSync(ZEROS)],
    ['a deflate bomb', 'deflate', deflateSync(ZEROS)],
    ['a raw deflate bomb', 'deflate', deflateRawSync(ZEROS)],
    ['a brotli bomb', 'br', brotliCompressSync(ZEROS)],
    ['a bomb in a bomb', 'gzip, gzip', gzipSync(gzipSync(ZEROS))],
  ])('%s is refused while it comes in, and not asked for again', async (_what, encoding, body) => {
    const server = await serve(encoded(encoding, body));
    const { client, log } = clientFor(server.origin, { limits: { bodyBytes: LIMIT } });
    const failure = failed(await client.get('Property'));
    expect(failure.reason).toBe('too large');
    expect(failure.message).toContain(`larger than ${LIMIT} bytes`);
    expect(server.seen).toHaveLength(1);
    expect(log.find(failure.exchange)?.decodedBytes).toBeLessThan(LIMIT + 10 * 2 ** 20);
  });

  it('is refused although it never ends', async () => {
    const endless: Responder = (response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    const server = await serve(endless);
    const { client } = clientFor(server.origin, { limits: { bodyBytes: LIMIT } });
    expect(failed(await client.get('Property')).reason).toBe('too large');
  });

  it('just fits', async () => {
    const server = await serve(answer(200, Buffer.alloc(LIMIT)));
    const { client } = clientFor(server.origin, { limits: { bodyBytes: LIMIT } });
    expect(responded(await client.get('Property')).body).toHaveLength(LIMIT);
  });
});

describe('headers', () => {
  it('that are too large are refused', async () => {
    const server = await serve(answer(200, '', { 'x-long': 'x'.repeat(5000) }));
    const { client } = clientFor(server.origin, { limits: { headerBytes: 2000 } });
    expect(failed(await client.get('Property')).reason).toBe('too large');
    expect(server.seen).toHaveLength(1);
  });

  it('are found by their names in lower case, and a hostile name is a name', async () => {
    const server = await serve((response) => {
      response.setHeader('OData-Version', '4.01');
      response.setHeader('Vary', ['a', 'b']);
      response.setHeader('__proto__', 'polluted');
      response.end();
    });
    const { headers } = responded(await clientFor(server.origin).client.get('Property'));
    expect(headers['odata-version']).toBe('4.01');
    expect(headers['vary']).toBe('a, b');
    expect(Object.entries(headers)).toContainEqual(['__proto__', 'polluted']);
    expect(headers['tostring']).toBeUndefined();
    expect(Object.getPrototypeOf(headers)).toBeNull();
  });
});

describe('a server that is slow', () => {
  it.each<[string, Responder, Partial<HttpLimits>]>([
    ['with its answer', silence, { headersMs: 50 }],
    ['with its body', trickle(100_000), { bodyIdleMs: 50 }],
    ['all along', trickle(20), { exchangeMs: 200 }],
  ])('%s is asked again', async (_what, slow, limits) => {
    const server = await serve(slow, json({}));
    const { client, events } = clientFor(server.origin, { limits });
    expect(responded(await client.get('Property')).status).toBe(200);
    expect(events).toMatchObject([{ type: 'retrying', reason: 'timeout' }]);
  });

  it('each time is a failure', async () => {
    const server = await serve(trickle(20));
    const { client, log } = clientFor(server.origin, { limits: { exchangeMs: 100 } });
    const failure = failed(await client.get('Property'));
    expect(failure).toMatchObject({ reason: 'timeout', status: 200 });
    expect(server.seen).toHaveLength(6);
    expect(log.find(failure.exchange)?.bodySample).toMatch(/^x+$/);
  });
});

it('an answer that is no HTTP is a failure', async () => {
  const server = await serve((response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'));
  expect(failed(await clientFor(server.origin).client.get('Property')).reason).toBe('protocol');
});

it('requests say who asks, with the token, on connections that are kept', async () => {
  const ports = new Set<number | undefined>();
  const server = await serve((response) => {
    ports.add(response.socket?.remotePort);
    response.end();
  });
  const { client } = clientFor(server.origin);
  for (const path of [
    '',
    '$metadata',
    'Property?$top=1&$filter=ListPrice ge 1',
    '/other',
    `${server.origin}/x?y`,
  ]) {
    await client.get(path, { headers: { Accept: 'application/json', Authorization: 'Bearer mine' } });
  }
  expect(server.seen.map(({ url }) => url)).toEqual([
    '/odata/',
    '/odata/$metadata',
    '/odata/Property?$top=1&$filter=ListPrice%20ge%201',
    '/other',
    '/x?y',
  ]);
  expect(server.seen[0]?.headers).toMatchObject({
    'user-agent': 'reso-certify/1.2.3',
    authorization: 'Bearer planted-token-4711',
    accept: 'application/json',
  });
  expect(ports.size).toBe(1);
});
