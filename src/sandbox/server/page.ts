import type { QueryRecord } from '../query/query.js';
import type { ServedResource } from '../served-resources.js';
import type { PageRange } from './paging.js';

/** A page of records before it is written out. */
export interface Page {
  readonly resource: ServedResource;
  readonly range: PageRange;
  /** The number of records of the whole result. */
  readonly total: number;
  readonly records: readonly QueryRecord[];
  /** What `@odata.count` says, where it was asked for. */
  readonly count?: number;
  readonly nextLink?: string;
  /** The link to the page that begins at a position. */
  readonly linkTo: (position: number) => string;
  /** Records of the result, as they are written out. */
  readonly recordsAt: (position: number, count: number) => readonly QueryRecord[];
}

/** A page without its next link. */
export function withoutNextLink({ nextLink: _dropped, ...page }: Page): Page {
  return page;
}

/** A page without its count. */
export function withoutCount({ count: _dropped, ...page }: Page): Page {
  return page;
}
