import type { Exchange } from './exchange.js';
import { formatOf, isJsonFormat } from './format-option.js';
import { errorReply, jsonReply, type Reply } from './reply.js';
import type { Service } from './service.js';

/** The service document: the entity sets (OData 4.01 JSON Format, section 5). */
export function answerServiceDocument({ root, search }: Exchange, { resources }: Service): Reply {
  if (!isJsonFormat(formatOf(search))) {
    return errorReply(406, 'NotAcceptable', 'The service document comes as application/json only.');
  }
  const value = [...resources.keys()].map((name) => ({ name, kind: 'EntitySet', url: name }));
  return jsonReply({ '@odata.context': `${root}/$metadata`, value });
}
