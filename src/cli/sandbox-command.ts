import { Command } from 'commander';
import { ConfigurationError } from '../core/errors.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import type { SandboxOptions } from '../sandbox/sandbox-options.js';
import type { Terminal } from './terminal.js';

interface SandboxFlags {
  readonly port: string;
  readonly token?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly records: string;
  readonly seed: string;
  readonly ddVersion: string;
  readonly representation: string;
  readonly pageSize: string;
  readonly fault: readonly string[];
  readonly listFaults?: true;
  readonly synthetic?: true;
}

const EXAMPLES = `
Faults are planted with --fault NAME or --fault NAME=RATE, where RATE is "all", a share such as 0.2, the
number of the first occasions such as 3, or 1/10 for each tenth.

Examples:
  reso-certify sandbox --port 8080 --token secret
  reso-certify sandbox --dd-version 2.1 --representation enum --records 10000 --page-size 100
  reso-certify sandbox --token secret --fault too-many-requests=0.2 token-expires=1/20`;

/** `sandbox`: a RESO Web API server on this machine, to try things on. */
export function sandboxCommand(terminal: Terminal): Command {
  return new Command('sandbox')
    .description('Serve made up RESO data over HTTP on this machine, faultless or with planted faults.')
    .option('--port <n>', 'port to listen on; 0 takes a free one', '0')
    .option('--token <token>', 'ask for this bearer token')
    .option('--client-id <id>', 'let this client fetch tokens at /oauth2/token')
    .option('--client-secret <secret>', 'its secret')
    .option('--records <n>', 'Property records; the other resources follow in proportion', '500')
    .option('--seed <n>', 'the same seed gives the same data and faults', '1')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option(
      '--representation <name>',
      'of enumerations: lookup (strings and Lookup Resource), enum, or flags (enum with IsFlags)',
      'lookup',
    )
    .option('--page-size <n>', 'the most records of a page', '1000')
    .option('--synthetic', 'Property alone from pages that were written once: fast, for benchmarks')
    .option('--fault <names...>', 'plant what goes wrong in practice', [])
    .option('--list-faults', 'print the faults, how often each strikes, and what it does')
    .addHelpText('after', EXAMPLES)
    .action((flags: SandboxFlags) => (flags.listFaults === true ? list(terminal) : serve(flags, terminal)));
}

async function list(terminal: Terminal): Promise<void> {
  const { listFaults } = await import('../sandbox/faults/registry.js');
  terminal.out(listFaults());
}

async function serve(flags: SandboxFlags, terminal: Terminal): Promise<void> {
  const sandbox = await start(flags);
  terminal.out(escapeTerminal(`Service root: ${sandbox.url}`));
  terminal.out(`\n${escapeTerminal(commandFor(sandbox.url, flags, terminal.tool.name))}\n`);
  terminal.err('Interrupt to stop.\n');
  await interrupted(terminal.signal);
  await sandbox.close();
}

async function start(flags: SandboxFlags): Promise<{ readonly url: string; close(): Promise<void> }> {
  const options = optionsOf(flags);
  if (flags.synthetic !== true) {
    const { startSandbox } = await import('../sandbox/start-sandbox.js');
    return await startSandbox(options);
  }
  if (flags.fault.length > 0 || flags.token !== undefined || flags.clientId !== undefined) {
    throw new ConfigurationError('A synthetic sandbox has neither faults nor tokens.', {
      where: '--synthetic',
      advice: 'Leave out --fault, --token and --client-id.',
    });
  }
  const { startSynthetic } = await import('../sandbox/synthetic/start-synthetic.js');
  return await startSynthetic(options);
}

function optionsOf({
  ddVersion,
  fault,
  listFaults: _list,
  synthetic: _synthetic,
  ...flags
}: SandboxFlags): SandboxOptions {
  return {
    ...flags,
    version: ddVersion,
    // The sandbox itself refuses another name, with the nearest one.
    representation: flags.representation as 'enum' | 'flags' | 'lookup',
    port: toNumber('--port', flags.port),
    records: toNumber('--records', flags.records),
    seed: toNumber('--seed', flags.seed),
    pageSize: toNumber('--page-size', flags.pageSize),
    faults: fault,
    now: () => new Date(),
  };
}

function toNumber(where: string, text: string): number {
  if (/^\d{1,16}$/.test(text)) return Number(text);
  throw new ConfigurationError(`"${text}" is no whole number.`, { where, advice: 'Give digits only.' });
}

/** A command line that assesses the sandbox, to be copied. */
function commandFor(url: string, flags: SandboxFlags, tool: string): string {
  const { token, clientId, clientSecret, ddVersion } = flags;
  const client =
    clientId === undefined || clientSecret === undefined
      ? ['--token', token ?? 'any']
      : ['--client-id', clientId, '--client-secret', clientSecret, '--token-uri', `${url}/oauth2/token`];
  const words = [tool, 'dd', '--url', url, ...(token === undefined ? client : ['--token', token])];
  return [...words, '--dd-version', ddVersion, '--delay', '0'].map(shellWord).join(' ');
}

/** A word as a POSIX shell takes it. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
