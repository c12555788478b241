import { Command } from 'commander';
import type { Flags } from './init.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
What is not given is asked for on a terminal. A secret that is left out becomes a reference to the environment.

Examples:
  reso-certify init
  reso-certify init --url https://api.example.com/odata --out server.resoscript
  reso-certify init --url https://api.example.com/odata --token '\${MY_TOKEN}'
  reso-certify init --batch --provider-uoi T00000001 --provider-usi 1001 --recipient-uoi M00000001 --url https://api.example.com/odata`;

/** `init`: writes a RESOScript or a batch file from flags, or from a few questions. */
export function initCommand(terminal: Terminal): Command {
  return new Command('init')
    .description('Write a configuration file: a RESOScript for one server, or a batch file.')
    .option('--url <uri>', 'service root of the server')
    .option('--token <token>', 'bearer token, or a reference to the environment')
    .option('--client-id <id>', 'client id of OAuth 2 client credentials, or a reference')
    .option('--client-secret <secret>', 'their client secret, or a reference')
    .option('--token-uri <uri>', 'where the token is to be had')
    .option('--scope <scope>', 'the scope to ask for, if any')
    .option('--batch', 'write a batch file (JSON)')
    .option('--provider-uoi <uoi>', 'organisation that provides the data (batch)')
    .option('--provider-usi <usi>', 'its system (batch)')
    .option('--recipient-uoi <uoi>', 'organisation that receives the data (batch)')
    .option('--out <file>', 'the file to write (default: server.resoscript or batch.json)')
    .option('--force', 'overwrite the file if it is there')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      const { init } = await import('./init.js');
      await init(flags, terminal);
    });
}
