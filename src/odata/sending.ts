import { ReceivedBody } from './content-decoding.js';
import type { ExchangeTimings } from './exchange.js';
import type { NetworkFault } from './network-fault.js';
import type { Time } from './time.js';

/** The head of an answer. */
export interface WireHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What came back: with a `fault`, the head and the body as far as they came. */
export interface WireResult {
  readonly head?: WireHead;
  readonly body: Uint8Array;
  readonly wireBytes: number;
  readonly decodedBytes: number;
  readonly startedAt: Date;
  readonly timings: ExchangeTimings;
  readonly fault?: NetworkFault;
}

/** One exchange while it goes on. */
export class Sending {
  readonly body = new ReceivedBody();
  head: WireHead | undefined;
  readonly #startedAt: Date;
  readonly #start: number;
  #sentAt: number | undefined;
  #headAt: number | undefined;

  constructor(private readonly time: Time) {
    this.#startedAt = time.now();
    this.#start = time.clock();
  }

  sent(): void {
    this.#sentAt = this.time.clock();
  }

  begun(head: WireHead): void {
    this.head = head;
    this.#headAt = this.time.clock();
  }

  result(fault?: NetworkFault): WireResult {
    const { wireBytes, decodedBytes, bytes } = this.body;
    return {
      ...(this.head === undefined ? {} : { head: this.head }),
      body: bytes,
      wireBytes,
      decodedBytes,
      startedAt: this.#startedAt,
      timings: this.#timings(),
      ...(fault === undefined ? {} : { fault }),
    };
  }

  #timings(): ExchangeTimings {
    const end = this.time.clock();
    const sent = this.#sentAt ?? this.#start;
    const head = this.#headAt ?? end;
    return {
      ...(this.#sentAt === undefined ? {} : { connect: sent - this.#start }),
      wait: head - sent,
      receive: end - head,
      total: end - this.#start,
    };
  }
}
