import type { IncomingHttpHeaders } from 'node:http';

/** What a request is about. */
export type Target =
  | { readonly kind: 'service document' | 'metadata' | 'token' | 'unknown' }
  | { readonly kind: 'collection' | 'count'; readonly resource: string }
  | { readonly kind: 'entity'; readonly resource: string; readonly key: string };

/** One request, as the sandbox reads it. */
export interface Exchange {
  readonly method: string;
  /** From the `?` on, as it came; empty without one. */
  readonly search: string;
  /** The path and the search, as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The service root that the client sees, without a slash at its end. */
  readonly root: string;
  readonly target: Target;
  /** The body as text; only what a token request needs is read. */
  readonly body: string;
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}
