import type { Recipient, ScriptRequest, ServerConfiguration } from './connection.js';
import type { Given } from './given.js';

/** What a configuration is put together from. */
interface Parts {
  readonly recipients: readonly Recipient[];
  readonly isBatch: boolean;
  readonly requests?: readonly ScriptRequest[];
  /** Secrets that stand in the file, whether used or not. */
  readonly filledIn?: readonly Given[];
  /** Other values that must not be written down. */
  readonly secrets?: readonly string[];
}

/** The configuration, frozen. Its secrets are listed once each, the longest first: a shorter one may be part of it. */
export function serverConfiguration({
  recipients,
  isBatch,
  requests,
  filledIn,
  secrets,
}: Parts): ServerConfiguration {
  const found = [...recipients.map(secretOf), ...(filledIn ?? []).flatMap(readable), ...(secrets ?? [])];
  return Object.freeze({
    recipients: Object.freeze(recipients.map((recipient) => Object.freeze(recipient))),
    isBatch,
    requests: Object.freeze((requests ?? []).map((request) => Object.freeze(request))),
    secrets: Object.freeze([...new Set(found)].sort((a, b) => b.length - a.length)),
  });
}

function secretOf({ authentication }: Recipient): string {
  return authentication.kind === 'token' ? authentication.token : authentication.clientSecret;
}

/** An unused value may refer to a variable that is not set: then there is nothing to hide. */
function readable(given: Given): readonly string[] {
  try {
    return [given.read()];
  } catch {
    return [];
  }
}
