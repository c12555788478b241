import type { FailureReason } from './failure-reason.js';

/** Why an exchange brought no answer, or none that can be used. */
export interface NetworkFault {
  readonly reason: FailureReason;
  /** What happened, as part of a sentence. */
  readonly detail: string;
  /** It may go better the next time. */
  readonly isTransient: boolean;
  /** No connection came about at all. */
  readonly isUnconnected?: boolean;
}

/** The decoded body grew beyond the limit. */
export class BodyTooLarge extends Error {}

/** The exchange as a whole took longer than the limit. */
export class ExchangeTimeout extends Error {}

/** The body is compressed in a way that is not known. */
export class UnknownEncoding extends Error {}

const REFUSED = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL'];
const BROKEN_OFF = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET'];
const TLS =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/;
const DECODING = /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_(?:BUFFER|PADDING)_)/;
const PROXY = /^Proxy (?:response|Authentication)/;

const HEADERS_TOO_LARGE = lasting('too large', "the answer's headers are larger than is taken");

/**
 * What an error of undici, Node or the decoders means. `hasHead`: the answer had begun. Nothing for an error that is
 * not the network's.
 */
export function classifyFault(error: unknown, hasHead: boolean): NetworkFault | undefined {
  if (error instanceof BodyTooLarge || error instanceof UnknownEncoding || error instanceof ExchangeTimeout) {
    return ofOurs(error);
  }
  const { name, code, message } = describe(error);
  if (PROXY.test(message) || code === 'UND_ERR_PRX_TLS') {
    return lasting('proxy', `the proxy would not let it through (${message})`);
  }
  if (name === 'HTTPParserError') return ofParser(code, hasHead);
  if (code === undefined) return undefined;
  return ofConnection(code, message) ?? ofAnswer(code, hasHead);
}

function ofOurs(error: Error): NetworkFault {
  if (error instanceof BodyTooLarge) return lasting('too large', error.message);
  if (error instanceof UnknownEncoding) return lasting('bad encoding', error.message);
  return passing('timeout', error.message);
}

function ofConnection(code: string, message: string): NetworkFault | undefined {
  if (code === 'ENOTFOUND')
    return { ...lasting('dns', 'the host name is not known (ENOTFOUND)'), isUnconnected: true };
  if (code.startsWith('EAI_')) {
    return { ...passing('dns', `the host name could not be looked up (${code})`), isUnconnected: true };
  }
  if (REFUSED.includes(code))
    return { ...passing('refused', `the connection was refused (${code})`), isUnconnected: true };
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return { ...passing('timeout', 'no connection came about in time'), isUnconnected: true };
  }
  if (TLS.test(code)) return lasting('tls', `no secure connection came about (${code}: ${message})`);
  return undefined;
}

function ofAnswer(code: string, hasHead: boolean): NetworkFault | undefined {
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return passing('timeout', 'no answer came in time');
  if (code === 'UND_ERR_BODY_TIMEOUT') return passing('timeout', 'the body of the answer stopped coming');
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return passing('truncated', 'the body is not as long as its Content-Length says');
  }
  if (code === 'Z_BUF_ERROR') return passing('truncated', 'the compressed body ends too early');
  if (DECODING.test(code)) return passing('bad encoding', `the compressed body is damaged (${code})`);
  if (BROKEN_OFF.includes(code)) {
    return hasHead
      ? passing('truncated', 'the connection broke off in the middle of the body')
      : passing('reset', `the connection broke off before an answer (${code})`);
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return HEADERS_TOO_LARGE;
  return code.startsWith('E') && !code.startsWith('ERR_')
    ? passing('reset', `the connection failed (${code})`)
    : undefined;
}

function ofParser(code: string | undefined, hasHead: boolean): NetworkFault {
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE;
  return hasHead
    ? passing('truncated', 'the body of the answer breaks the rules of HTTP')
    : lasting('protocol', 'the answer is not HTTP');
}

function describe(error: unknown): { name: string; code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { name: '', code: undefined, message: '' };
  const { code } = error as { code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : undefined, message: error.message };
}

function passing(reason: FailureReason, detail: string): NetworkFault {
  return { reason, detail, isTransient: true };
}

function lasting(reason: FailureReason, detail: string): NetworkFault {
  return { reason, detail, isTransient: false };
}
