import { createHash } from 'node:crypto';
import { REDACTED } from '../../core/redaction.js';
import { resolveLink } from '../../odata/service-address.js';

/** Where a next link leads. */
export type Target =
  | { readonly kind: 'page'; readonly uri: string }
  | { readonly kind: 'seen' | 'foreign' | 'unusable' };

/** Says where next links lead, and remembers those that were followed. */
export class NextLinks {
  // Links can be long and many: a digest of each is enough to know it again.
  readonly #seen = new Set<string>();

  /** @param serviceRoot what relative links are resolved against, and whose origin no link may leave */
  constructor(private readonly serviceRoot: URL) {}

  /** @param requestUri the request on whose page the link stands: a link that is a query alone belongs to its path */
  follow(link: string, requestUri: string): Target {
    const base = link.startsWith('?') ? new URL(requestUri, this.serviceRoot) : this.serviceRoot;
    const url = resolveLink(link, base);
    if (url === undefined) return { kind: 'unusable' };
    if (url.origin !== this.serviceRoot.origin) return { kind: 'foreign' };
    if (this.#has(url.href)) return { kind: 'seen' };
    return { kind: 'page', uri: url.href };
  }

  /** Remembers an address as one that has been asked for. */
  note(uri: string): void {
    this.#seen.add(digest(new URL(uri, this.serviceRoot).href));
  }

  #has(href: string): boolean {
    // Of links that a checkpoint or a recording keeps without what was secret in them, two may look alike.
    if (href.includes(REDACTED)) return false;
    return this.#seen.has(digest(href));
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
