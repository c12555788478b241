import { ConfigurationError } from '../core/errors.js';
import type { Given } from './given.js';

/** Servers refuse much shorter ones. */
const LONGEST = 8192;

/**
 * The service root (OData URL Conventions 4.01, section 2) in normal form: scheme and host in small letters, no
 * default port, no slash at the end. `http` is taken, for servers under development; see `plainHttpNotices`.
 *
 * @throws ConfigurationError for what is no absolute http or https URI, and for user info, query, fragment or a
 *   trailing `$metadata`. The URI is never quoted: someone may have put a secret into it.
 */
export function checkServiceRoot(given: Given): string {
  const text = given.read();
  const url = parseUri(given, text);
  if (text.includes('?')) throw refuse(given, 'has a query', 'Give the service root alone.');
  const root = url.href.replace(/\/+$/, '');
  if (/\/(?:\$|%24)metadata$/i.test(root)) {
    throw refuse(given, 'is the address of the metadata', 'Leave off "/$metadata".');
  }
  return root;
}

/**
 * The URI of the OAuth 2 token endpoint. It may have a query (RFC 6749, section 3.2), and a slash at its end is part of
 * its name.
 *
 * @throws ConfigurationError for what is no absolute http or https URI, and for user info or a fragment
 */
export function checkTokenUri(given: Given): string {
  return parseUri(given, given.read()).href;
}

/**
 * The address of a request, which is sent as it is written. Blanks may stand in its query.
 *
 * @throws ConfigurationError for what is no absolute http or https URI, and for user info
 */
export function checkRequestUri(given: Given): void {
  const text = given.read();
  const blank = text.search(/[?#]/);
  parseUri(given, blank < 0 ? text : text.slice(0, blank));
}

/** A URL of the WHATWG standard, from a text that such a parser would not have to mend first. */
function parseUri(given: Given, text: string): URL {
  if (text.length > LONGEST) throw refuse(given, `is longer than ${LONGEST} characters`, 'Shorten it.');
  if (/[\s\p{Cc}\\]/u.test(text)) {
    throw refuse(given, 'holds a blank, a control character or a backslash', 'Remove it.');
  }
  if (!/^https?:\/\/[^/?#]/i.test(text) || !URL.canParse(text)) {
    throw refuse(given, 'is no http or https URI', 'Give one such as https://api.example.com/odata.');
  }
  const authority = text.split(/[/?#]/)[2] ?? '';
  if (authority.includes('@')) {
    throw refuse(given, 'holds a user name or password', 'Remove it: credentials stand by themselves.');
  }
  if (text.includes('#')) throw refuse(given, 'has a fragment', 'Leave off "#" and what follows it.');
  return new URL(text);
}

function refuse({ name, where }: Given, what: string, advice: string): ConfigurationError {
  return new ConfigurationError(`${name} ${what}.`, { where, advice });
}
