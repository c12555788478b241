import { secondOf } from './page-bytes.js';

/** Which records an answer holds: indices from `first` on, each `step` further, at most `count` of them. */
export interface IndexRange {
  readonly first: number;
  readonly step: 1 | -1;
  readonly count: number;
  /** The number of records that the query finds. */
  readonly total: number;
  /** The position behind the answer, when there are more records to page to. */
  readonly next?: number;
}

const CONDITION = /^ModificationTimestamp (le|lt|ge|gt|eq) (\S+)$/;

/**
 * What a query finds among records whose timestamps rise with their indices: no record is looked at. Undefined for a
 * query that is more than the strategies of replication ask for.
 */
export function indexRange(
  query: URLSearchParams,
  records: number,
  largestPage: number,
  wish = largestPage,
): IndexRange | undefined {
  const bounds = boundsOf(query.get('$filter'), records);
  if (bounds === undefined) return undefined;
  const [low, high] = bounds;
  const total = Math.max(0, high - low);
  const isDescending = query.get('$orderby')?.endsWith(' desc') === true;
  const top = query.get('$top');
  const from = Number(query.get('$skiptoken') ?? query.get('$skip') ?? 0);
  const size = Math.min(largestPage, top === null ? wish : Number(top));
  const count = Math.max(0, Math.min(size, total - from));
  const isPaged = top === null && from + count < total;
  return {
    first: isDescending ? high - 1 - from : low + from,
    step: isDescending ? -1 : 1,
    count,
    total,
    ...(isPaged ? { next: from + count } : {}),
  };
}

/** The first index that fits all conditions, and the one behind the last. */
function boundsOf(filter: string | null, records: number): readonly [number, number] | undefined {
  let [low, high] = [0, records];
  for (const condition of filter === null ? [] : filter.split(' and ')) {
    const [, operator = '', value = ''] = CONDITION.exec(condition) ?? [];
    const bounds = BOUNDS[operator]?.(Date.parse(value) / 1000 - secondOf(0));
    if (bounds === undefined) return undefined;
    low = Math.max(low, bounds[0]);
    high = Math.min(high, bounds[1]);
  }
  return [low, high];
}

const FOREVER = Number.POSITIVE_INFINITY;
/** What each comparison with an index leaves. No record is without a timestamp, and none asked for by an exact one. */
const BOUNDS: Readonly<Record<string, (index: number) => readonly [number, number]>> = {
  ge: (index) => [Math.ceil(index), FOREVER],
  gt: (index) => [Math.floor(index) + 1, FOREVER],
  le: (index) => [0, Math.floor(index) + 1],
  lt: (index) => [0, Math.ceil(index)],
  eq: () => [0, 0],
};
