import type { HttpClient } from './http-client.js';

type Row = Readonly<Record<string, unknown>>;

/** One page of an entity set. */
export interface Page {
  readonly kind: 'page';
  readonly rows: readonly Row[];
  /** `@odata.count`, when the answer has one that is a whole number. */
  readonly count?: number;
  readonly nextLink?: string;
  /** The id of the exchange. */
  readonly exchange?: string;
}

/** A page that did not come, and why. */
export interface PageFailure {
  readonly kind: 'failed';
  /** The status of the answer, where one came. */
  readonly status?: number;
  readonly message: string;
  readonly exchange?: string;
}

const ASKED = { accept: 'application/json' } as const;
const NO_PAGE = 'it is no JSON with a list "value"';

/**
 * Asks for a page (OData JSON Format 4.01, section 13). An answer without a list `value` is asked for again like a
 * truncated one, then it is a failure, as is every status but 200.
 *
 * @throws what the client throws when the run has to stop
 */
export async function askPage(client: HttpClient, path: string): Promise<Page | PageFailure> {
  const answer = await client.get(path, {
    headers: ASKED,
    accept: ({ status, body }) => (status === 200 && parsePage(body) === undefined ? NO_PAGE : undefined),
  });
  const exchange = answer.exchange === undefined ? {} : { exchange: answer.exchange };
  if (answer.kind === 'failed') return { kind: 'failed', message: answer.message, ...exchange };
  if (answer.status !== 200) {
    return {
      kind: 'failed',
      status: answer.status,
      message: `the server answered ${path} with status ${answer.status}.`,
      ...exchange,
    };
  }
  const page = parsePage(answer.body);
  if (page !== undefined) return { kind: 'page', ...page, ...exchange };
  return { kind: 'failed', message: `the answer to ${path} cannot be read: ${NO_PAGE}.`, ...exchange };
}

/** The exchange that shows a page or its failure, as findings name it. */
export function shownBy({ exchange }: { readonly exchange?: string }): { readonly exchange?: string } {
  return exchange === undefined ? {} : { exchange };
}

function parsePage(body: Uint8Array): Omit<Page, 'kind' | 'exchange'> | undefined {
  const json = parseJson(body);
  if (typeof json !== 'object' || json === null) return undefined;
  const { value, '@odata.count': total, '@odata.nextLink': nextLink } = json as Record<string, unknown>;
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object' && row !== null))
    return undefined;
  const count = toCount(total);
  return {
    rows: value,
    ...(count === undefined ? {} : { count }),
    ...(typeof nextLink === 'string' ? { nextLink } : {}),
  };
}

/** A count is a number; under IEEE754Compatible=true it is a text. */
function toCount(value: unknown): number | undefined {
  const isNumeral = typeof value === 'number' || (typeof value === 'string' && /^\d{1,15}$/.test(value));
  const count = isNumeral ? Number(value) : Number.NaN;
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
