import { describe, expect, it, vi } from 'vitest';
import { sandboxCommand } from '../../src/cli/sandbox-command.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { ConfigurationError } from '../../src/core/errors.js';

/** A terminal that remembers what is printed, and how to interrupt it. */
function terminalOf() {
  const printed = { out: '', err: '' };
  const interrupt = new AbortController();
  const terminal = {
    tool: { name: 'reso-certify', version: '0.0.0' },
    out: (text: string) => {
      printed.out += text;
    },
    err: (text: string) => {
      printed.err += text;
    },
    signal: interrupt.signal,
  } as Terminal;
  return { terminal, printed, interrupt };
}

const run = (terminal: Terminal, ...words: string[]) =>
  sandboxCommand(terminal).exitOverride().parseAsync(words, { from: 'user' });

describe('sandbox', () => {
  it.each<[readonly string[], RegExp]>([
    [[], /^reso-certify dd --url URL --token any --dd-version 2\.0 --delay 0$/m],
    [
      ['--token', "it's", '--dd-version', '2.1', '--representation', 'enum'],
      /^reso-certify dd --url URL --token 'it'\\''s' --dd-version 2\.1 --delay 0$/m,
    ],
    [
      ['--client-id', 'me', '--client-secret', 's c'],
      /^reso-certify dd --url URL --client-id me --client-secret 's c' --token-uri URL\/oauth2\/token --dd-version 2\.0/m,
    ],
  ])('%j says where it is and how to assess it, until it is interrupted', async (words, line) => {
    const { terminal, printed, interrupt } = terminalOf();
    const ended = run(terminal, '--records', '5', ...words);
    await vi.waitFor(() => expect(printed.err).toContain('Interrupt to stop.'), { timeout: 20_000 });
    const url = /^Service root: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed.out)?.[1] ?? '';
    expect(printed.out.replaceAll(url, 'URL')).toMatch(line);
    expect([200, 401]).toContain((await fetch(url)).status);
    interrupt.abort();
    await ended;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('plants the faults of one flag or of many', async () => {
    const { terminal, printed, interrupt } = terminalOf();
    const ended = run(
      terminal,
      '--fault',
      'server-error=1',
      'forbidden=all',
      '--fault',
      'redirect=all',
      '--records',
      '5',
    );
    await vi.waitFor(() => expect(printed.err).not.toBe(''));
    const url = /http:\S+/.exec(printed.out)?.[0] ?? '';
    const statuses: number[] = [];
    for (const path of ['/', '/Office', '/'])
      statuses.push((await fetch(url + path, { redirect: 'manual' })).status);
    expect(statuses).toEqual([500, 403, 302]);
    interrupt.abort();
    await ended;
  });

  it('lists the faults', async () => {
    const { terminal, printed } = terminalOf();
    await run(terminal, '--list-faults');
    expect(printed.out).toContain('token-expires');
  });

  it.each([
    [['--port', 'http'], '--port: "http" is no whole number.'],
    [['--records', '1e3'], '--records: "1e3" is no whole number.'],
    [['--seed', '-1'], '--seed: "-1" is no whole number.'],
    [['--page-size', '0'], '--page-size: 0 is out of range.'],
    [['--dd-version', '9.9'], 'There is no Data Dictionary 9.9.'],
    [['--representation', 'lookups'], 'There is no representation "lookups". Give lookup.'],
    [['--fault', 'slow'], 'There is no fault "slow".'],
  ])('%j is refused', async (words, message) => {
    const refused = await run(terminalOf().terminal, ...words).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect((refused as ConfigurationError).explain()).toContain(message);
  });
});
