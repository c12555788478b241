import type { IncomingHttpHeaders } from 'node:http';
import { type Query, QueryError } from '../query/query.js';

/** Which records of a result a page holds, by their positions from 0. */
export interface PageRange {
  readonly from: number;
  /** The most records that this page may have. */
  readonly size: number;
  /** Where the client wants the result to end: beyond `$skip` and `$top`. */
  readonly end: number;
  /** The result that a next link goes on with, where results differ from time to time. */
  readonly snapshot?: number;
}

const TOKEN = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9}|all)(?:\.(\d{1,9}))?$/;
/** What a next link says in its own way. */
const REPLACED = /^(?:\$|%24)(?:top|skip|skiptoken)=/i;

/**
 * The range that a request asks for: by `$skip` and `$top`, or by the `$skiptoken` of a next link, which holds all
 * that the next page needs. No page is larger than `largest`, whatever the client asks for.
 *
 * @throws QueryError for a token that is none of ours
 */
export function pageRange({ top, skip = 0, skiptoken }: Query, largest: number, wish?: number): PageRange {
  const size = Math.min(largest, wish ?? largest);
  if (skiptoken === undefined) return { from: skip, size, end: top === undefined ? Infinity : skip + top };
  const [, from, kept, end, snapshot = 0] = TOKEN.exec(skiptoken) ?? [];
  if (from === undefined || Number(kept) === 0) {
    throw new QueryError('InvalidValue', 'The $skiptoken is none that this service made.', '$skiptoken', 0);
  }
  return {
    from: Number(from),
    size: Math.min(largest, Number(kept)),
    end: end === 'all' ? Infinity : Number(end),
    snapshot: Number(snapshot),
  };
}

/** The query of a link that goes on at another position of a result. */
export function nextSearch(
  search: string,
  { size, end }: PageRange,
  position: number,
  snapshot: number,
): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !REPLACED.test(part));
  const token = `${position}.${size}.${Number.isFinite(end) ? end : 'all'}${snapshot === 0 ? '' : `.${snapshot}`}`;
  return `?${[...kept, `$skiptoken=${token}`].join('&')}`;
}

/** The page size that a client prefers: `Prefer: odata.maxpagesize=N`, also without `odata.` (OData 4.01). */
export function preferredPageSize({ prefer }: IncomingHttpHeaders): number | undefined {
  const text = Array.isArray(prefer) ? prefer.join(',') : (prefer ?? '');
  const [, size] = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?\s*(?:$|[,;])/i.exec(text) ?? [];
  return size === undefined || Number(size) === 0 ? undefined : Number(size);
}
