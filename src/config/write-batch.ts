import { type CredentialsToWrite, type ServerToWrite, toWrittenValue } from './written-value.js';

/** A recipient as `init` writes it. */
export interface RecipientToWrite extends ServerToWrite {
  readonly description?: string;
  readonly providerUsi: string;
  readonly recipientUoi: string;
}

/**
 * A batch file that `readBatch` reads back as the recipients.
 *
 * @throws ConfigurationError for a value that no file can hold: see `toWrittenValue`
 */
export function writeBatch(providerUoi: string, recipients: readonly RecipientToWrite[]): string {
  const configs = recipients.map(
    ({ description, serviceRootUri, recipientUoi, providerUsi, credentials }) => ({
      ...(description === undefined ? {} : { description }),
      serviceRootUri,
      recipientUoi,
      providerUsi,
      ...credentialsOf(credentials),
    }),
  );
  const write = (_key: string, value: unknown) => (typeof value === 'string' ? toWrittenValue(value) : value);
  return `${JSON.stringify({ providerUoi, configs }, write, 2)}\n`;
}

function credentialsOf(credentials: CredentialsToWrite): object {
  if (credentials.kind === 'token') return { token: credentials.token };
  const { kind: _kind, ...clientCredentials } = credentials;
  return { clientCredentials };
}
