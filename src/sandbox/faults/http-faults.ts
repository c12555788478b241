import { keyAt } from '../data/keys.js';
import { errorReply, type Reply } from '../server/reply.js';
import { cutShort, reset, slowly, stalled, truncated } from './deliveries.js';
import type { Fault, RequestHook } from './fault.js';
import { isForPages, isForRecords, isForService } from './occasions.js';

const RETRY_SECONDS = 2;
/** The index of the record whose pages cannot be parsed. */
const POISONED = 41;
const LAST_ANSWER = '1/50';

/** What goes wrong on the way, whatever is asked for. */
export const HTTP_FAULTS: readonly Fault[] = [
  {
    name: 'too-many-requests',
    what: '429 with Retry-After in seconds',
    rate: '1/10',
    request: refusing(429, () => ({ 'Retry-After': String(RETRY_SECONDS) })),
  },
  {
    name: 'too-many-requests-date',
    what: '429 with Retry-After as a date',
    rate: '1/10',
    request: refusing(429, (now) => ({ 'Retry-After': inSeconds(now, RETRY_SECONDS).toUTCString() })),
  },
  {
    name: 'too-many-requests-bare',
    what: '429 without Retry-After',
    rate: '2',
    request: refusing(429, () => ({})),
  },
  {
    name: 'unavailable',
    what: '503 with Retry-After in seconds',
    rate: '1/10',
    request: refusing(503, () => ({ 'Retry-After': String(RETRY_SECONDS) })),
  },
  { name: 'server-error', what: '500', rate: '1/10', request: refusing(500, () => ({})) },
  { name: 'bad-gateway', what: '502 with an HTML page', rate: '1/10', request: htmlError(502) },
  {
    name: 'server-dies',
    what: 'the server breaks off this request and is gone from then on',
    rate: LAST_ANSWER,
    request: {
      applies: isForService,
      answer: (_exchange, { die }) => {
        die();
        return { ...errorReply(500, 'Gone', 'The sandbox is gone.'), delivery: reset };
      },
    },
  },
  {
    name: 'resource-error',
    what: '500 for each request for OpenHouse records',
    rate: 'all',
    request: {
      ...refusing(500, () => ({})),
      applies: ({ target }) => 'resource' in target && target.resource === 'OpenHouse',
    },
  },
  {
    name: 'forbidden',
    what: '403 for each request for Office records',
    rate: 'all',
    request: {
      ...refusing(403, () => ({})),
      applies: ({ target }) => 'resource' in target && target.resource === 'Office',
    },
  },
  {
    name: 'reset',
    what: 'the connection is reset instead of an answer',
    rate: '1/10',
    reply: { applies: isForService, change: (reply) => ({ ...reply, delivery: reset }) },
  },
  {
    name: 'slow-body',
    what: 'the body comes in ten pieces over two seconds',
    rate: '1/5',
    reply: { applies: isForService, change: (reply) => ({ ...reply, delivery: slowly }) },
  },
  {
    name: 'stalled-body',
    what: 'half of the body comes, then nothing more',
    rate: '1/10',
    reply: { applies: isForService, change: (reply) => ({ ...reply, delivery: stalled }) },
  },
  {
    name: 'truncated-body',
    what: 'the connection closes before the body is as long as Content-Length says',
    rate: '1/10',
    reply: { applies: isForService, change: (reply) => ({ ...reply, delivery: truncated }) },
  },
  {
    name: 'cut-body',
    what: 'half of a page (of its gzip, if it is compressed) comes as if it were whole',
    rate: '1/10',
    reply: { applies: isForPages, change: (reply) => ({ ...reply, delivery: cutShort }) },
  },
  {
    name: 'unparsable-page',
    what: `each page with record number ${POISONED + 1} of a resource is no JSON`,
    rate: 'all',
    reply: {
      applies: (exchange, { body }) =>
        isForRecords(exchange) &&
        'resource' in exchange.target &&
        String(body).includes(`Key":"${keyAt(exchange.target.resource, POISONED)}"`),
      change: (reply) =>
        withBody(reply, reply.headers['Content-Type'] ?? '', `${String(reply.body).slice(0, -1)},]`),
    },
  },
  {
    name: 'html-page',
    what: 'a page of records is an HTML page with status 200',
    rate: '1/10',
    reply: { applies: isForRecords, change: (reply) => withBody(reply, 'text/html', '<html>Sign in</html>') },
  },
  {
    name: 'wrong-content-type',
    what: 'pages of records say that they are text/plain',
    rate: 'all',
    reply: { applies: isForRecords, change: (reply) => withBody(reply, 'text/plain', String(reply.body)) },
  },
  {
    name: 'no-odata-version',
    what: 'pages of records come without the OData-Version header',
    rate: 'all',
    reply: { applies: isForRecords, change: withoutVersion },
  },
];

/** An answer with another body. */
export function withBody(reply: Reply, type: string, body: string | Buffer): Reply {
  return { ...reply, headers: { ...reply.headers, 'Content-Type': type }, body };
}

/** An answer without the OData-Version header. */
export function withoutVersion(reply: Reply): Reply {
  const { 'OData-Version': _dropped, ...headers } = reply.headers;
  return { ...reply, headers };
}

function refusing(status: number, headersAt: (now: Date) => Record<string, string>): RequestHook {
  return {
    applies: isForService,
    answer: (_exchange, { now }) =>
      errorReply(status, `Sandbox${status}`, 'The sandbox was asked to fail here.', {
        headers: headersAt(now()),
      }),
  };
}

function htmlError(status: number): RequestHook {
  return {
    applies: isForService,
    answer: () => ({ status, headers: { 'Content-Type': 'text/html' }, body: '<html>Bad gateway</html>' }),
  };
}

function inSeconds(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
