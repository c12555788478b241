import { Command } from 'commander';
import { type OutputOptions, withOutputOptions } from './output-options.js';
import { type ServerOptions, withServerOptions } from './server-options.js';
import type { Terminal } from './terminal.js';

interface LookupsFlags extends ServerOptions, OutputOptions {
  readonly ddVersion: string;
  readonly profile: string;
  readonly out: string;
}

/** `lookups`: replicates the Lookup Resource and checks it; the lookups step of `dd` by itself. */
export function lookupsCommand(terminal: Terminal): Command {
  const command = new Command('lookups')
    .description('Replicate the Lookup Resource of a server and check it.')
    .option('--dd-version <version>', 'version of the Data Dictionary: 1.7, 2.0 or 2.1', '2.0')
    .option('--profile <name>', 'certification or specification', 'certification')
    .option('--out <folder>', 'folder for the results', 'results')
    .addHelpText(
      'after',
      '\nExample:\n  reso-certify lookups --url https://api.example.com/odata --token "$TOKEN"',
    );
  return withOutputOptions(withServerOptions(command)).action(async (flags: LookupsFlags) => {
    const { runOnServers } = await import('./run-on-servers.js');
    await runOnServers(flags, { ...flags, strict: true, steps: ['lookups'] }, terminal);
  });
}
