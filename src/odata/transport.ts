import type { Dispatcher } from 'undici';
import type { HttpLimits } from './http-limits.js';
import { InterruptedError } from './interrupted-error.js';
import { classifyFault, ExchangeTimeout, type NetworkFault } from './network-fault.js';
import type { Sender, WireRequest } from './sender.js';
import { Sending, type WireResult } from './sending.js';
import { markSending } from './sending-mark.js';
import type { Time } from './time.js';

/** Sends requests over the network. */
export class Transport implements Sender {
  readonly #dispatcher: Dispatcher;

  constructor(
    dispatcher: Dispatcher,
    private readonly limits: HttpLimits,
    private readonly time: Time,
    private readonly signal: AbortSignal,
  ) {
    this.#dispatcher = markSending(dispatcher);
  }

  async send(request: WireRequest): Promise<WireResult> {
    const exchange = new Sending(this.time);
    const abort = new AbortController();
    const stop = () => abort.abort(new InterruptedError());
    const timer = setTimeout(() => abort.abort(this.#tooLong()), this.limits.exchangeMs);
    this.signal.addEventListener('abort', stop, { once: true });
    try {
      if (this.signal.aborted) throw new InterruptedError();
      await this.#exchange(request, exchange, abort.signal);
      return exchange.result();
    } catch (error) {
      if (this.signal.aborted) throw new InterruptedError();
      return exchange.result(faultOf(abort.signal.aborted ? abort.signal.reason : error, exchange));
    } finally {
      clearTimeout(timer);
      this.signal.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  async #exchange(request: WireRequest, exchange: Sending, signal: AbortSignal): Promise<void> {
    const { method, url, headers, body } = request;
    const options = {
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      headersTimeout: this.limits.headersMs,
      bodyTimeout: this.limits.bodyIdleMs,
      signal,
      onSending: () => exchange.sent(),
    };
    const answer = await this.#dispatcher.request(options);
    exchange.begun({ status: answer.statusCode, statusText: answer.statusText, headers: answer.headers });
    const encoding = answer.headers['content-encoding'];
    try {
      await exchange.body.read(answer.body, [encoding].flat().join(','), this.limits.bodyBytes);
    } finally {
      // Whatever is left unread would keep the connection busy.
      answer.body.on('error', ignore).destroy();
    }
  }

  #tooLong(): ExchangeTimeout {
    return new ExchangeTimeout(`the answer was not complete after ${this.limits.exchangeMs / 1000} s`);
  }
}

function ignore(): undefined {
  return undefined;
}

function faultOf(error: unknown, exchange: Sending): NetworkFault {
  const fault = classifyFault(error, exchange.head !== undefined);
  if (fault === undefined) throw error;
  return fault;
}
