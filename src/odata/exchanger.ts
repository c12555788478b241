import { ACCEPT_ENCODING } from './content-decoding.js';
import type { ExchangeLog } from './exchange-log.js';
import type { FailureReason } from './failure-reason.js';
import { type Judgement, judgeAnswer } from './judge-answer.js';
import { patiently } from './patiently.js';
import type { Politeness } from './politeness.js';
import type { Request } from './request.js';
import type { Sender } from './sender.js';
import type { WireResult } from './sending.js';

/** How a request ended this time, redirects followed. */
export type Ended = Exclude<Judgement, { kind: 'redirect' }>;

/** What an exchanger works with. */
export interface ExchangerParts {
  readonly sender: Sender;
  readonly politeness: Politeness;
  readonly log: ExchangeLog;
  readonly signal: AbortSignal;
  readonly userAgent: string;
}

/** Sends a request when its turn has come, follows redirects within the origin, and records each exchange. */
export class Exchanger {
  constructor(private readonly parts: ExchangerParts) {}

  /** @throws InterruptedError when the run is interrupted, and what `authorization` throws */
  async follow(request: Request): Promise<{ exchange: string; ended: Ended }> {
    let { url } = request;
    for (let redirectsSoFar = 0; ; redirectsSoFar += 1) {
      const { exchange, judgement } = await this.#exchange({ ...request, url }, redirectsSoFar);
      if (judgement.kind !== 'redirect') return { exchange, ended: judgement };
      url = judgement.to;
    }
  }

  async #exchange(request: Request, redirectsSoFar: number) {
    const { sender, politeness, log, signal } = this.parts;
    const { method, url, body, authorization, accept } = request;
    // A token request may go to the same origin: it needs a turn of its own, before this one's.
    await authorization?.();
    await patiently(politeness.turn(url.origin, signal), signal);
    const headers = await this.#headers(request);
    const id = request.exchangeIds?.();
    const result = await sender.send({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(id === undefined ? {} : { id }),
    });
    politeness.ended(url.origin);
    const exchange = id ?? log.newId();
    const judgement = judgeAnswer(result, { url, exchange, redirectsSoFar, accept });
    this.#record(request, headers, exchange, result, judgement);
    return { exchange, judgement };
  }

  async #headers({ headers, authorization }: Request): Promise<Record<string, string>> {
    const asked = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    return {
      'user-agent': this.parts.userAgent,
      'accept-encoding': ACCEPT_ENCODING,
      ...Object.fromEntries(asked),
      ...(authorization === undefined ? {} : { authorization: await authorization() }),
    };
  }

  #record(
    { method, url, isPrivate }: Request,
    requestHeaders: Record<string, string>,
    id: string,
    result: WireResult,
    judgement: Judgement,
  ): void {
    const { head, body, wireBytes, decodedBytes, startedAt, timings, fault } = result;
    const failure = failureOf(judgement);
    // What a server says of an error is its own; a page that is cut short holds what the whole one holds.
    const isShown = isPrivate !== true || (head !== undefined && head.status >= 400);
    this.parts.log.record({
      id,
      method,
      url: url.href,
      requestHeaders,
      startedAt,
      timings,
      wireBytes,
      decodedBytes,
      ...(isShown ? { body, isCut: fault !== undefined } : {}),
      ...(head === undefined
        ? {}
        : { status: head.status, statusText: head.statusText, responseHeaders: head.headers }),
      ...(failure === undefined ? {} : { failure }),
    });
  }
}

function failureOf(judgement: Judgement): { reason: FailureReason | 'status'; message: string } | undefined {
  if (judgement.kind === 'fault') {
    return { reason: judgement.fault.reason, message: judgement.fault.detail };
  }
  if (judgement.kind === 'redirect' || judgement.response.status < 400) return undefined;
  const { status, statusText } = judgement.response;
  return { reason: 'status', message: `the server answered ${`${status} ${statusText}`.trim()}` };
}
