import { lookupRows } from '../metadata/lookup-rows.js';
import { type FetchedRows, fetchRows, type Row } from '../odata/fetch-rows.js';
import type { HttpClient } from '../odata/http-client.js';
import { askPage, type Page, shownBy } from '../odata/page.js';
import type {
  CountEvidence,
  LookupEvidence,
  ReplicationEvidence,
  TimestampQueryEvidence,
} from './lookup-evidence.js';

/** How the Lookup Resource is fetched. */
export interface ReplicationOptions {
  /** `$top` of each request. */
  readonly pageSize: number;
  readonly onProgress?: (fetched: number, total: number | undefined) => void;
}

/**
 * Replicates the Lookup Resource with `$top` and `$skip`, which advances by what came, until an empty page; asks for
 * the count before and after, and for the rows changed since the latest timestamp (RCP-40, section 2.2).
 *
 * @throws what the client throws when the run has to stop
 */
export async function replicateLookups(
  client: HttpClient,
  options: ReplicationOptions,
): Promise<LookupEvidence> {
  const start = await askCount(client);
  const fetched = await fetchRows(client, {
    ...options,
    entitySet: 'Lookup',
    key: 'LookupKey',
    promised: start.count,
  });
  const end = fetched.failure === undefined ? await askCount(client) : undefined;
  const count: CountEvidence = {
    ...(start.count === undefined ? {} : { atStart: start.count }),
    ...(end?.count === undefined ? {} : { atEnd: end.count }),
    withTopZero: start.withTopZero,
    ...(start.exchange === undefined ? {} : { exchange: start.exchange }),
  };
  const timestampQuery =
    fetched.failure === undefined
      ? await askByTimestamp(client, fetched, start.count !== undefined)
      : undefined;
  const replication: ReplicationEvidence = {
    count,
    fetched: fetched.total,
    repeatedKeys: fetched.repeatedKeys,
    ...(fetched.failure === undefined ? {} : { failure: fetched.failure }),
    ...(timestampQuery === undefined ? {} : { timestampQuery }),
  };
  return { rows: lookupRows(fetched.rows), replication };
}

interface Count {
  readonly count?: number;
  readonly withTopZero: boolean;
  readonly exchange?: string;
}

async function askCount(client: HttpClient): Promise<Count> {
  const alone = await askPage(client, 'Lookup?$top=0&$count=true');
  if (alone.kind === 'page' && alone.count !== undefined) {
    return { count: alone.count, withTopZero: true, ...shownBy(alone) };
  }
  const withRow = await askPage(client, 'Lookup?$top=1&$count=true');
  const count = withRow.kind === 'page' ? withRow.count : undefined;
  return { ...(count === undefined ? {} : { count }), withTopZero: false, ...shownBy(withRow) };
}

async function askByTimestamp(
  client: HttpClient,
  { rows, pageSize }: FetchedRows,
  countIsSupported: boolean,
): Promise<TimestampQueryEvidence | undefined> {
  const instants = rows.map((row) => instantOf(row)).filter((instant) => instant !== undefined);
  const latest = rows.reduce<Row | undefined>((best, row) => (isLater(row, best) ? row : best), undefined);
  const since = latest?.['ModificationTimestamp'];
  const from = latest === undefined ? undefined : instantOf(latest);
  if (typeof since !== 'string' || from === undefined) return undefined;
  const filter = encodeURIComponent(`ModificationTimestamp ge ${since}`);
  const query = `Lookup?$filter=${filter}&$top=${pageSize}&$skip=0${countIsSupported ? '&$count=true' : ''}`;
  const expected = instants.filter((instant) => instant >= from).length;
  const first = await askPage(client, query);
  if (first.kind === 'failed') return { query, expected, failure: first.message, ...shownBy(first) };
  const answered = await restOfRows(client, first, query);
  const older = answered.filter((row) => (instantOf(row) ?? from) < from).length;
  return {
    query,
    expected,
    ...(first.count === undefined ? {} : { count: first.count }),
    returned: answered.length,
    older,
    ...shownBy(first),
  };
}

/** The latest timestamp has few rows: more than so many say that the filter is passed over. */
const MOST_ROWS_SINCE = 100_000;

/** The rows of a filtered query, page after page, up to what the count promises or an empty page. */
async function restOfRows(client: HttpClient, first: Page, query: string): Promise<readonly Row[]> {
  const rows: Row[] = [...first.rows];
  const promised = first.count ?? Number.POSITIVE_INFINITY;
  let isLast = rows.length === 0;
  while (!isLast && rows.length < promised && rows.length < MOST_ROWS_SINCE) {
    const page = await askPage(client, query.replace('$skip=0', `$skip=${rows.length}`));
    isLast = page.kind === 'failed' || page.rows.length === 0;
    if (page.kind === 'page') for (const row of page.rows) rows.push(row);
  }
  return rows;
}

function isLater(row: Row, than: Row | undefined): boolean {
  const instant = instantOf(row);
  const other = than === undefined ? undefined : instantOf(than);
  return instant !== undefined && (other === undefined || instant > other);
}

function instantOf(row: Row): number | undefined {
  const text = row['ModificationTimestamp'];
  const instant = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
