import pLimit, { type LimitFunction } from 'p-limit';
import type { Authentication } from '../config/connection.js';
import type { Redactor } from '../core/redaction.js';
import { AuthenticationError } from './authentication-error.js';
import type { Authenticator } from './authenticator.js';
import { createDispatcher } from './dispatcher.js';
import { exchangeIds } from './exchange-ids.js';
import type { ExchangeLog } from './exchange-log.js';
import type { HttpAnswer, HttpResponse } from './http-answer.js';
import type { HttpEventListener } from './http-event.js';
import { DEFAULT_LIMITS, type HttpLimits } from './http-limits.js';
import type { Politeness } from './politeness.js';
import { refusedToken } from './refused-token.js';
import type { Request } from './request.js';
import { Requester } from './requester.js';
import type { Sender } from './sender.js';
import { parseServiceRoot, resolveLink } from './service-address.js';
import { StaticToken } from './static-token.js';
import type { Time } from './time.js';
import type { ClientAuthentication } from './token-request.js';
import { TokenSource } from './token-source.js';
import { Transport } from './transport.js';

export type { HttpAnswer, HttpFailure, HttpResponse } from './http-answer.js';

/** What a client needs: whom it talks to, on whose behalf, and the world. */
export interface HttpClientOptions {
  readonly serviceRootUri: string;
  /** Absent where nobody asks who the run is. */
  readonly authentication?: Authentication;
  /** Where client id and secret stand in a token request. Default `header`; `body` is tried when that is refused. */
  readonly clientAuthentication?: ClientAuthentication;
  /** Our own version, for the User-Agent. */
  readonly toolVersion: string;
  /** Learns every token that is obtained. */
  readonly redactor: Redactor;
  readonly log: ExchangeLog;
  /** Shared by all clients of a run. */
  readonly politeness: Politeness;
  /** Aborted when a person interrupts the run. */
  readonly signal: AbortSignal;
  readonly time: Time;
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in upper or lower case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How many requests may be under way at a time. Default 1. */
  readonly concurrency?: number;
  readonly limits?: Partial<HttpLimits>;
  readonly onEvent?: HttpEventListener;
  /** Takes the place of what `authentication` says. */
  readonly authenticator?: Authenticator;
  /** Takes the place of the network, or stands between it and the client. */
  readonly throughSender?: (network: Sender) => Sender;
}

/** What a request may ask for besides its address. */
export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Says what is wrong with the body of a 2xx answer, or nothing. A broken body is asked for again. */
  readonly accept?: (response: HttpResponse) => string | undefined;
  /**
   * The id of the exchange in the log, unique in the run; those that follow from redirects and retries get a number
   * besides. Without it exchanges are numbered in the order in which they end.
   */
  readonly label?: string;
  /** The answer is people's data: the log keeps no sample of it, also of one that cannot be used. */
  readonly isPrivate?: boolean;
  /** Called whenever the request failed in a way that may pass, and is about to be asked again. */
  readonly onRetry?: () => void;
}

/**
 * One client for a recipient: sends GET requests below the service root with the recipient's credentials, patiently
 * (retries, 429 and 503) and politely (the pause between requests). Each exchange goes into the log.
 *
 * The token goes to the origin of the service root only, client id and secret to that of the token URI only.
 */
export class HttpClient {
  readonly #root: URL;
  readonly #sender: Sender;
  readonly #requester: Requester;
  readonly #authenticator: Authenticator | undefined;
  readonly #slots: LimitFunction;

  /** @throws ConfigurationError for an address, a token or a proxy that cannot be used */
  constructor(private readonly options: HttpClientOptions) {
    const { redactor, time, signal, concurrency = 1 } = options;
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#root = parseServiceRoot(options.serviceRootUri);
    const network = new Transport(
      createDispatcher(options.environment, limits, concurrency, redactor),
      limits,
      time,
      signal,
    );
    this.#sender = options.throughSender?.(network) ?? network;
    this.#requester = new Requester({
      sender: this.#sender,
      politeness: options.politeness,
      log: options.log,
      redactor,
      time,
      signal,
      rateLimitWaitMs: limits.rateLimitWaitMs,
      userAgent: `reso-certify/${options.toolVersion}`,
      onEvent: options.onEvent ?? (() => undefined),
    });
    this.#authenticator = options.authenticator ?? authenticatorFor(options, this.#requester);
    this.#slots = pLimit(concurrency);
  }

  /**
   * Asks for a path below the service root (`$metadata`, `Property?$top=1`, the empty text for the root itself) or for
   * a whole address, such as that of a `@odata.nextLink`; one in another origin is refused. Relative links resolve as
   * they do in browsers.
   *
   * @throws AuthenticationError when no token can be had, or the server refuses it
   * @throws UnreachableError when the token endpoint does not answer
   * @throws InterruptedError when the signal is aborted
   */
  async get(pathOrUrl: string, options: GetOptions = {}): Promise<HttpAnswer> {
    const ids = options.label === undefined ? undefined : exchangeIds(options.label);
    const url = resolveLink(pathOrUrl, this.#root);
    if (url === undefined) {
      return this.#requester.refuse(pathOrUrl, 'invalid url', 'that is no http or https address', ids);
    }
    if (url.origin !== this.#root.origin) {
      const detail = `it lies outside the origin of the service root, ${this.#root.origin}`;
      return this.#requester.refuse(url.href, 'foreign origin', detail, ids);
    }
    return await this.#slots(() => this.#authorized(url, options, ids));
  }

  /** True when two requests in succession to an origin (that of the service root) ended without a connection. */
  isGone(origin: string = this.#root.origin): boolean {
    return this.#requester.isGone(origin);
  }

  /** Closes all connections. The client cannot be used afterwards. */
  async close(): Promise<void> {
    await this.#sender.close();
  }

  async #anonymous(request: Request): Promise<HttpAnswer> {
    const answer = await this.#requester.run(request);
    if (answer.kind === 'failed' || answer.status !== 401) return answer;
    throw new AuthenticationError(
      'The server answers 401: it shows this to nobody without credentials.',
      'configuration',
      {
        where: this.options.redactor.redact(answer.url),
        advice: 'Give a token, or client credentials.',
      },
    );
  }

  async #authorized(
    url: URL,
    { headers = {}, accept, isPrivate, onRetry }: GetOptions,
    exchangeIds: (() => string) | undefined,
  ): Promise<HttpAnswer> {
    const authenticator = this.#authenticator;
    const request = { method: 'GET', url, headers, accept, isPrivate, exchangeIds, onRetry } as const;
    if (authenticator === undefined) return await this.#anonymous(request);
    for (let isRenewed = false; ; isRenewed = true) {
      let used = '';
      const authorization = async () => {
        used = await authenticator.authorization();
        return used;
      };
      const answer = await this.#requester.run({ ...request, authorization });
      if (answer.kind === 'failed' || answer.status !== 401) return answer;
      if (isRenewed || !authenticator.refused(used)) {
        throw refusedToken(answer, isRenewed, this.options.redactor);
      }
    }
  }
}

function authenticatorFor(options: HttpClientOptions, requester: Requester): Authenticator | undefined {
  const { authentication, clientAuthentication = 'header', redactor, time } = options;
  if (authentication === undefined) return undefined;
  if (authentication.kind === 'token') {
    redactor.add(authentication.token);
    return new StaticToken(authentication.token);
  }
  redactor.add(authentication.clientSecret);
  return new TokenSource(authentication, clientAuthentication, requester, redactor, time);
}
