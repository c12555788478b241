import { compareInstants, parseInstant, type Timestamp } from '../../src/sampling/records/instant.js';
import type { PageFacts } from '../../src/sampling/sequence/page-facts.js';
import type { PageRequest, Sequence, SequenceEnd } from '../../src/sampling/sequence/sequence.js';

/** A record as these tests know it: a key, and a timestamp as it would be written. */
export interface TestRecord {
  readonly key: string;
  readonly timestamp: string | null;
}

/** How the records are served. */
export interface Serving {
  /** The most records of a page; a function for pages that differ in size, by the number of the request. */
  readonly pageSize?: number | ((request: number) => number);
  /** Ties come in another order each time. */
  readonly shufflesTies?: true;
  /** What happens to the records before a request, by its number from 0. */
  readonly before?: (request: number, records: TestRecord[]) => void;
  /** Changes a page on its way. */
  readonly page?: (page: ServedPage, request: number) => ServedPage;
}

export interface ServedPage {
  readonly records: readonly TestRecord[];
  readonly nextLink?: string;
}

/** What a sequence did until its end. */
export interface Walked {
  readonly uris: readonly string[];
  readonly seen: ReadonlySet<string>;
  readonly end: SequenceEnd;
}

export const ROOT = new URL('https://api.example.com/odata/');
const MOST_REQUESTS = 5000;

/** Lets a sequence page through records until it ends. */
export function walk(
  sequence: Sequence,
  records: TestRecord[],
  serving: Serving = {},
  options: { readonly promised?: number; readonly limit?: number } = {},
): Walked {
  const { promised, limit = Number.POSITIVE_INFINITY } = options;
  const seen = new Set<string>();
  const uris: string[] = [];
  for (let request = 0; request < MOST_REQUESTS; request++) {
    const { next } = sequence;
    if ('end' in next) return { uris, seen, end: next.end };
    serving.before?.(request, records);
    uris.push(decodeURIComponent(next.ask.uri));
    const page = servePage(next.ask, records, serving, request);
    const facts = factsOf(page, seen, limit);
    sequence.take(facts, { distinct: seen.size, promised });
  }
  throw new Error(`no end after ${MOST_REQUESTS} requests`);
}

/** A timestamp as the engine reads it. */
export function timestamp(text: string): Timestamp {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no timestamp`);
  return { text, instant };
}

function factsOf({ records, nextLink }: ServedPage, seen: Set<string>, limit: number): PageFacts {
  let fresh = 0;
  for (const { key } of records) {
    if (seen.has(key) || seen.size >= limit) continue;
    seen.add(key);
    fresh += 1;
  }
  const stamps = records.flatMap((record) =>
    record.timestamp === null ? [] : [timestamp(record.timestamp)],
  );
  const instants = new Set(
    records.map((record) => record.timestamp && JSON.stringify(timestamp(record.timestamp).instant)),
  );
  const [first] = stamps;
  const last = stamps.at(-1);
  return {
    records: records.length,
    fresh,
    withoutTimestamp: records.length - stamps.length,
    isOneTimestamp: instants.size === 1,
    ...(nextLink === undefined ? {} : { nextLink }),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

/** The answer of an OData server that knows no more than these strategies ask for. */
function servePage(ask: PageRequest, records: TestRecord[], serving: Serving, request: number): ServedPage {
  const query = new URL(ask.uri, ROOT).searchParams;
  const found = records.filter((record) => fits(record, query.get('$filter') ?? ''));
  const tie = new Map(records.map(({ key }, at) => [key, serving.shufflesTies ? chance(request, at) : at]));
  const order = query.get('$orderby');
  const sign = order?.endsWith('desc') ? -1 : 1;
  if (order !== null) {
    found.sort((a, b) => sign * compare(a, b) || (tie.get(a.key) ?? 0) - (tie.get(b.key) ?? 0));
  }
  const skip = Number(query.get('$skip') ?? query.get('$skiptoken') ?? 0);
  const { pageSize = Number.POSITIVE_INFINITY } = serving;
  const most = typeof pageSize === 'number' ? pageSize : pageSize(request);
  const size = Math.min(most, ask.top ?? ask.maxPageSize ?? most);
  const page = { records: found.slice(skip, skip + size) };
  const rest = ask.top === undefined && skip + size < found.length;
  const link = `${ask.uri.replace(/[?&]\$skiptoken=\d+/, '')}`;
  const nextLink = `${link}${link.includes('?') ? '&' : '?'}$skiptoken=${skip + size}`;
  const served = rest ? { ...page, nextLink } : page;
  return serving.page?.(served, request) ?? served;
}

function fits({ timestamp: text }: TestRecord, filter: string): boolean {
  return filter.split(' and ').every((condition) => {
    const [, operator, value] = /^\S+ (le|ge|gt|eq) (.+)$/.exec(condition) ?? [];
    if (operator === undefined || value === undefined) return true;
    if (operator === 'eq') return text === null;
    if (text === null) return false;
    const order = compareInstants(timestamp(text).instant, timestamp(value).instant);
    if (operator === 'le') return order <= 0;
    return operator === 'ge' ? order >= 0 : order > 0;
  });
}

/** Null comes first in ascending order (OData Protocol 4.01, section 11.2.6.2). */
function compare(a: TestRecord, b: TestRecord): number {
  if (a.timestamp === null || b.timestamp === null) {
    return Number(a.timestamp !== null) - Number(b.timestamp !== null);
  }
  return compareInstants(timestamp(a.timestamp).instant, timestamp(b.timestamp).instant);
}

function chance(request: number, at: number): number {
  let hash = Math.imul(request + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}
