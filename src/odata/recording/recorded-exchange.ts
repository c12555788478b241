import type { Redactor } from '../../core/redaction.js';
import { REDACTED } from '../../core/redaction.js';
import { isSensitiveHeader } from '../../core/sensitive-places.js';
import type { ExchangeTimings } from '../exchange.js';
import type { NetworkFault } from '../network-fault.js';
import type { WireRequest } from '../sender.js';
import type { WireHead, WireResult } from '../sending.js';

/** One exchange as a recording keeps it: all but what is secret. */
export interface RecordedExchange {
  readonly id?: string;
  readonly url: string;
  readonly head?: WireHead;
  /** The body after decompression, in `encoding`; absent when none came. */
  readonly body?: string;
  readonly encoding?: 'utf8' | 'latin1';
  readonly wireBytes: number;
  readonly decodedBytes: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly timings: ExchangeTimings;
  readonly fault?: NetworkFault;
}

/** What a recording keeps of an exchange. */
export function toRecorded(request: WireRequest, result: WireResult, redactor: Redactor): RecordedExchange {
  const { head, body, wireBytes, decodedBytes, startedAt, timings, fault } = result;
  return {
    ...(request.id === undefined ? {} : { id: request.id }),
    url: redactor.redact(request.url.href),
    ...(head === undefined ? {} : { head: { ...head, headers: withoutSecrets(head.headers, redactor) } }),
    ...(body.length === 0 ? {} : bodyOf(body, redactor)),
    wireBytes,
    decodedBytes,
    startedAt: startedAt.toISOString(),
    timings,
    ...(fault === undefined ? {} : { fault: { ...fault, detail: redactor.redact(fault.detail) } }),
  };
}

/** The exchange as it came over the wire. */
export function fromRecorded(exchange: RecordedExchange): WireResult {
  const { head, body = '', encoding = 'utf8', wireBytes, decodedBytes, startedAt, timings, fault } = exchange;
  return {
    ...(head === undefined ? {} : { head }),
    body: Buffer.from(body, encoding),
    wireBytes,
    decodedBytes,
    startedAt: new Date(startedAt),
    timings,
    ...(fault === undefined ? {} : { fault }),
  };
}

function bodyOf(body: Uint8Array, redactor: Redactor): Pick<RecordedExchange, 'body' | 'encoding'> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString('utf8');
  // What is no UTF-8 stays what it is, byte for byte, in an encoding that knows every byte.
  const encoding = Buffer.byteLength(text) === bytes.length && !text.includes('\ufffd') ? 'utf8' : 'latin1';
  return { body: redactor.redact(encoding === 'utf8' ? text : bytes.toString('latin1')), encoding };
}

function withoutSecrets(headers: WireHead['headers'], redactor: Redactor): WireHead['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (isSensitiveHeader(name)) return [name, REDACTED];
      return [
        name,
        typeof value === 'string' ? redactor.redact(value) : value?.map((one) => redactor.redact(one)),
      ];
    }),
  );
}
