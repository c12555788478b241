import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/core/errors.js';
import { parseFault } from '../../src/sandbox/faults/planted-fault.js';
import { parseRate, strikes } from '../../src/sandbox/faults/rate.js';
import { FAULTS, listFaults } from '../../src/sandbox/faults/registry.js';
import { ask, serving } from './serving.js';

const TESTS = [
  'http-faults',
  'page-faults',
  'record-faults',
  'lookup-faults',
  'timestamp-faults',
  'notations',
].map((name) => readFileSync(resolve(import.meta.dirname, `${name}.test.ts`), 'utf8'));

describe('the faults', () => {
  it.each([...FAULTS.values()].map((fault) => [fault.name, fault] as const))(
    '%s is complete',
    (name, fault) => {
      expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(fault.what.length).toBeGreaterThan(2);
      expect(parseRate(fault.rate)).toBeDefined();
      const { request, reply, page, record, rows, metadata, hides, shufflesTies, sendsNumbersAsTexts } =
        fault;
      expect(
        [request, reply, page, record, rows, metadata, hides, shufflesTies, sendsNumbersAsTexts].some(
          (hook) => hook !== undefined,
        ),
      ).toBe(true);
      expect(TESTS.some((text) => text.includes(`'${name}`))).toBe(true);
    },
  );

  it('are listed one a line', () => {
    expect(listFaults().trimEnd().split('\n')).toHaveLength(FAULTS.size);
    expect(listFaults()).toMatch(/^too-many-requests +1\/10 +429 with Retry-After in seconds$/m);
  });
});

describe('rates', () => {
  const striking = (text: string) => {
    const rate = parseRate(text);
    if (rate === undefined) return 'none';
    return [0, 1, 2, 3, 4, 5].filter((occasion) => strikes(rate, occasion, 7));
  };

  it.each<[string, readonly number[] | 'none']>([
    ['all', [0, 1, 2, 3, 4, 5]],
    ['1.0', [0, 1, 2, 3, 4, 5]],
    ['0.0', []],
    ['0', []],
    ['1', [0]],
    ['3', [0, 1, 2]],
    ['1/1', [0, 1, 2, 3, 4, 5]],
    ['1/3', [2, 5]],
    ['1/10', []],
    ['', 'none'],
    ['2/3', 'none'],
    ['1/0', 'none'],
    ['1.5', 'none'],
    ['-1', 'none'],
    ['often', 'none'],
  ])('"%s" strikes on %j of six occasions', (text, occasions) => {
    expect(striking(text)).toEqual(occasions);
  });

  it('as shares are drawn by the seed', () => {
    const rate = { kind: 'share', share: 0.2 } as const;
    const drawn = (seed: number) => Array.from({ length: 1000 }, (_, at) => strikes(rate, at, seed));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(1).filter(Boolean).length).toBeGreaterThan(150);
    expect(drawn(1).filter(Boolean).length).toBeLessThan(250);
  });

  it('count the requests that a fault is about', async () => {
    const sandbox = await serving({ faults: ['server-error=2', 'lookup-count-refused=1'] });
    const statuses: number[] = [];
    for (const path of [
      '/',
      '/$metadata',
      '/Property',
      '/Lookup',
      '/Lookup?$count=true',
      '/Lookup?$count=true',
    ])
      statuses.push((await ask(sandbox, path)).status);
    expect(statuses).toEqual([500, 500, 200, 200, 400, 200]);
  });
});

describe('what is asked for', () => {
  it.each([
    ['server-error', { kind: 'each', period: 10 }],
    ['server-error=0.25', { kind: 'share', share: 0.25 }],
    ['lookup-missing', { kind: 'share', share: 1 }],
  ])('%s', (text, rate) => {
    expect(parseFault(text).rate).toEqual(rate);
  });

  it.each([
    ['servr-error', '--fault: There is no fault "servr-error". Did you mean "server-error"'],
    ['__proto__', 'There is no fault "__proto__".'],
    ['server-error=often', '--fault server-error: "often" is no rate of a fault. A rate is "all"; "0.2"'],
    ['server-error=', '"" is no rate'],
  ])('%s is refused', (text, message) => {
    const refused = () => parseFault(text);
    expect(refused).toThrow(ConfigurationError);
    try {
      refused();
    } catch (error) {
      expect((error as ConfigurationError).explain()).toContain(message);
    }
  });
});
