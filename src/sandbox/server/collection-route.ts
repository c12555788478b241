import type { ActiveFaults } from '../faults/active-faults.js';
import { parseQuery, type Query, type QueryRecord, shapeOf } from '../query/query.js';
import { contextUrl } from './context-url.js';
import type { Exchange } from './exchange.js';
import { isJsonFormat } from './format-option.js';
import { asksForCompatible, COMPATIBLE_TYPE, compatible } from './ieee754.js';
import type { Page } from './page.js';
import { nextSearch, type PageRange, pageRange, preferredPageSize } from './paging.js';
import { rememberingSchema } from './query-schemas.js';
import type { Found } from './record-order.js';
import { errorReply, jsonReply, type Reply } from './reply.js';
import { type Service, schemaOf } from './service.js';

/** A page of the records of a resource. */
export function answerCollection(
  exchange: Exchange,
  resource: string,
  service: Service,
  faults: ActiveFaults,
): Reply {
  const { schema, asked } = rememberingSchema(schemaOf(service, resource));
  const query = parseQuery(exchange.search, schema);
  if (!isJsonFormat(query.format)) return errorReply(406, 'NotAcceptable', 'Records come as JSON only.');
  const wish = preferredPageSize(exchange.headers);
  const range = pageRange(query, service.pageSize, wish);
  const found = service.order.find(resource, query, exchange.search, asked, range.snapshot);
  const page = faults.changePage(pageOf(exchange, resource, service, query, range, found), exchange);
  const isCompatible = asksForCompatible(exchange) || faults.sendsNumbersAsTexts;
  const content = {
    '@odata.context': contextUrl(exchange.root, resource, query, false),
    ...(page.count === undefined ? {} : { '@odata.count': isCompatible ? String(page.count) : page.count }),
    value: isCompatible
      ? page.records.map((record) => compatible(record, schemaOf(service, resource)))
      : page.records,
    ...(page.nextLink === undefined ? {} : { '@odata.nextLink': page.nextLink }),
  };
  return jsonReply(content, {
    ...(isCompatible ? { 'Content-Type': COMPATIBLE_TYPE } : {}),
    ...(wish === undefined ? {} : { 'Preference-Applied': `odata.maxpagesize=${wish}` }),
  });
}

function pageOf(
  { root, search, url }: Exchange,
  resource: string,
  service: Service,
  query: Query,
  range: PageRange,
  found: Found,
): Page {
  const path = url.slice(0, url.length - search.length);
  const last = Math.min(range.end, found.total);
  const linkTo = (position: number) => `${root}${path}${nextSearch(search, range, position, found.snapshot)}`;
  const recordsAt = recordsOf(resource, service, query, found);
  const border = Math.min(range.from + range.size, last);
  return {
    resource: service.reader.setOf(resource).resource,
    range,
    total: found.total,
    records: recordsAt(range.from, border - range.from),
    ...(query.count ? { count: found.total } : {}),
    ...(border < last ? { nextLink: linkTo(border) } : {}),
    linkTo,
    recordsAt,
  };
}

function recordsOf(resource: string, service: Service, query: Query, found: Found): Page['recordsAt'] {
  const { reader } = service;
  const shape = shapeOf(query, schemaOf(service, resource), reader.context);
  const isPartial = query.select.length > 0 && !query.select.includes('*');
  const fields = isPartial ? new Set(query.select) : undefined;
  return (position, count): readonly QueryRecord[] =>
    Array.from({ length: Math.max(0, Math.min(count, found.total - position)) }, (_, at) =>
      shape(reader.served(resource, found.at(position + at), fields)),
    );
}
