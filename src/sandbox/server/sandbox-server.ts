import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../../core/errors.js';
import type { ActiveFaults } from '../faults/active-faults.js';
import type { AccessTokens } from './access-tokens.js';
import { refuseWithoutToken } from './authorise.js';
import type { Exchange } from './exchange.js';
import { errorReply, type Reply } from './reply.js';
import { requestBody } from './request-body.js';
import { answerRequest } from './routes.js';
import { sendReply } from './send-reply.js';
import type { Service } from './service.js';
import { targetOf } from './target.js';
import { answerTokenRequest } from './token-endpoint.js';

const LOOPBACK = '127.0.0.1';
const REQUEST_TIMEOUT_MS = 10_000;
const GRACE_MS = 500;
/** How many requests are remembered, the latest. */
const LOGGED = 100_000;
const HOST = /^[A-Za-z0-9.-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:]+\](?::\d{1,5})?$/;

/** One request and how it was answered. */
export interface LoggedRequest {
  readonly method: string;
  /** With the query, as it came. */
  readonly path: string;
  readonly status: number;
  /** The host that the client addressed, by which another origin can be told. */
  readonly host: string;
  /** Whether the request carried an `Authorization` header. */
  readonly isAuthorised: boolean;
}

export interface ServerParts {
  readonly service: Service;
  readonly tokens: AccessTokens;
  readonly faults: ActiveFaults;
}

/** The sandbox as an HTTP server on the loopback interface. */
export class SandboxServer {
  readonly requests: LoggedRequest[] = [];
  readonly #parts: ServerParts;
  readonly #keyFields: ReadonlyMap<string, string>;
  readonly #server: Server;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#keyFields = new Map([...parts.service.resources].map(([name, { key }]) => [name, key]));
    this.#server = createServer(
      { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
      (request, response) => void this.#handle(request, response),
    );
  }

  /**
   * Begins to listen, and returns the service root.
   *
   * @throws ConfigurationError when the port cannot be had
   */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, LOOPBACK, resolve);
    }).catch((cause: unknown) => {
      throw new ConfigurationError(`The sandbox cannot listen on port ${port}.`, {
        where: '--port',
        advice: 'Give another port, or 0 for a free one.',
        cause,
      });
    });
    return `http://${LOOPBACK}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops listening, lets what is under way end for half a second, and then ends it. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.#server.closeAllConnections(), GRACE_MS);
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
    clearTimeout(timer);
  }

  /** Is gone at once: open connections are cut, new ones refused. */
  die(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await requestBody(request).catch(() => '');
    const exchange = this.#exchangeOf(request, body ?? '');
    const reply = body === undefined ? tooLarge() : this.#answer(exchange);
    this.#log(exchange, reply);
    await sendReply(response, exchange, reply).catch(() => response.destroy());
  }

  #log({ method, url, headers }: Exchange, { status }: Reply): void {
    const { host = '', authorization } = headers;
    this.requests.push({ method, path: url, status, host, isAuthorised: authorization !== undefined });
    if (this.requests.length > LOGGED) this.requests.shift();
  }

  #exchangeOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): Exchange {
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const host = HOST.test(headers.host ?? '') ? headers.host : LOOPBACK;
    const target = targetOf(path, this.#keyFields);
    return { method, url, search: url.slice(path.length), headers, root: `http://${host}`, target, body };
  }

  #answer(exchange: Exchange): Reply {
    const { faults } = this.#parts;
    try {
      return faults.changeReply(faults.answer(exchange) ?? this.#ownAnswer(exchange), exchange);
    } catch {
      // A fault of the sandbox itself: the client learns no more than that.
      return errorReply(500, 'InternalServerError', 'The sandbox failed on this request.');
    }
  }

  #ownAnswer(exchange: Exchange): Reply {
    const { service, tokens, faults } = this.#parts;
    if (exchange.target.kind === 'token') return answerTokenRequest(exchange, tokens);
    return refuseWithoutToken(exchange, tokens) ?? answerRequest(exchange, service, faults);
  }
}

function tooLarge(): Reply {
  return errorReply(413, 'RequestTooLarge', 'The body has more than 64 KiB.', {
    headers: { Connection: 'close' },
  });
}
