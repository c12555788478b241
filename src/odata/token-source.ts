import type { Redactor } from '../core/redaction.js';
import type { Authenticator } from './authenticator.js';
import type { HttpResponse } from './http-answer.js';
import type { Requester } from './requester.js';
import { parseAddress } from './service-address.js';
import type { Time } from './time.js';
import { readTokenAnswer, readTokenError } from './token-answer.js';
import { TokenFailure } from './token-failure.js';
import { type ClientAuthentication, type ClientCredentials, tokenRequest } from './token-request.js';

interface UsableToken {
  readonly authorization: string;
  /** By the injected clock. */
  readonly renewAt: number;
}

const MARGIN_MS = 60_000;
const MARGIN_PART = 0.1;

/**
 * Bearer tokens by OAuth2 client credentials. A token is renewed shortly before it expires, and when a server refuses
 * it; requests that need one at the same time share one renewal. Id and secret go in a Basic header, and in the body
 * when the endpoint refuses that.
 */
export class TokenSource implements Authenticator {
  readonly #url: URL;
  readonly #failure: TokenFailure;
  #places: readonly ClientAuthentication[];
  #token: UsableToken | undefined;
  #renewal: Promise<UsableToken> | undefined;

  /** @throws ConfigurationError for a token URI that is no address */
  constructor(
    private readonly credentials: ClientCredentials,
    preferred: ClientAuthentication,
    private readonly requester: Requester,
    private readonly redactor: Redactor,
    private readonly time: Time,
  ) {
    this.#url = parseAddress(credentials.tokenUri, 'The token URI');
    this.#failure = new TokenFailure(this.#url, redactor);
    this.#places = preferred === 'body' ? ['body'] : ['header', 'body'];
  }

  /**
   * @throws AuthenticationError when the endpoint hands out no usable token
   * @throws UnreachableError when the endpoint does not answer
   */
  async authorization(): Promise<string> {
    if (this.#token !== undefined && this.time.clock() < this.#token.renewAt) {
      return this.#token.authorization;
    }
    this.#renewal ??= this.#fetch().finally(() => {
      this.#renewal = undefined;
    });
    return (await this.#renewal).authorization;
  }

  refused(authorization: string): boolean {
    // Another request may have had it renewed already.
    if (this.#token?.authorization === authorization) this.#token = undefined;
    return true;
  }

  async #fetch(): Promise<UsableToken> {
    const askedAt = this.time.clock();
    const answer = await this.#ask();
    const granted = readTokenAnswer(answer.body);
    if (typeof granted === 'string') throw this.#failure.unusable(granted, answer);
    for (const secret of granted.secrets) this.redactor.add(secret);
    const { authorization, lifetimeMs = Number.POSITIVE_INFINITY } = granted;
    const renewAt = askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs * MARGIN_PART);
    this.#token = { authorization, renewAt };
    return this.#token;
  }

  /** Asks with the credentials in each place that is left, and remembers the place that is right. */
  async #ask(): Promise<HttpResponse> {
    const refusals: HttpResponse[] = [];
    for (const place of this.#places) {
      const answer = await this.requester.run(tokenRequest(this.credentials, this.#url, place));
      if (answer.kind === 'failed') throw this.#failure.noAnswer(answer);
      if (answer.status >= 200 && answer.status < 300) {
        this.#places = [place];
        return answer;
      }
      refusals.push(answer);
      if (!isAboutThePlace(answer)) break;
    }
    throw this.#failure.refused(refusals);
  }
}

/** RFC 6749, 5.2: `invalid_client`. Endpoints that do not look at the header miss the parameters instead. */
function isAboutThePlace({ status, body }: HttpResponse): boolean {
  const { code = 'invalid_request' } = readTokenError(body);
  return status === 401 || (status === 400 && (code === 'invalid_client' || code === 'invalid_request'));
}
