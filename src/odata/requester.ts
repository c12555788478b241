import type { Redactor } from '../core/redaction.js';
import { type Ended, Exchanger, type ExchangerParts } from './exchanger.js';
import { failureMessage } from './failure-message.js';
import type { FailureReason } from './failure-reason.js';
import type { HttpAnswer } from './http-answer.js';
import type { HttpEventListener } from './http-event.js';
import { type NextStep, Patience } from './patience.js';
import { patiently } from './patiently.js';
import type { Request } from './request.js';
import type { Time } from './time.js';

/** What a requester works with. */
export interface RequesterParts extends ExchangerParts {
  readonly redactor: Redactor;
  readonly time: Time;
  readonly rateLimitWaitMs: number;
  readonly onEvent: HttpEventListener;
}

// So many requests in succession without a connection, and the server is gone.
const GONE_AFTER = 2;

/** Sees requests through: asks again what may go better, and waits when a server asks for it. */
export class Requester {
  readonly #unconnected = new Map<string, number>();

  readonly #exchanger: Exchanger;

  constructor(private readonly parts: RequesterParts) {
    this.#exchanger = new Exchanger(parts);
  }

  /** @throws InterruptedError when the run is interrupted, and what `authorization` throws */
  async run(request: Request): Promise<HttpAnswer> {
    const { origin } = request.url;
    const { rateLimitWaitMs, politeness, time } = this.parts;
    const patience = new Patience(origin, rateLimitWaitMs, politeness, time);
    for (;;) {
      const { exchange, ended } = await this.#exchanger.follow(request);
      const step = patience.after(ended);
      if (step.kind === 'done' || step.kind === 'give up') {
        this.#noteConnection(origin, ended);
        return step.kind === 'done' ? step.response : this.#failure(request, step, exchange, ended);
      }
      await this.#pause(request, step);
    }
  }

  /** Refuses a request that must not be sent, and leaves a record of it. */
  refuse(url: string, reason: FailureReason, detail: string, ids?: () => string): HttpAnswer {
    const { log, redactor, time } = this.parts;
    const id = ids?.() ?? log.newId();
    const message = redactor.redact(failureMessage({ method: 'GET', url }, reason, detail, 1));
    log.record({
      id,
      method: 'GET',
      url,
      requestHeaders: {},
      startedAt: time.now(),
      timings: { wait: 0, receive: 0, total: 0 },
      wireBytes: 0,
      decodedBytes: 0,
      failure: { reason, message: detail },
    });
    return { kind: 'failed', reason, message, url: redactor.redact(url), exchange: id };
  }

  /** True when the last two requests to an origin ended, after all retries, without a connection. */
  isGone(origin: string): boolean {
    return (this.#unconnected.get(origin) ?? 0) >= GONE_AFTER;
  }

  async #pause(request: Request, step: Extract<NextStep, { kind: 'retry' | 'wait' }>): Promise<void> {
    const { politeness, redactor, time, signal, onEvent } = this.parts;
    const { origin, href } = request.url;
    const url = redactor.redact(href);
    const { waitMs } = step;
    if (step.kind === 'retry') {
      request.onRetry?.();
      onEvent({ type: 'retrying', url, reason: step.reason, retry: step.retry, waitMs });
      await patiently(time.sleep(waitMs, signal), signal);
      return;
    }
    // The wait itself happens when this request, like all others to the origin, waits for its turn.
    if (politeness.hold(origin, waitMs) === 0) return;
    const until = new Date(time.now().getTime() + waitMs).toISOString();
    onEvent({ type: 'rate limited', origin, url, status: step.status, waitMs, until });
  }

  #noteConnection(origin: string, ended: Ended): void {
    const isUnconnected = ended.kind === 'fault' && ended.fault.isUnconnected === true;
    this.#unconnected.set(origin, isUnconnected ? (this.#unconnected.get(origin) ?? 0) + 1 : 0);
  }

  #failure(
    { method, url }: Request,
    { reason, detail, tries }: Extract<NextStep, { kind: 'give up' }>,
    exchange: string,
    ended: Ended,
  ): HttpAnswer {
    const { redactor } = this.parts;
    const status = ended.kind === 'response' ? ended.response.status : ended.status;
    return {
      kind: 'failed',
      reason,
      ...(status === undefined ? {} : { status }),
      message: redactor.redact(failureMessage({ method, url: url.href }, reason, detail, tries)),
      url: redactor.redact(url.href),
      exchange,
    };
  }
}
