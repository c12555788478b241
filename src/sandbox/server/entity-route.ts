import { parseQuery, shapeOf } from '../query/query.js';
import { contextUrl } from './context-url.js';
import type { Exchange, Target } from './exchange.js';
import { isJsonFormat } from './format-option.js';
import { asksForCompatible, COMPATIBLE_TYPE, compatible } from './ieee754.js';
import { errorReply, jsonReply, type Reply } from './reply.js';
import { type Service, schemaOf } from './service.js';

/** A single record by its key (OData 4.01 Protocol, section 11.2.3). */
export function answerEntity(
  exchange: Exchange,
  { resource, key }: Target & { kind: 'entity' },
  service: Service,
): Reply {
  const { root, search } = exchange;
  const schema = schemaOf(service, resource);
  const query = parseQuery(search, schema, { target: 'entity' });
  if (!isJsonFormat(query.format)) return errorReply(406, 'NotAcceptable', 'Records come as JSON only.');
  const { reader } = service;
  const index = reader.setOf(resource).indexOf(key);
  if (index === undefined) return errorReply(404, 'NotFound', `${resource} has no record with this key.`);
  const record = shapeOf(query, schema, reader.context)(reader.served(resource, index));
  const context = { '@odata.context': contextUrl(root, resource, query, true) };
  return asksForCompatible(exchange)
    ? jsonReply({ ...context, ...compatible(record, schema) }, { 'Content-Type': COMPATIBLE_TYPE })
    : jsonReply({ ...context, ...record });
}
