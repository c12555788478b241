import { ConfigurationError } from '../core/errors.js';
import { escapeEnvReferences, soleEnvReference } from './env-references.js';

/** A server as `init` writes it. A value that is one reference `${NAME}` and nothing else stays one; any other is literal. */
export interface ServerToWrite {
  readonly serviceRootUri: string;
  readonly credentials: CredentialsToWrite;
}

export type CredentialsToWrite =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'client credentials';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly tokenUri: string;
      readonly scope?: string;
    };

/**
 * The text of a configuration file that is read back as the value.
 *
 * @throws ConfigurationError for a control character or half a surrogate pair, which no value has and XML cannot hold
 */
export function toWrittenValue(value: string): string {
  const trimmed = value.trim();
  if (/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(trimmed)) {
    throw new ConfigurationError('A value holds a line end or another control character.', {
      advice: 'Check that it was copied whole and without what stood beside it.',
    });
  }
  return soleEnvReference(trimmed) === undefined ? escapeEnvReferences(trimmed) : trimmed;
}
