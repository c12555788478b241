import { errorReply } from '../server/reply.js';
import type { Fault } from './fault.js';
import { withBody, withoutVersion } from './http-faults.js';
import { isForMetadata } from './occasions.js';

const TOO_LARGE = 65 * 1024 * 1024;

/** Metadata that is not answered as it should be. */
export const METADATA_FAULTS: readonly Fault[] = [
  {
    name: 'metadata-406',
    what: '406 until the metadata is asked for with $format',
    rate: 'all',
    request: {
      applies: (exchange) => isForMetadata(exchange) && !/(?:\$|%24)format=/i.test(exchange.search),
      answer: () => errorReply(406, 'NotAcceptable', 'Ask with $format=application/xml.'),
    },
  },
  {
    name: 'metadata-content-type',
    what: 'the metadata says that it is text/plain',
    rate: 'all',
    reply: { applies: isForMetadata, change: (reply) => withBody(reply, 'text/plain', reply.body) },
  },
  {
    name: 'metadata-no-odata-version',
    what: 'the metadata comes without the OData-Version header',
    rate: 'all',
    reply: { applies: isForMetadata, change: withoutVersion },
  },
  {
    name: 'metadata-malformed',
    what: 'the metadata ends in the middle of its XML',
    rate: 'all',
    metadata: (xml) => xml.slice(0, Math.floor(xml.length * 0.6)),
  },
  {
    name: 'metadata-html',
    what: 'instead of the metadata comes a login page, with status 200',
    rate: 'all',
    reply: {
      applies: isForMetadata,
      change: (reply) =>
        withBody(
          reply,
          'text/html;charset=utf-8',
          '<!DOCTYPE html>\n<html><body><form>Sign in</form></body></html>\n',
        ),
    },
  },
  {
    name: 'metadata-too-large',
    what: 'the metadata has 65 MiB of blanks at its end',
    rate: 'all',
    reply: {
      applies: isForMetadata,
      change: (reply) => ({
        ...reply,
        body: Buffer.concat([Buffer.from(reply.body), Buffer.alloc(TOO_LARGE, ' ')]),
      }),
    },
  },
  {
    name: 'service-document-mismatch',
    what: 'the service document lacks Office and lists a set that the metadata lacks',
    rate: 'all',
    reply: {
      applies: ({ target }) => target.kind === 'service document',
      change: (reply) =>
        withBody(
          reply,
          reply.headers['Content-Type'] ?? '',
          String(reply.body).replaceAll('"Office"', '"Ghost"'),
        ),
    },
  },
];
