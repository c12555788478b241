/**
 * Why a request failed for good.
 *
 * - No connection: `dns`, `refused` (also: no route), `tls`, `proxy`, `timeout` (also of headers and body).
 * - A broken answer: `reset`, `truncated`, `bad encoding` (its compression), `invalid body` (by `accept`), `protocol`
 *   (no HTTP), `too large` (body or headers).
 * - A refusal of ours: `foreign origin`, `foreign redirect`, `too many redirects`, `invalid url`.
 * - The server's word: `server error` (500, 502, 504), `rate limited` (429, 503).
 */
export type FailureReason =
  | 'dns'
  | 'refused'
  | 'tls'
  | 'proxy'
  | 'timeout'
  | 'reset'
  | 'truncated'
  | 'bad encoding'
  | 'invalid body'
  | 'protocol'
  | 'too large'
  | 'foreign origin'
  | 'foreign redirect'
  | 'too many redirects'
  | 'invalid url'
  | 'server error'
  | 'rate limited';
