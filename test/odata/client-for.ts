import { onTestFinished } from 'vitest';
import { Redactor } from '../../src/core/redaction.js';
import { ExchangeLog } from '../../src/odata/exchange-log.js';
import {
  type HttpAnswer,
  HttpClient,
  type HttpClientOptions,
  type HttpFailure,
  type HttpResponse,
} from '../../src/odata/http-client.js';
import type { HttpEvent } from '../../src/odata/http-event.js';
import { Politeness } from '../../src/odata/politeness.js';
import { FakeTime } from './fake-time.js';

export const TOKEN = 'planted-token-4711';

/** A client for a server, with what a test looks at. */
export interface TestClient {
  readonly client: HttpClient;
  readonly time: FakeTime;
  readonly log: ExchangeLog;
  readonly events: readonly HttpEvent[];
  readonly stop: AbortController;
}

/** A client that neither pauses nor waits, with the token `TOKEN` unless told otherwise. */
export function clientFor(origin: string, options: Partial<HttpClientOptions> = {}): TestClient {
  const time = new FakeTime();
  const redactor = new Redactor();
  const log = new ExchangeLog(redactor);
  const stop = new AbortController();
  const events: HttpEvent[] = [];
  const client = new HttpClient({
    serviceRootUri: `${origin}/odata`,
    authentication: { kind: 'token', token: TOKEN },
    toolVersion: '1.2.3',
    redactor,
    log,
    politeness: new Politeness(0, time),
    signal: stop.signal,
    time,
    environment: {},
    onEvent: (event) => events.push(event),
    ...options,
  });
  onTestFinished(() => client.close());
  return { client, time, log, events, stop };
}

/** The answer as a response; anything else fails the test. */
export function responded(answer: HttpAnswer): HttpResponse {
  if (answer.kind === 'failed') throw new Error(`failed: ${answer.message}`);
  return answer;
}

/** The answer as a failure; anything else fails the test. */
export function failed(answer: HttpAnswer): HttpFailure {
  if (answer.kind === 'response') throw new Error(`answered ${answer.status}`);
  return answer;
}

/** The body as text. */
export function textOf(answer: HttpAnswer): string {
  return Buffer.from(responded(answer).body).toString('utf8');
}
