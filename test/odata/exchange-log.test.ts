import { describe, expect, it } from 'vitest';
import { REDACTED, Redactor } from '../../src/core/redaction.js';
import { type ExchangeEntry, ExchangeLog } from '../../src/odata/exchange-log.js';
import { toHar } from '../../src/odata/har.js';
import { clientFor, TOKEN } from './client-for.js';
import { answer, hangUp, json, serve } from './local-server.js';

const SECRET = 'planted secret/4711';
const TOOL = { name: 'reso-certify', version: '1.2.3' };

function entry(id: string, more: Partial<ExchangeEntry> = {}): ExchangeEntry {
  return {
    id,
    method: 'GET',
    url: 'https://example.com/odata/Property?$top=1&key=a%20b',
    requestHeaders: { accept: 'application/json', authorization: 'Bearer unknown' },
    status: 200,
    statusText: 'OK',
    responseHeaders: { 'content-type': 'application/json', 'set-cookie': ['a=b', 'c=d'] },
    startedAt: new Date(0),
    timings: { connect: 1, wait: 2, receive: 3, total: 6 },
    wireBytes: 10,
    decodedBytes: 20,
    body: Buffer.from('{"value":[]}'),
    ...more,
  };
}

function logOf(count: number, capacity: object, more: Partial<ExchangeEntry> = {}): ExchangeLog {
  const log = new ExchangeLog(new Redactor([SECRET]), capacity);
  for (let n = 1; n <= count; n += 1) log.record(entry(log.newId(), more));
  return log;
}

const FAILURE = { failure: { reason: 'status', message: 'the server answered 404' }, status: 404 } as const;

describe('an exchange in the log', () => {
  it('keeps what can be shown', () => {
    const [exchange] = logOf(1, {}).exchanges;
    expect(exchange).toEqual({
      id: 'exchange-1',
      method: 'GET',
      url: 'https://example.com/odata/Property?$top=1&key=a%20b',
      requestHeaders: [
        { name: 'accept', value: 'application/json' },
        { name: 'authorization', value: REDACTED },
      ],
      status: 200,
      statusText: 'OK',
      responseHeaders: [
        { name: 'content-type', value: 'application/json' },
        { name: 'set-cookie', value: REDACTED },
        { name: 'set-cookie', value: REDACTED },
      ],
      startedAt: '1970-01-01T00:00:00.000Z',
      timings: { connect: 1, wait: 2, receive: 3, total: 6 },
      wireBytes: 10,
      decodedBytes: 20,
    });
  });

  it('holds no secret, wherever it was echoed', () => {
    const [exchange] = logOf(
      1,
      {},
      {
        url: `https://example.com/${encodeURIComponent(SECRET)}?token=x`,
        statusText: SECRET,
        responseHeaders: { 'www-authenticate': `Bearer error="${SECRET}"`, [SECRET]: 'x' },
        body: Buffer.from(JSON.stringify({ error: `${SECRET} is wrong` })),
        failure: { reason: 'status', message: `it said ${SECRET}` },
      },
    ).exchanges;
    const text = JSON.stringify(exchange);
    for (const form of [SECRET, encodeURIComponent(SECRET), 'planted', '4711'])
      expect(text).not.toContain(form);
    expect(exchange?.bodySample).toBe(`{"error":"${REDACTED} is wrong"}`);
  });

  it('has a sample of the body when it failed, no longer than is set', () => {
    const body = Buffer.from('x'.repeat(1000));
    expect(logOf(1, { sample: 10 }, { body, ...FAILURE }).exchanges[0]?.bodySample).toBe('x'.repeat(10));
    expect(logOf(1, { sample: 10 }, { body }).exchanges[0]?.bodySample).toBeUndefined();
  });
});

describe('a log', () => {
  it('keeps the latest exchanges, those before without headers, and counts the rest', () => {
    const log = logOf(10, { recent: 2, earlier: 3 });
    expect(log.exchanges.map(({ id }) => id)).toEqual([1, 2, 3, 9, 10].map((n) => `exchange-${n}`));
    expect(log.exchanges.map(({ responseHeaders }) => responseHeaders?.length ?? 0)).toEqual([0, 0, 0, 3, 3]);
    expect(log.counts).toEqual({
      exchanges: 10,
      failures: 0,
      wireBytes: 100,
      decodedBytes: 200,
      forgotten: 5,
    });
    expect(log.find('exchange-5')).toBeUndefined();
  });

  it('keeps failures through any number of successes, up to their own limit', () => {
    const log = logOf(3, { failures: 2, recent: 2, earlier: 0 }, FAILURE);
    for (let n = 0; n < 10; n += 1) log.record(entry(log.newId()));
    expect(log.exchanges.map(({ id }) => id)).toEqual([1, 2, 12, 13].map((n) => `exchange-${n}`));
    expect(log.counts).toMatchObject({ exchanges: 13, failures: 3, forgotten: 9 });
  });
});

describe('a HAR', () => {
  it('has what version 1.2 asks for, and no secret', async () => {
    const server = await serve(
      answer(404, `{"error":"${TOKEN}"}`, { 'content-type': 'application/json' }),
      json({ value: [] }),
      hangUp,
    );
    const { client, log } = clientFor(server.origin);
    await client.get(`Property?$top=1&$filter=a eq 'b'&token=${TOKEN}&flag`);
    await client.get('Member');
    await client.get('Office');
    const text = JSON.stringify(toHar(log, TOOL));
    expect(text).not.toContain(TOKEN);
    const har = JSON.parse(text);
    expect(har.log).toMatchObject({ version: '1.2', creator: TOOL, pages: [] });
    expect(har.log.entries).toHaveLength(8);
    expect(har.log.entries[0]).toEqual({
      _exchange: 'exchange-1',
      _error: 'the server answered 404 Not Found',
      startedDateTime: '2026-01-01T00:00:00.000Z',
      time: 0,
      cache: {},
      timings: { blocked: -1, dns: -1, connect: 0, send: 0, wait: 0, receive: 0, ssl: -1 },
      request: {
        method: 'GET',
        url: `${server.origin}/odata/Property?$top=1&$filter=a%20eq%20%27b%27&token=${REDACTED}&flag`,
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: expect.arrayContaining([{ name: 'authorization', value: REDACTED }]),
        queryString: [
          { name: '$top', value: '1' },
          { name: '$filter', value: 'a%20eq%20%27b%27' },
          { name: 'token', value: REDACTED },
          { name: 'flag', value: '' },
        ],
        headersSize: -1,
        bodySize: 0,
      },
      response: {
        status: 404,
        statusText: 'Not Found',
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: expect.arrayContaining([{ name: 'content-type', value: 'application/json' }]),
        content: {
          size: 30,
          compression: 0,
          mimeType: 'application/json',
          text: `{"error":"${REDACTED}"}`,
          comment: 'The beginning of the body.',
        },
        redirectURL: '',
        headersSize: -1,
        bodySize: 30,
      },
    });
    expect(har.log.entries[2]).toMatchObject({
      _error: expect.stringContaining('broke off'),
      response: { status: 0, bodySize: -1, content: { size: 0 } },
    });
  });

  it('says how much it leaves out', () => {
    expect(toHar(logOf(5, { recent: 1, earlier: 1 }), TOOL)).toMatchObject({
      log: { comment: '3 exchanges are left out.' },
    });
  });
});
