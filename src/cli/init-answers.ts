import { kindOfFlags } from '../config/authentication-kind.js';
import { checkCredential, checkToken } from '../config/choose-authentication.js';
import { credentialsOfFlags, FLAG_NAMES, VARIABLE_NAMES } from '../config/credentials.js';
import { checkFolderName } from '../config/folder-name.js';
import { checkServiceRoot, checkTokenUri } from '../config/service-root.js';
import type { RecipientToWrite } from '../config/write-batch.js';
import type { CredentialsToWrite, ServerToWrite } from '../config/written-value.js';
import { ConfigurationError } from '../core/errors.js';
import { answer, type Question } from './init-question.js';
import type { Terminal } from './terminal.js';

/** What `init` takes on the command line. */
export interface InitFlags {
  readonly url?: string;
  readonly token?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly tokenUri?: string;
  readonly scope?: string;
  readonly providerUoi?: string;
  readonly providerUsi?: string;
  readonly recipientUoi?: string;
}

const KINDS: Question = {
  flag: '--token',
  text: 'Authentication: "token" or "client" credentials',
  otherwise: 'token',
  check: (given) => {
    if (/^(?:token|client)$/.test(given.read())) return;
    throw new ConfigurationError('The answer is neither "token" nor "client".');
  },
};

/**
 * The server for a RESOScript. Secrets that are not given become references to the environment.
 *
 * @throws ConfigurationError naming the flag that is of no use, or missing where nobody can be asked
 */
export async function answerServer(flags: InitFlags, terminal: Terminal): Promise<ServerToWrite> {
  const serviceRootUri = await answer(
    { flag: '--url', text: 'Service root URI', check: checkServiceRoot },
    flags.url,
    terminal,
  );
  return { serviceRootUri, credentials: await answerCredentials(flags, terminal) };
}

/** The provider and the recipient for a batch file. @throws ConfigurationError as `answerServer` does */
export async function answerRecipient(
  flags: InitFlags,
  terminal: Terminal,
): Promise<{ readonly providerUoi: string; readonly recipient: RecipientToWrite }> {
  const identifier = (flag: string, text: string, value: string | undefined) =>
    answer({ flag, text, check: checkFolderName }, value, terminal);
  const providerUoi = await identifier('--provider-uoi', 'UOI of the provider', flags.providerUoi);
  const providerUsi = await identifier('--provider-usi', "USI of the provider's system", flags.providerUsi);
  const recipientUoi = await identifier('--recipient-uoi', 'UOI of the recipient', flags.recipientUoi);
  return { providerUoi, recipient: { ...(await answerServer(flags, terminal)), providerUsi, recipientUoi } };
}

async function answerCredentials(flags: InitFlags, terminal: Terminal): Promise<CredentialsToWrite> {
  const kind = kindOfFlags(credentialsOfFlags(flags)) ?? (await answer(KINDS, undefined, terminal));
  const secret = (part: 'token' | 'clientId' | 'clientSecret', text: string, check: Question['check']) =>
    answer(
      { flag: FLAG_NAMES[part], text, check, isSecret: true, otherwise: `\${${VARIABLE_NAMES[part]}}` },
      flags[part],
      terminal,
    );
  if (kind === 'token') return { kind, token: await secret('token', 'Bearer token', checkToken) };
  const clientId = await secret('clientId', 'Client id', checkCredential);
  const clientSecret = await secret('clientSecret', 'Client secret', checkCredential);
  const tokenUri = await answer(
    { flag: '--token-uri', text: 'Token URI', check: checkTokenUri },
    flags.tokenUri,
    terminal,
  );
  const scope = await answer(
    { flag: '--scope', text: 'Scope (none if left blank)', otherwise: '', check: checkCredential },
    flags.scope,
    terminal,
  );
  return { kind: 'client credentials', clientId, clientSecret, tokenUri, ...(scope === '' ? {} : { scope }) };
}
