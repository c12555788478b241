import type { AccessTokens } from './access-tokens.js';
import { bearerToken, type Exchange } from './exchange.js';
import { errorReply, type Reply } from './reply.js';

const REALM = 'Bearer realm="sandbox"';

/** The refusal of a request without a good token, or nothing when it may pass (RFC 6750, section 3). */
export function refuseWithoutToken({ headers }: Exchange, tokens: AccessTokens): Reply | undefined {
  if (!tokens.areNeeded) return undefined;
  const token = bearerToken(headers);
  if (tokens.isGood(token)) return undefined;
  return token === undefined
    ? unauthorised('Unauthorized', 'The request has no bearer token.', REALM)
    : invalidToken();
}

/** The refusal of a token that is wrong, revoked or has ended. */
export function invalidToken(): Reply {
  const message = 'The token is wrong or has expired.';
  return unauthorised(
    'InvalidToken',
    message,
    `${REALM}, error="invalid_token", error_description="${message}"`,
  );
}

function unauthorised(code: string, message: string, challenge: string): Reply {
  return errorReply(401, code, message, { headers: { 'WWW-Authenticate': challenge } });
}
