import { ConfigurationError } from '../core/errors.js';

/**
 * An http or https address, without the user and the fragment that it may carry.
 *
 * @throws ConfigurationError when it is none; `what` says which setting it stands in
 */
export function parseAddress(text: string, what: string): URL {
  const url = toUrl(text.trim());
  if (url !== undefined) return url;
  throw new ConfigurationError(`${what} is no http or https address.`, {
    advice: 'Write it in full, such as https://api.example.com/odata.',
  });
}

/** A service root that relative paths can be resolved against: its path ends with a slash, it has no query. */
export function parseServiceRoot(text: string): URL {
  const root = parseAddress(text, 'The service root');
  root.search = '';
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  return root;
}

/** A link as an http or https address, relative ones resolved against `base`. Nothing when it is none. */
export function resolveLink(link: string, base: URL): URL | undefined {
  return toUrl(link, base.href);
}

function toUrl(text: string, base?: string): URL | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}
