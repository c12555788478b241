import { describe, expect, it } from 'vitest';
import { Politeness } from '../../src/odata/politeness.js';
import { parseRetryAfter } from '../../src/odata/retry-after.js';
import { clientFor } from './client-for.js';
import { FakeTime } from './fake-time.js';
import { json, serve } from './local-server.js';

const ONE = 'https://one.example';
const OTHER = 'https://other.example';
const signal = new AbortController().signal;

describe('the pause between requests', () => {
  it('lies between the end of one and the start of the next', async () => {
    const time = new FakeTime();
    const politeness = new Politeness(1000, time);
    await politeness.turn(ONE, signal);
    expect(time.waits).toEqual([]);
    time.pass(300);
    politeness.ended(ONE);
    time.pass(200);
    await politeness.turn(ONE, signal);
    expect(time.waits).toEqual([800]);
  });

  it('is not needed when there was one', async () => {
    const time = new FakeTime();
    const politeness = new Politeness(1000, time);
    await politeness.turn(ONE, signal);
    politeness.ended(ONE);
    time.pass(1000);
    await politeness.turn(ONE, signal);
    expect(time.waits).toEqual([]);
  });

  it('lets those who wait leave one by one', async () => {
    const time = new FakeTime();
    const politeness = new Politeness(1000, { ...time, clock: () => 0, sleep: time.sleep });
    await Promise.all([1, 2, 3].map(() => politeness.turn(ONE, signal)));
    expect(time.waits).toEqual([1000, 2000]);
  });

  it('holds for each origin by itself', async () => {
    const time = new FakeTime();
    const politeness = new Politeness(1000, time);
    await politeness.turn(ONE, signal);
    await politeness.turn(OTHER, signal);
    expect(time.waits).toEqual([]);
  });

  it('holds for all clients of a run on one origin', async () => {
    const server = await serve(json({}));
    const time = new FakeTime();
    const politeness = new Politeness(1000, time);
    const clients = [1, 2, 3].map(() => clientFor(server.origin, { politeness, time }).client);
    for (const client of clients) await client.get('Property');
    expect(time.waits).toEqual([1000, 1000]);
  });
});

describe('an origin that asked for patience', () => {
  it('holds back everyone, those in the queue too', async () => {
    const time = new FakeTime();
    const politeness = new Politeness(0, time);
    expect(politeness.hold(ONE, 5000)).toBe(5000);
    expect(politeness.hold(ONE, 3000)).toBe(0);
    expect(politeness.hold(ONE, 6000)).toBe(1000);
    expect(politeness.remainingHold(ONE)).toBe(6000);
    await politeness.turn(ONE, signal);
    await politeness.turn(OTHER, signal);
    expect(time.waits).toEqual([6000]);
    expect(politeness.heldMs(ONE)).toBe(6000);
    politeness.answered(ONE);
    expect(politeness.heldMs(ONE)).toBe(0);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-01-01T00:00:00Z');

  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 5 ', 5000],
    ['1.5', 1500],
    ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
    ['Thursday, 01-Jan-26 00:00:10 GMT', 10_000],
    ['Thu Jan  1 00:00:10 2026', 10_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['-1', undefined],
    ['1e9', undefined],
    ['soon', undefined],
    ['Thu, 99 Jan 2026 00:00:10 GMT', undefined],
    ['2026-01-01T00:00:10Z', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j means %j ms', (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });
});
