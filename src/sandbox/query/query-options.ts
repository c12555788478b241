import { QueryError } from './query-error.js';

const LONGEST = 16_384;

/**
 * The options of the query part that begin with `$`, by name in lower case (OData 4.01 takes any case), with their
 * values percent-decoded. Other names are custom options, which a service may ignore (URL Conventions, 5.2).
 *
 * @throws QueryError if the text is too long or malformed, or an option is given twice.
 */
export function systemOptions(search: string): ReadonlyMap<string, string> {
  const text = search.startsWith('?') ? search.slice(1) : search;
  if (text.length > LONGEST)
    throw new QueryError('TooComplex', `A query may have ${LONGEST} characters at most.`, '', LONGEST);
  const options = new Map<string, string>();
  for (const part of text.split('&')) {
    const equals = part.indexOf('=');
    const name = decoded(equals < 0 ? part : part.slice(0, equals), '').toLowerCase();
    if (name.startsWith('@'))
      throw new QueryError('NotSupported', 'Parameter aliases are not supported.', name, 0);
    if (!name.startsWith('$')) continue;
    if (options.has(name)) throw new QueryError('RepeatedOption', `"${name}" is given twice.`, name, 0);
    options.set(name, decoded(equals < 0 ? '' : part.slice(equals + 1), name));
  }
  return options;
}

/**
 * A plus sign counts as a blank: the standard leaves it a plus sign, but HTML forms and `URLSearchParams` write blanks
 * so, and servers read them so. Who means the sign writes `%2B`.
 */
function decoded(text: string, option: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    const message = `"${text}" is not percent-encoded UTF-8.`;
    throw new QueryError('MalformedUrl', message, option, Math.max(text.indexOf('%'), 0));
  }
}
