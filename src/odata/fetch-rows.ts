import type { HttpClient } from './http-client.js';
import { askPage, type Page, type PageFailure, shownBy } from './page.js';

/** A row as received. */
export type Row = Readonly<Record<string, unknown>>;

/** What to fetch, and how. */
export interface FetchOptions {
  readonly entitySet: string;
  /** The property that tells rows apart. */
  readonly key: string;
  /** `$top` of each request. */
  readonly pageSize: number;
  /** How many rows the server promises. */
  readonly promised?: number | undefined;
  readonly onProgress?: ((fetched: number, total: number | undefined) => void) | undefined;
}

/** More rows than such an entity set has: a server that never ends must not fill the memory. */
const MOST_ROWS = 2_000_000;
/** What every server grants: the page size of the standard's own examples. */
const MODEST_PAGE = 100;
/** Pages in succession without a new key after which paging goes nowhere. */
const IDLE_PAGES = 3;

/** The rows of an entity set as far as they came. */
export interface FetchedRows {
  /** Each key once, in the order of their first sighting; rows without a key are kept all. */
  readonly rows: readonly Row[];
  /** Rows received, repeated ones included. */
  readonly total: number;
  readonly repeatedKeys: readonly string[];
  /** `$top` of the last request: less than asked for where the server refused that. */
  readonly pageSize: number;
  /** Why paging ended before its end. */
  readonly failure?: PageFailure;
}

/**
 * Fetches all rows of an entity set with `$top` and `$skip`, which advances by what came, until an empty page.
 *
 * @throws what the client throws when the run has to stop
 */
export async function fetchRows(client: HttpClient, options: FetchOptions): Promise<FetchedRows> {
  const { entitySet, key, promised, onProgress } = options;
  const seen = new KeyedRows(key);
  let { pageSize } = options;
  let idle = 0;
  for (;;) {
    const page = await askPage(client, `${entitySet}?$top=${pageSize}&$skip=${seen.total}`);
    if (page.kind === 'failed' && isTooMuch(page, pageSize, seen.total)) {
      pageSize = MODEST_PAGE;
      continue;
    }
    if (page.kind === 'failed') return { ...seen.result, pageSize, failure: page };
    if (page.rows.length === 0) return { ...seen.result, pageSize };
    idle = seen.add(page.rows) === 0 ? idle + 1 : 0;
    onProgress?.(seen.total, promised);
    if (idle >= IDLE_PAGES || seen.total >= MOST_ROWS) {
      return { ...seen.result, pageSize, failure: neverEnds(page) };
    }
  }
}

/** Some servers refuse a $top beyond their limit instead of sending less: the first page is asked for again. */
function isTooMuch({ status }: PageFailure, pageSize: number, fetched: number): boolean {
  return status === 400 && fetched === 0 && pageSize > MODEST_PAGE;
}

function neverEnds(page: Page): PageFailure {
  return {
    kind: 'failed',
    ...shownBy(page),
    message: 'paging goes round in circles: page after page brings no new row. End with an empty page.',
  };
}

/** Rows by key, the first sighting counting. Rows without a key are kept all. */
class KeyedRows {
  readonly #rows: Row[] = [];
  readonly #keys = new Set<string>();
  readonly #repeated = new Set<string>();
  total = 0;

  constructor(private readonly key: string) {}

  /** Adds a page and tells how many of its rows are new. */
  add(page: readonly Row[]): number {
    const before = this.#rows.length;
    this.total += page.length;
    for (const row of page) {
      const key = keyOf(row[this.key]);
      if (key !== undefined && this.#keys.has(key)) {
        this.#repeated.add(key);
        continue;
      }
      if (key !== undefined) this.#keys.add(key);
      this.#rows.push(row);
    }
    return this.#rows.length - before;
  }

  get result(): Omit<FetchedRows, 'pageSize'> {
    return { rows: this.#rows, total: this.total, repeatedKeys: [...this.#repeated] };
  }
}

/** A key as text. Keys of the standard are strings; a number is one all the same when it tells rows apart. */
function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
