import type { QueryRecord, QuerySchema } from '../query/query.js';
import type { Exchange } from './exchange.js';
import { JSON_TYPE } from './reply.js';

const ASKED = /\bapplication\/json\b[^,]*;\s*(?:odata\.)?IEEE754Compatible\s*=\s*true\b/i;
const AS_TEXT: readonly string[] = ['Edm.Int64', 'Edm.Decimal'];

/** The content type of an answer whose large numbers are texts. */
export const COMPATIBLE_TYPE = JSON_TYPE.replace(';', ';IEEE754Compatible=true;');

/** Whether a client asks for large numbers as texts (OData JSON 4.01, section 3.2). */
export function asksForCompatible({ headers }: Exchange): boolean {
  return ASKED.test(headers.accept ?? '');
}

/** The record with its Int64 and Decimal values as texts, and the counts and records in its expansions too. */
export function compatible(record: QueryRecord, schema: QuerySchema): QueryRecord {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, compatibleMember(name, value, schema)]),
  );
}

function compatibleMember(name: string, value: unknown, schema: QuerySchema): unknown {
  if (name.endsWith('@odata.count')) return String(value);
  const property = schema.typeOf(name);
  if (property?.kind === 'navigation') {
    const nested = (one: unknown) => (one === null ? null : compatible(one as QueryRecord, property.schema));
    return Array.isArray(value) ? value.map(nested) : nested(value);
  }
  const isText = property?.kind === 'primitive' && AS_TEXT.includes(property.type);
  return isText && typeof value === 'number' ? String(value) : value;
}
