import { lstat } from 'node:fs/promises';
import { Command } from 'commander';
import { FLAG_NAMES } from '../config/credentials.js';
import { soleEnvReference } from '../config/env-references.js';
import { writeBatch } from '../config/write-batch.js';
import { writeResoScript } from '../config/write-resoscript.js';
import type { CredentialsToWrite } from '../config/written-value.js';
import { ConfigurationError } from '../core/errors.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { writeWhole } from '../core/write-whole.js';
import { answerRecipient, answerServer, type InitFlags } from './init-answers.js';
import type { Terminal } from './terminal.js';

interface Flags extends InitFlags {
  readonly batch?: true;
  readonly out?: string;
  readonly force?: true;
}

const ONLY_OWNER = 0o600;

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
    .option(`${FLAG_NAMES.token} <token>`, 'bearer token, or a reference to the environment')
    .option(`${FLAG_NAMES.clientId} <id>`, 'client id of OAuth 2 client credentials, or a reference')
    .option(`${FLAG_NAMES.clientSecret} <secret>`, 'their client secret, or a reference')
    .option(`${FLAG_NAMES.tokenUri} <uri>`, 'where the token is to be had')
    .option(`${FLAG_NAMES.scope} <scope>`, 'the scope to ask for, if any')
    .option('--batch', 'write a batch file (JSON)')
    .option('--provider-uoi <uoi>', 'organisation that provides the data (batch)')
    .option('--provider-usi <usi>', 'its system (batch)')
    .option('--recipient-uoi <uoi>', 'organisation that receives the data (batch)')
    .option('--out <file>', 'the file to write (default: server.resoscript or batch.json)')
    .option('--force', 'overwrite the file if it is there')
    .addHelpText('after', EXAMPLES)
    .action((flags: Flags) => init(flags, terminal));
}

async function init(flags: Flags, terminal: Terminal): Promise<void> {
  assertBelongs(flags);
  const out = flags.out ?? (flags.batch === true ? 'batch.json' : 'server.resoscript');
  await assertFree(out, flags.force);
  const { text, credentials } = await compose(flags, terminal);
  // Somebody may have taken their time to answer.
  await assertFree(out, flags.force);
  await writeWhole(out, text, ONLY_OWNER);
  terminal.out(describe(out, flags.batch === true ? '--config' : '--resoscript', credentials));
  if (holdsSecret(credentials)) {
    terminal.err(
      `${escapeTerminal(out)} holds a secret itself. Keep it out of version control, or write a reference such as \${RESO_TOKEN} in its place.\n`,
    );
  }
}

async function compose(
  flags: Flags,
  terminal: Terminal,
): Promise<{ readonly text: string; readonly credentials: CredentialsToWrite }> {
  if (flags.batch === true) {
    const { providerUoi, recipient } = await answerRecipient(flags, terminal);
    return { text: writeBatch(providerUoi, [recipient]), credentials: recipient.credentials };
  }
  const server = await answerServer(flags, terminal);
  return { text: writeResoScript(server), credentials: server.credentials };
}

function assertBelongs({ batch, providerUoi, providerUsi, recipientUoi }: Flags): void {
  if (batch === true || (providerUoi ?? providerUsi ?? recipientUoi) === undefined) return;
  throw new ConfigurationError('A RESOScript has no place for UOIs and USIs.', {
    where: '--provider-uoi, --provider-usi, --recipient-uoi',
    advice: 'Add --batch to write a batch file, or leave them off.',
  });
}

async function assertFree(path: string, force: true | undefined): Promise<void> {
  const isFree = await lstat(path).then(
    () => false,
    () => true,
  );
  if (isFree || force === true) return;
  throw new ConfigurationError('The file is there already.', {
    where: path,
    advice: 'Choose another with --out, or overwrite it with --force.',
  });
}

function describe(out: string, option: string, credentials: CredentialsToWrite): string {
  const file = escapeTerminal(out);
  const variables = Object.values(credentials).flatMap((value) => soleEnvReference(value) ?? []);
  const set =
    variables.length === 0 ? 'Run' : `Set ${variables.join(' and ')} in the environment or in .env, then run`;
  return `${file}: written, and nobody else may read it.\n${set}\n  reso-certify dd ${option} ${file}\n`;
}

function holdsSecret(credentials: CredentialsToWrite): boolean {
  const secret = credentials.kind === 'token' ? credentials.token : credentials.clientSecret;
  return soleEnvReference(secret) === undefined;
}
