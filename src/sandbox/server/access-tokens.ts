import { mix, seedOf } from '../random.js';

export interface AccessOptions {
  /** A token that is always good, until a fault revokes it. */
  readonly token?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** How long an issued token is good, in seconds. */
  readonly tokenLifetime: number;
  readonly seed: number;
  readonly now: () => Date;
}

/** Which bearer tokens are good now. */
export class AccessTokens {
  readonly #options: AccessOptions;
  /** When each token ends, in milliseconds since 1970. */
  readonly #ends = new Map<string, number>();

  constructor(options: AccessOptions) {
    this.#options = options;
    if (options.token !== undefined) this.#ends.set(options.token, Number.POSITIVE_INFINITY);
  }

  /** Whether requests need a token at all. */
  get areNeeded(): boolean {
    return this.#options.token !== undefined || this.hasClient;
  }

  /** Whether there is a client that can fetch tokens. */
  get hasClient(): boolean {
    return this.#options.clientId !== undefined;
  }

  get lifetime(): number {
    return this.#options.tokenLifetime;
  }

  isClient(id: string | undefined, secret: string | undefined): boolean {
    return this.hasClient && id === this.#options.clientId && secret === this.#options.clientSecret;
  }

  /** A new token, good from now on for the lifetime. The same seed gives the same ones, in order. */
  issue(): string {
    const { seed, now, tokenLifetime } = this.#options;
    const number = this.#ends.size + 1;
    const token = `sandbox-${number}-${mix(seedOf(seed), number).toString(36)}`;
    this.#ends.set(token, now().getTime() + tokenLifetime * 1000);
    return token;
  }

  isGood(token: string | undefined): boolean {
    const end = token === undefined ? undefined : this.#ends.get(token);
    return end !== undefined && this.#options.now().getTime() < end;
  }

  /** Ends a token before its time. */
  revoke(token: string): void {
    this.#ends.set(token, Number.NEGATIVE_INFINITY);
  }
}
