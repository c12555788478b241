import type { AccessTokens } from './access-tokens.js';
import type { Exchange } from './exchange.js';
import { errorReply, type Reply } from './reply.js';

const FORM = /^application\/x-www-form-urlencoded\b/i;
const NOT_STORED = { 'Content-Type': 'application/json;charset=utf-8', 'Cache-Control': 'no-store' };

interface Credentials {
  readonly id: string | undefined;
  readonly secret: string | undefined;
}

/** Answers a token request of the client credentials grant (RFC 6749, section 4.4). */
export function answerTokenRequest(exchange: Exchange, tokens: AccessTokens): Reply {
  if (!tokens.hasClient) return errorReply(404, 'NotFound', 'The sandbox has no client credentials.');
  if (exchange.method !== 'POST') {
    return errorReply(405, 'MethodNotAllowed', 'Tokens are asked for with POST.', {
      headers: { Allow: 'POST' },
    });
  }
  if (!FORM.test(exchange.headers['content-type'] ?? '')) return refusal(400, 'invalid_request');
  const form = new URLSearchParams(exchange.body);
  if (form.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type');
  const { id, secret } = basicCredentials(exchange) ?? formCredentials(form);
  if (!tokens.isClient(id, secret)) return refusal(401, 'invalid_client');
  const scope = form.get('scope');
  const granted = { access_token: tokens.issue(), token_type: 'Bearer', expires_in: tokens.lifetime };
  return tokenReply(200, scope === null ? granted : { ...granted, scope });
}

/** A refusal of the token endpoint (RFC 6749, section 5.2). */
export function refusal(status: number, error: string): Reply {
  const reply = tokenReply(status, { error });
  if (status !== 401) return reply;
  return { ...reply, headers: { ...reply.headers, 'WWW-Authenticate': 'Basic realm="sandbox"' } };
}

function tokenReply(status: number, content: object): Reply {
  return { status, headers: NOT_STORED, body: JSON.stringify(content) };
}

/** Id and secret of a Basic header, each form-encoded before they were joined (RFC 6749, section 2.3.1). */
function basicCredentials({ headers }: Exchange): Credentials | undefined {
  const [, encoded] = /^Basic +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
}

function formCredentials(form: URLSearchParams): Credentials {
  return { id: form.get('client_id') ?? undefined, secret: form.get('client_secret') ?? undefined };
}

function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
