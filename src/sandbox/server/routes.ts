import type { ActiveFaults } from '../faults/active-faults.js';
import { QueryError } from '../query/query.js';
import { answerCollection } from './collection-route.js';
import { answerCount } from './count-route.js';
import { answerEntity } from './entity-route.js';
import type { Exchange } from './exchange.js';
import { answerMetadata } from './metadata-route.js';
import { errorReply, type Reply } from './reply.js';
import type { Service } from './service.js';
import { answerServiceDocument } from './service-document-route.js';

/** Answers a request that may pass, for what it asks of the service. */
export function answerRequest(exchange: Exchange, service: Service, faults: ActiveFaults): Reply {
  const { method, target } = exchange;
  if (target.kind === 'unknown') return notFound('There is nothing at this address.');
  if (method !== 'GET' && method !== 'HEAD') {
    const message = `${method} is not supported: the sandbox can only be read.`;
    return errorReply(405, 'MethodNotAllowed', message, { headers: { Allow: 'GET, HEAD' } });
  }
  try {
    return route(exchange, service, faults);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return errorReply(error.status, error.code, error.message, { target: error.target });
  }
}

function route(exchange: Exchange, service: Service, faults: ActiveFaults): Reply {
  const { target } = exchange;
  switch (target.kind) {
    case 'service document':
      return answerServiceDocument(exchange, service);
    case 'metadata':
      return answerMetadata(exchange, service);
    case 'collection':
      return answerCollection(exchange, target.resource, service, faults);
    case 'count':
      return answerCount(exchange, target.resource, service);
    case 'entity':
      return answerEntity(exchange, target, service);
    default:
      return notFound('There is nothing at this address.');
  }
}

function notFound(message: string): Reply {
  return errorReply(404, 'NotFound', message);
}
