import { invalidToken } from '../server/authorise.js';
import { bearerToken } from '../server/exchange.js';
import { errorReply } from '../server/reply.js';
import { refusal } from '../server/token-endpoint.js';
import type { Fault } from './fault.js';
import { withBody } from './http-faults.js';
import { isForService, isForToken } from './occasions.js';

/** Tokens that end early, and token endpoints with habits of their own. */
export const AUTHENTICATION_FAULTS: readonly Fault[] = [
  {
    name: 'token-expires',
    what: 'the token of a request is revoked, and the request answered with 401',
    rate: '1/10',
    needs: 'token',
    request: {
      applies: (exchange, { tokens }) =>
        isForService(exchange) && tokens.isGood(bearerToken(exchange.headers)),
      answer: ({ headers }, { tokens }) => {
        tokens.revoke(bearerToken(headers) ?? '');
        return invalidToken();
      },
    },
  },
  {
    name: 'token-always-refused',
    what: '401 for each request, whatever its token',
    rate: 'all',
    needs: 'token',
    request: { applies: isForService, answer: invalidToken },
  },
  {
    name: 'token-endpoint-error',
    what: 'the token endpoint answers 500',
    rate: 'all',
    needs: 'client credentials',
    request: {
      applies: isForToken,
      answer: () => errorReply(500, 'InternalServerError', 'No tokens today.'),
    },
  },
  {
    name: 'token-endpoint-refuses-basic',
    what: 'the token endpoint takes the credentials in the body only',
    rate: 'all',
    needs: 'client credentials',
    request: {
      applies: (exchange) => isForToken(exchange) && exchange.headers.authorization !== undefined,
      answer: () => refusal(401, 'invalid_client'),
    },
  },
  {
    name: 'token-without-expiry',
    what: 'the answer of the token endpoint lacks expires_in',
    rate: 'all',
    needs: 'client credentials',
    reply: {
      applies: (exchange, { status }) => isForToken(exchange) && status === 200,
      change: (reply) => {
        const { expires_in: _dropped, ...granted } = JSON.parse(String(reply.body)) as Record<
          string,
          unknown
        >;
        return withBody(reply, reply.headers['Content-Type'] ?? '', JSON.stringify(granted));
      },
    },
  },
];
