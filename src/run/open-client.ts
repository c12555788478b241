import type { ServerInput } from '../config/dd-job.js';
import type { RunEvent } from '../core/events.js';
import { Redactor } from '../core/redaction.js';
import { ExchangeLog } from '../odata/exchange-log.js';
import { HttpClient } from '../odata/http-client.js';
import type { HttpEvent } from '../odata/http-event.js';
import { Politeness } from '../odata/politeness.js';
import type { RunEnvironment } from './environment.js';

/** A client for one server, with what it writes down and what must not be written. */
export interface OpenClient {
  readonly client: HttpClient;
  readonly log: ExchangeLog;
  readonly redactor: Redactor;
}

/** Opens a client with the manners of a job. Nothing is sent yet. */
export function openClient(
  { recipient, manners, secrets }: ServerInput,
  environment: RunEnvironment,
): OpenClient {
  const { tool, time, signal, variables, onEvent } = environment;
  const redactor = new Redactor(secrets);
  const log = new ExchangeLog(redactor);
  const client = new HttpClient({
    serviceRootUri: recipient.serviceRootUri,
    ...(recipient.authentication === undefined ? {} : { authentication: recipient.authentication }),
    ...(manners.clientAuthentication === undefined
      ? {}
      : { clientAuthentication: manners.clientAuthentication }),
    toolVersion: tool.version,
    redactor,
    log,
    politeness: new Politeness(manners.delayMs, time),
    signal,
    time,
    environment: variables,
    concurrency: manners.concurrency,
    limits: { rateLimitWaitMs: manners.rateLimitWaitMs },
    onEvent: (event) => onEvent(toRunEvent(event)),
  });
  return { client, log, redactor };
}

function toRunEvent(event: HttpEvent): RunEvent {
  const { waitMs } = event;
  const reason =
    event.type === 'rate limited'
      ? `${event.origin} answered ${event.status} and asks for patience`
      : `${event.url}: ${event.reason}, retry ${event.retry}`;
  return { type: 'waiting', reason, waitMs };
}
