import { errorMessageOf } from '../../odata/error-message.js';
import type { Exchange } from '../../odata/exchange.js';
import type { HttpAnswer, HttpResponse } from '../../odata/http-client.js';

/** A request that failed for good: what finding it makes. */
export interface RequestFailure {
  readonly rule: 'sampling/http-error' | 'sampling/invalid-response';
  /** What happened, where and what to do. */
  readonly message: string;
  /** The id of the last exchange. */
  readonly exchange: string;
  /** The status of the answer, where one came. */
  readonly status?: number;
  /** No connection came about at all. */
  readonly isUnconnected: boolean;
}

const UNCONNECTED: readonly string[] = ['dns', 'refused'];

/** The failure that an answer is, or the answer with status 200. `uri`: what was asked for, for people. */
export function failureOf(answer: HttpAnswer, uri: string): RequestFailure | HttpResponse {
  if (answer.kind === 'failed') {
    const { reason, message, exchange, status } = answer;
    return {
      rule: reason === 'invalid body' ? 'sampling/invalid-response' : 'sampling/http-error',
      message,
      exchange,
      ...(status === undefined ? {} : { status }),
      isUnconnected: UNCONNECTED.includes(reason) || (reason === 'timeout' && status === undefined),
    };
  }
  if (answer.status === 200) return answer;
  return {
    rule: 'sampling/http-error',
    message: `GET ${uri} was answered with ${`${answer.status} ${answer.statusText}`.trim()}. Answer it with status 200 and a page of records.`,
    exchange: answer.exchange,
    status: answer.status,
    isUnconnected: false,
  };
}

/** The failure with what the server itself says of it: that often names the fault. `evidence`: its exchange, redacted. */
export function inServersWords(failure: RequestFailure, evidence: Exchange | undefined): RequestFailure {
  const words = evidence?.bodySample === undefined ? undefined : errorMessageOf(evidence.bodySample);
  return words === undefined
    ? failure
    : { ...failure, message: `${failure.message} The server says: "${words}"` };
}

/** Tells a failure from an answer. */
export function isFailure(outcome: RequestFailure | HttpResponse): outcome is RequestFailure {
  return 'rule' in outcome;
}
