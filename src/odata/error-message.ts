import { shorten } from '../core/shorten.js';

const LONGEST = 300;

/** What a server says in an OData error (`error.message`: OData JSON Format 4.01, section 21.1), cut to 300 characters; nothing in other bodies. */
export function errorMessageOf(body: string): string | undefined {
  const message = messageIn(body)?.trim();
  return message === undefined || message === '' ? undefined : shorten(message, LONGEST);
}

function messageIn(body: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // Many servers answer with a page of HTML: it has nothing to quote.
    return undefined;
  }
  const message = member(member(json, 'error'), 'message');
  return typeof message === 'string' ? message : undefined;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
