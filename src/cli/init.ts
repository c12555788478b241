import { lstat } from 'node:fs/promises';
import { soleEnvReference } from '../config/env-references.js';
import { writeBatch } from '../config/write-batch.js';
import { writeResoScript } from '../config/write-resoscript.js';
import type { CredentialsToWrite } from '../config/written-value.js';
import { ConfigurationError } from '../core/errors.js';
import { escapeTerminal } from '../core/escape-terminal.js';
import { writeWhole } from '../core/write-whole.js';
import { answerRecipient, answerServer, type InitFlags } from './init-answers.js';
import type { Terminal } from './terminal.js';

/** The flags of `init`, unchecked. */
export interface Flags extends InitFlags {
  readonly batch?: true;
  readonly out?: string;
  readonly force?: true;
}

const ONLY_OWNER = 0o600;

/**
 * Asks for what the flags leave open, where somebody can answer, and writes the file for its owner alone.
 *
 * @throws ConfigurationError for flags that contradict each other and for a file that is there already
 */
export async function init(flags: Flags, terminal: Terminal): Promise<void> {
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
