import { join } from 'node:path';
import type { ServerInput } from '../config/dd-job.js';
import type { RunEvent } from '../core/events.js';
import { Redactor } from '../core/redaction.js';
import { ExchangeLog } from '../odata/exchange-log.js';
import { HttpClient, type HttpClientOptions } from '../odata/http-client.js';
import type { HttpEvent } from '../odata/http-event.js';
import { Politeness } from '../odata/politeness.js';
import { RecordedSender } from '../odata/recording/recorded-sender.js';
import { RecordingSender } from '../odata/recording/recording-sender.js';
import type { Time } from '../odata/time.js';
import { RESULT_FOLDERS } from '../reports/result-files.js';
import type { RunEnvironment } from './environment.js';

/** A client for one server, with what it writes down and what must not be written. */
export interface OpenClient {
  readonly client: HttpClient;
  readonly log: ExchangeLog;
  readonly redactor: Redactor;
}

/**
 * Opens a client with the manners of a job. Nothing is sent yet. A recorded run is answered from its recording, without
 * a wait.
 *
 * @param out the result folder, for what is recorded
 * @throws ConfigurationError for a recording that is not there
 */
export function openClient(server: ServerInput, environment: RunEnvironment, out: string): OpenClient {
  const { recipient, manners, secrets, replay } = server;
  const { tool, signal, variables, onEvent } = environment;
  const time = replay === undefined ? environment.time : withoutWaits(environment.time);
  const redactor = new Redactor(secrets);
  const log = new ExchangeLog(redactor);
  const client = new HttpClient({
    serviceRootUri: recipient.serviceRootUri,
    authentication: recipient.authentication,
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
    onEvent: (event) => (replay === undefined ? onEvent(toRunEvent(event)) : undefined),
    ...senderFor(server, redactor, join(out, RESULT_FOLDERS.recording)),
  });
  return { client, log, redactor };
}

/** What stands in for the network, or between it and the client. */
function senderFor(
  { replay, manners }: ServerInput,
  redactor: Redactor,
  recording: string,
): Pick<HttpClientOptions, 'throughSender' | 'authenticator'> {
  if (replay !== undefined) {
    const recorded = new RecordedSender(replay.folder);
    const { canRenew } = replay;
    return {
      throughSender: () => recorded,
      authenticator: { authorization: () => Promise.resolve('Bearer replayed'), refused: () => canRenew },
    };
  }
  if (!manners.record) return {};
  return { throughSender: (network) => new RecordingSender(network, recording, redactor, manners.resume) };
}

function withoutWaits(time: Time): Time {
  return {
    ...time,
    sleep: (_ms, signal) => (signal.aborted ? Promise.reject(signal.reason) : Promise.resolve()),
  };
}

function toRunEvent(event: HttpEvent): RunEvent {
  const { waitMs } = event;
  const reason =
    event.type === 'rate limited'
      ? `${event.origin} answered ${event.status} and asks for patience`
      : `${event.url}: ${event.reason}, retry ${event.retry}`;
  return { type: 'waiting', reason, waitMs };
}
