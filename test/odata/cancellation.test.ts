import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { InterruptedError } from '../../src/odata/interrupted-error.js';
import { Politeness } from '../../src/odata/politeness.js';
import { sleep } from '../../src/odata/sleep.js';
import { clientFor } from './client-for.js';
import { answer, hangUp, json, listen, type Responder, serve, silence } from './local-server.js';

const halfABody: Responder = (response) => {
  response.writeHead(200, { 'content-length': '10' });
  response.write('half');
};

describe('an interrupt ends', () => {
  it.each<[string, Responder]>([
    ['the wait for an answer', silence],
    ['the wait for a body', halfABody],
    ['the wait before a retry', hangUp],
    ['the wait that a server asks for', answer(429, '', { 'retry-after': '60' })],
  ])('%s', async (_what, responder) => {
    const server = await serve(responder);
    const { client, time, stop } = clientFor(server.origin);
    Object.assign(time, { sleep });
    const answering = client.get('Property');
    const outcome = expect(answering).rejects.toBeInstanceOf(InterruptedError);
    await setTimeout(50);
    stop.abort();
    await outcome;
  });

  it('the pause between requests, and those in the queue', async () => {
    const server = await serve(json({}));
    const politeness = new Politeness(60_000, { clock: () => performance.now(), sleep });
    const { client, stop } = clientFor(server.origin, { politeness });
    await client.get('A');
    const outcomes = ['B', 'C', 'D'].map((path) =>
      expect(client.get(path)).rejects.toBeInstanceOf(InterruptedError),
    );
    await setTimeout(50);
    stop.abort();
    await Promise.all(outcomes);
    expect(server.seen).toHaveLength(1);
  });

  it('what comes after it', async () => {
    const server = await serve(json({}));
    const { client, stop } = clientFor(server.origin);
    stop.abort();
    await expect(client.get('A')).rejects.toBeInstanceOf(InterruptedError);
    expect(server.seen).toEqual([]);
  });
});

it('a client that is closed leaves no connection open', async () => {
  const open = new Set<unknown>();
  const server = await listen((_request, response) => {
    const { socket } = response;
    open.add(socket);
    socket?.once('close', () => open.delete(socket));
    response.end();
  });
  const { client } = clientFor(server.origin);
  await client.get('A');
  expect(open.size).toBe(1);
  await client.close();
  await setTimeout(50);
  expect(open.size).toBe(0);
});
