import { ConfigurationError } from '../core/errors.js';
import type { Authenticator } from './authenticator.js';
import { bearerHeader } from './bearer.js';

/** A bearer token that was given: there is no other when it is refused. */
export class StaticToken implements Authenticator {
  readonly #header: string;

  /** @throws ConfigurationError for a token that no header can carry */
  constructor(token: string) {
    // Tokens are often pasted with the word that stands before them in a header.
    const header = bearerHeader(token.trim().replace(/^bearer +/i, ''));
    if (header === undefined) {
      throw new ConfigurationError('The bearer token is blank or holds characters that no token has.', {
        advice: 'Copy it again, without blanks and line breaks.',
      });
    }
    this.#header = header;
  }

  authorization(): Promise<string> {
    return Promise.resolve(this.#header);
  }

  refused(): boolean {
    return false;
  }
}
