import type { HttpHeaders, HttpResponse } from './http-answer.js';
import type { NetworkFault } from './network-fault.js';
import type { WireHead, WireResult } from './sending.js';
import { resolveLink } from './service-address.js';

/** What one exchange comes to. */
export type Judgement =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'redirect'; readonly to: URL }
  | { readonly kind: 'fault'; readonly fault: NetworkFault; readonly status?: number };

/** What an exchange is judged by. */
export interface Judged {
  readonly url: URL;
  readonly exchange: string;
  readonly redirectsSoFar: number;
  readonly accept?: ((response: HttpResponse) => string | undefined) | undefined;
}

const MOST_REDIRECTS = 5;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Judges what came back: an answer, a redirect that may be followed, or a fault. */
export function judgeAnswer(result: WireResult, judged: Judged): Judgement {
  const { head } = result;
  if (result.fault !== undefined || head === undefined) {
    const fault = result.fault ?? { reason: 'protocol', detail: 'no answer came', isTransient: false };
    return { kind: 'fault', fault, ...(head === undefined ? {} : { status: head.status }) };
  }
  const headers = toHeaders(head.headers);
  const location = REDIRECTS.includes(head.status) ? headers['location'] : undefined;
  if (location !== undefined) return redirect(location, head, judged);
  if (head.status === 407) return faulty(head, 'proxy', 'the proxy asks for a user and a password (407)');
  return accepted(toResponse(result, head, headers, judged), head, judged);
}

function redirect(location: string, head: WireHead, { url, redirectsSoFar }: Judged): Judgement {
  const to = resolveLink(location, url);
  if (to === undefined)
    return faulty(head, 'invalid url', 'it is redirected to what is no http or https address');
  if (to.origin !== url.origin) {
    return faulty(head, 'foreign redirect', `it is redirected to another origin, ${to.origin}`);
  }
  if (redirectsSoFar >= MOST_REDIRECTS) {
    return faulty(head, 'too many redirects', `it is redirected more than ${MOST_REDIRECTS} times`);
  }
  return { kind: 'redirect', to };
}

function accepted(response: HttpResponse, head: WireHead, { accept }: Judged): Judgement {
  const isSuccess = response.status >= 200 && response.status < 300;
  const complaint = isSuccess ? accept?.(response) : undefined;
  if (complaint === undefined) return { kind: 'response', response };
  const fault = {
    reason: 'invalid body',
    detail: `the body cannot be used: ${complaint}`,
    isTransient: true,
  } as const;
  return { kind: 'fault', fault, status: head.status };
}

function faulty({ status }: WireHead, reason: NetworkFault['reason'], detail: string): Judgement {
  return { kind: 'fault', fault: { reason, detail, isTransient: false }, status };
}

function toResponse(
  { body, startedAt, timings, wireBytes }: WireResult,
  { status, statusText }: WireHead,
  headers: HttpHeaders,
  { url, exchange }: Judged,
): HttpResponse {
  return {
    kind: 'response',
    status,
    statusText,
    headers,
    body,
    url: url.href,
    startedAt: startedAt.toISOString(),
    timings,
    wireBytes,
    exchange,
  };
}

function toHeaders(raw: WireHead['headers']): HttpHeaders {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined)
      headers[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  return headers;
}
