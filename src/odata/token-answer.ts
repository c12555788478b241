import { bearerHeader } from './bearer.js';

/** A token that a token endpoint handed out. */
export interface GrantedToken {
  readonly authorization: string;
  /** All that is secret in the answer. */
  readonly secrets: readonly string[];
  /** How long it may be used, in milliseconds; absent when the endpoint says nothing of use. */
  readonly lifetimeMs?: number;
}

const SECRETS = ['access_token', 'refresh_token', 'id_token'];
// One gateway in wide use calls it BearerToken.
const BEARER = /^bearer(?:token)?$/i;
const NUMERAL = /^\d{1,15}(?:\.\d{1,9})?$/;

/** Reads the answer of a token endpoint (RFC 6749, 5.1), or says what is wrong with it. */
export function readTokenAnswer(body: Uint8Array): GrantedToken | string {
  const answer = parseObject(body);
  if (answer === undefined) return 'its answer is no JSON object';
  const token = answer['access_token'];
  if (typeof token !== 'string' || token === '') return 'its answer has no access_token';
  const type = answer['token_type'];
  if (type !== undefined && (typeof type !== 'string' || !BEARER.test(type.trim()))) {
    return `its token_type is ${JSON.stringify(type)}, but only Bearer can be used`;
  }
  const authorization = bearerHeader(token);
  if (authorization === undefined) return 'its access_token holds characters that no token may have';
  const secrets = SECRETS.map((name) => answer[name]).filter((value) => typeof value === 'string');
  const lifetimeMs = lifetimeOf(answer['expires_in']);
  return { authorization, secrets, ...(lifetimeMs === undefined ? {} : { lifetimeMs }) };
}

/** The error code and description of a refusal (RFC 6749, 5.2), as far as there are any. */
export function readTokenError(body: Uint8Array): { readonly code?: string; readonly description?: string } {
  const answer = parseObject(body) ?? {};
  const { error: code, error_description: description } = answer;
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  };
}

/** Zero, negative or no number at all: then only a 401 tells that the token has expired. */
function lifetimeOf(expiresIn: unknown): number | undefined {
  const isNumeral = typeof expiresIn === 'string' && NUMERAL.test(expiresIn.trim());
  const seconds = typeof expiresIn === 'number' || isNumeral ? Number(expiresIn) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

function parseObject(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
