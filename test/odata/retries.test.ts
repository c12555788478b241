import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { clientFor, failed, responded, textOf } from './client-for.js';
import { answer, hangUp, json, type Responder, serve } from './local-server.js';

const BACKOFF = [500, 1000, 2000, 4000, 8000];
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const truncated: Responder = (response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('half');
  void setTimeout(10).then(() => response.socket?.destroy());
};

describe('an answer that is final', () => {
  it.each([200, 204, 300, 304, 400, 403, 404, 406, 410, 418, 501])(
    'of status %i is taken',
    async (status) => {
      const server = await serve(answer(status));
      const { client, time } = clientFor(server.origin);
      expect(responded(await client.get('Property')).status).toBe(status);
      expect(server.seen).toHaveLength(1);
      expect(time.waits).toEqual([]);
    },
  );
});

describe('a fault that may pass', () => {
  const faults: readonly (readonly [string, Responder, string, number | undefined])[] = [
    ['500', answer(500), 'server error', 500],
    ['502', answer(502), 'server error', 502],
    ['504', answer(504), 'server error', 504],
    ['a connection reset', hangUp, 'reset', undefined],
    ['a truncated body', truncated, 'truncated', 200],
    ['a body that the caller does not accept', answer(200, '<html>'), 'invalid body', 200],
  ];
  const accept = (response: { body: Uint8Array }) =>
    Buffer.from(response.body).toString('utf8').startsWith('<') ? 'it is no JSON' : undefined;

  it.each(faults)('%s is retried until it passes', async (_what, fault, reason) => {
    const server = await serve(fault, fault, json({ value: [] }));
    const { client, time, events } = clientFor(server.origin);
    expect(textOf(await client.get('Property', { accept }))).toBe('{"value":[]}');
    expect(time.waits).toEqual(BACKOFF.slice(0, 2));
    expect(events).toMatchObject([
      { type: 'retrying', reason, retry: 1, waitMs: 500 },
      { type: 'retrying', reason, retry: 2, waitMs: 1000 },
    ]);
  });

  it.each(faults)('%s that stays is a failure after five retries', async (_what, fault, reason, status) => {
    const server = await serve(fault);
    const { client, time, log } = clientFor(server.origin);
    const failure = failed(await client.get('Property', { accept }));
    expect(failure).toMatchObject({ reason, ...(status === undefined ? {} : { status }) });
    expect(failure.message).toMatch(/^GET http:\S+\/odata\/Property failed: .+, 6 times\. [A-Z].+\.$/);
    expect(time.waits).toEqual(BACKOFF);
    expect(server.seen).toHaveLength(6);
    expect(log.find(failure.exchange)?.failure).toBeDefined();
  });

  it('is retried sooner or later by chance', async () => {
    for (const [random, wait] of [
      [0, 375],
      [0.999, 624.75],
    ] as const) {
      const server = await serve(hangUp, json({}));
      const { client, time } = clientFor(server.origin);
      Object.assign(time, { random: () => random });
      await client.get('Property');
      expect(time.waits).toEqual([wait]);
    }
  });

  it('a refused connection is retried, and two in succession mean that the server is gone', async () => {
    const server = await serve(json({}));
    await server.close();
    const { client, time } = clientFor(server.origin);
    expect(failed(await client.get('Property')).reason).toBe('refused');
    expect(time.waits).toEqual(BACKOFF);
    expect(client.isGone()).toBe(false);
    await client.get('Member');
    expect(client.isGone()).toBe(true);
    expect(client.isGone(server.origin)).toBe(true);
    expect(client.isGone('http://127.0.0.1:1')).toBe(false);
  });

  it('a host name that does not exist is not retried', async () => {
    const { client, time } = clientFor('http://does-not-exist.invalid');
    expect(failed(await client.get('Property')).reason).toBe('dns');
    expect(time.waits).toEqual([]);
  });
});

describe('429 and 503', () => {
  const date = 'Thu, 01 Jan 2026 00:01:30 GMT';

  it.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7 * SECOND],
    ['a date', { 'retry-after': date }, 90 * SECOND],
    [
      'a date, by the time of the server',
      { 'retry-after': date, date: 'Thu, 01 Jan 2026 00:01:00 GMT' },
      30 * SECOND,
    ],
    ['nothing', {}, 30 * SECOND],
    ['garbage', { 'retry-after': 'soon' }, 30 * SECOND],
    ['a negative number', { 'retry-after': '-5' }, 30 * SECOND],
    ['zero', { 'retry-after': '0' }, SECOND],
    ['a date that has passed', { 'retry-after': 'Wed, 31 Dec 2025 23:00:00 GMT' }, SECOND],
  ])('with Retry-After of %s', async (_what, headers, wait) => {
    for (const status of [429, 503]) {
      const server = await serve(answer(status, '', headers), json({}));
      const { client, time, events } = clientFor(server.origin);
      expect(responded(await client.get('Property')).status).toBe(200);
      expect(time.waits).toEqual([wait]);
      expect(events).toMatchObject([{ type: 'rate limited', status, waitMs: wait, origin: server.origin }]);
    }
  });

  it('without Retry-After wait longer each time, up to an hour in all', async () => {
    const server = await serve(answer(429));
    const { client, time } = clientFor(server.origin);
    const failure = failed(await client.get('Property'));
    expect(failure).toMatchObject({ reason: 'rate limited', status: 429 });
    expect(time.waits.map((wait) => wait / SECOND)).toEqual([30, 60, 120, 240, 480, 960, 1710]);
    expect(failure.message).toContain('after a wait of 3600 s');
  });

  it('are given up at once when asked to wait longer than is allowed', async () => {
    const server = await serve(answer(429, '', { 'retry-after': '7200' }));
    const { client, time } = clientFor(server.origin);
    const failure = failed(await client.get('Property'));
    expect(failure.message).toContain('asks to wait 7200 s');
    expect(time.waits).toEqual([]);
  });

  it('never go on for ever, whatever Retry-After says', async () => {
    const server = await serve(answer(429, '', { 'retry-after': '0' }));
    const { client, time } = clientFor(server.origin, { limits: { rateLimitWaitMs: 20 * SECOND } });
    expect(failed(await client.get('Property')).reason).toBe('rate limited');
    expect(time.waits).toEqual(Array(20).fill(SECOND));
  });

  it('that have used up the wait fail the next request at once, until the server answers again', async () => {
    const limited = answer(429, '', { 'retry-after': '50' });
    const server = await serve(limited, limited, limited, json({}), limited, json({}));
    const { client, time } = clientFor(server.origin, { limits: { rateLimitWaitMs: MINUTE } });
    expect(failed(await client.get('Property')).reason).toBe('rate limited');
    expect(time.waits).toEqual([50 * SECOND]);
    expect(failed(await client.get('Member')).reason).toBe('rate limited');
    expect(responded(await client.get('Office')).status).toBe(200);
    expect(responded(await client.get('Media')).status).toBe(200);
    expect(time.waits).toEqual([50 * SECOND, 50 * SECOND]);
  });

  it('met by many requests at once are one wait', async () => {
    const limited = answer(429);
    const server = await serve(limited, limited, limited, json({}));
    const { client, time, events } = clientFor(server.origin, { concurrency: 3 });
    // Here a wait has to take some time, so that all three answers are in before the first one is over.
    Object.assign(time, { sleep: (ms: number) => setTimeout(100).then(() => time.pass(ms)) });
    const answers = await Promise.all(['A', 'B', 'C'].map((path) => client.get(path)));
    expect(answers.map((one) => responded(one).status)).toEqual([200, 200, 200]);
    expect(events).toHaveLength(1);
  });
});
