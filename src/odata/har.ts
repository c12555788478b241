import type { Exchange } from './exchange.js';
import type { ExchangeLog } from './exchange-log.js';

/** Who writes the archive. */
interface Tool {
  readonly name: string;
  readonly version: string;
}

/**
 * The log as an HTTP Archive, version 1.2, to be written as JSON. Bodies are in it only as the samples of failures.
 * `_exchange` is the id that findings refer to, `_error` why there is no answer, or a bad one.
 */
export function toHar(log: ExchangeLog, { name, version }: Tool): object {
  const { forgotten } = log.counts;
  return {
    log: {
      version: '1.2',
      creator: { name, version },
      pages: [],
      entries: log.exchanges.map(toEntry),
      ...(forgotten === 0 ? {} : { comment: `${forgotten} exchanges are left out.` }),
    },
  };
}

function toEntry(exchange: Exchange): object {
  const { connect, wait, receive, total } = exchange.timings;
  return {
    startedDateTime: exchange.startedAt,
    time: total,
    request: toRequest(exchange),
    response: toResponse(exchange),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: connect ?? -1, send: 0, wait, receive, ssl: -1 },
    _exchange: exchange.id,
    ...(exchange.failure === undefined ? {} : { _error: exchange.failure.message }),
  };
}

function toRequest({ method, url, requestHeaders }: Exchange): object {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: requestHeaders,
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: method === 'GET' ? 0 : -1,
  };
}

function toResponse(exchange: Exchange): object {
  const { status = 0, statusText = '', responseHeaders = [], wireBytes, decodedBytes, bodySample } = exchange;
  const headerOf = (wanted: string) =>
    responseHeaders.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  return {
    status,
    statusText,
    httpVersion: status === 0 ? '' : 'HTTP/1.1',
    cookies: [],
    headers: responseHeaders,
    content: {
      size: decodedBytes,
      compression: decodedBytes - wireBytes,
      mimeType: headerOf('content-type'),
      ...(bodySample === undefined ? {} : { text: bodySample, comment: 'The beginning of the body.' }),
    },
    redirectURL: headerOf('location'),
    headersSize: -1,
    bodySize: status === 0 ? -1 : wireBytes,
  };
}

/** The parameters of a URL as they stand in it, not decoded: decoding could bring out what was redacted in part. */
function queryOf(url: string): readonly { readonly name: string; readonly value: string }[] {
  const query = url.split('#', 1)[0]?.split('?').slice(1).join('?') ?? '';
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at === -1 ? { name: pair, value: '' } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
    });
}
