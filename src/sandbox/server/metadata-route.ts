import type { Exchange } from './exchange.js';
import { formatOf, isXmlFormat } from './format-option.js';
import { errorReply, type Reply, textReply, XML_TYPE } from './reply.js';
import type { Service } from './service.js';

/** The metadata document, always as XML: an `Accept` header that does not name it is overlooked. */
export function answerMetadata({ search }: Exchange, { metadata }: Service): Reply {
  if (isXmlFormat(formatOf(search))) return textReply(XML_TYPE, metadata);
  return errorReply(406, 'NotAcceptable', 'The metadata comes as application/xml only.');
}
