import type { FailureReason } from './failure-reason.js';

const ADVICE: Readonly<Record<FailureReason, string>> = {
  dns: 'Check the host name and the network.',
  refused: 'Check that the server runs and that host and port are right.',
  tls: 'Check the certificate. If an authority of your own has signed it, name its file in NODE_EXTRA_CA_CERTS.',
  proxy: 'Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.',
  timeout: 'Make the server answer sooner, or ask for smaller pages.',
  reset: 'Look into the log of the server, or of the gateway before it.',
  truncated: 'Send whole bodies: look into the log of the server, or of the gateway before it.',
  'bad encoding': 'Send what Content-Encoding says: gzip, deflate, br, or nothing.',
  'invalid body': 'Send a whole and valid body.',
  protocol: 'Check that an HTTP server answers at this address, and whether it is http or https.',
  'too large': 'Send smaller pages.',
  'foreign origin': 'Use links within the origin of the service root: credentials are sent nowhere else.',
  'foreign redirect': 'Give the address that it leads to, if it is right: credentials are sent nowhere else.',
  'too many redirects': 'Answer instead of redirecting.',
  'invalid url': 'Use an http or https address.',
  'server error': 'Look into the log of the server.',
  'rate limited': 'Try later or slower (--delay), or allow a longer wait (--rate-limit-wait).',
};

/** What happened, where and what to do, for a request that failed for good. */
export function failureMessage(
  request: { readonly method: string; readonly url: string },
  reason: FailureReason,
  detail: string,
  tries: number,
): string {
  const often = tries > 1 ? `, ${tries} times` : '';
  return `${request.method} ${request.url} failed: ${detail}${often}. ${ADVICE[reason]}`;
}
