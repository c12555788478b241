import { parseQuery } from '../query/query.js';
import type { Exchange } from './exchange.js';
import { rememberingSchema } from './query-schemas.js';
import { type Reply, textReply } from './reply.js';
import { type Service, schemaOf } from './service.js';

/** `/$count`: the number of records that a filter finds, as plain text (OData 4.01 Protocol, section 11.2.10). */
export function answerCount({ search }: Exchange, resource: string, service: Service): Reply {
  const { schema, asked } = rememberingSchema(schemaOf(service, resource));
  const query = parseQuery(search, schema, { target: 'count' });
  const { total } = service.order.find(resource, query, search, asked);
  return textReply('text/plain;charset=utf-8', String(total));
}
