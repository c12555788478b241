import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchRows } from '../../src/odata/fetch-rows.js';
import { clientFor } from './client-for.js';
import { type Responder, serve } from './local-server.js';

/** A server with so many rows, at most `limit` a page; a larger $top is answered as `refusal` says, or with less. */
function rowsServer(
  count: number,
  { limit = count, refuses = false, loops = false, numbers = false } = {},
): Responder {
  return (response, { url }) => {
    const query = new URL(url, 'http://x').searchParams;
    const [top, skip] = [Number(query.get('$top')), loops ? 0 : Number(query.get('$skip'))];
    if (refuses && top > limit) return answer(response, { error: { code: 'x', message: 'too much' } }, 400);
    const keys = Array.from({ length: count }, (_, at) => (numbers ? at : `key-${at}`));
    return answer(response, { value: keys.slice(skip, skip + Math.min(top, limit)).map((Key) => ({ Key })) });
  };
}

function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function fetchFrom(responder: Responder, pageSize = 1000) {
  const { origin, seen } = await serve(responder);
  const { client } = clientFor(origin);
  const { rows, total, repeatedKeys, failure } = await fetchRows(client, {
    entitySet: 'Lookup',
    key: 'Key',
    pageSize,
  });
  return {
    rows: rows.length,
    total,
    repeatedKeys,
    failure: failure?.message,
    asked: seen.map(({ url }) => url),
  };
}

const path = (top: number, skip: number) => `/odata/Lookup?$top=${top}&$skip=${skip}`;

describe('fetchRows', () => {
  it('advances by what came, and stops on an empty page', async () => {
    expect(await fetchFrom(rowsServer(250, { limit: 100 }))).toEqual({
      rows: 250,
      total: 250,
      repeatedKeys: [],
      failure: undefined,
      asked: [path(1000, 0), path(1000, 100), path(1000, 200), path(1000, 250)],
    });
  });

  it('asks for less where a server refuses more', async () => {
    const { rows, failure, asked } = await fetchFrom(rowsServer(150, { limit: 100, refuses: true }));
    expect([rows, failure]).toEqual([150, undefined]);
    expect(asked).toEqual([path(1000, 0), path(100, 0), path(100, 100), path(100, 150)]);
  });

  it('gives up on a server that goes round in circles', async () => {
    const { rows, total, repeatedKeys, failure } = await fetchFrom(rowsServer(2, { loops: true }));
    expect([rows, total, repeatedKeys]).toEqual([2, 8, ['key-0', 'key-1']]);
    expect(failure).toContain('round in circles');
  });

  it('tells rows apart by numbers too', async () => {
    const { repeatedKeys } = await fetchFrom(rowsServer(1, { loops: true, numbers: true }));
    expect(repeatedKeys).toEqual(['0']);
  });

  it.each<[string, Responder, RegExp]>([
    ['an error', (response) => answer(response, {}, 404), /status 404/],
    ['no list', (response) => answer(response, { value: {} }), /no JSON with a list "value"/],
    ['no JSON', (response) => response.end('<html>'), /no JSON with a list "value"/],
  ])('says why rows did not come: %s', async (_what, responder, message) => {
    expect((await fetchFrom(responder)).failure).toMatch(message);
  });
});
