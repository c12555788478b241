import { keyAt } from '../data/keys.js';
import type { Entity, Value } from '../data/value.js';
import type { Exchange } from '../server/exchange.js';
import { type Page, withoutCount } from '../server/page.js';
import { errorReply } from '../server/reply.js';
import type { ChangeRows, Fault, PageHook, RequestHook } from './fault.js';
import { holdsLookups, isForLookups, queryText } from './occasions.js';

const NEEDS = 'lookup representation';
/** A lookup whose fields never have a value, so that no record misses its rows. */
const UNUSED_LOOKUP = 'ShowingDays';
const CLOSED_LOOKUP = 'StandardStatus';

/** A Lookup Resource that does not keep the rules of RCP-40. */
export const LOOKUP_FAULTS: readonly Fault[] = [
  lookupFault('lookup-missing', 'there is no Lookup entity set, though fields are annotated', {
    hides: 'Lookup',
  }),
  lookupFault('lookup-count-missing', '$count=true brings no @odata.count', { page: counting(withoutCount) }),
  lookupFault('lookup-count-refused', '400 for $count=true', { request: refusing(400, /\$count=true/i) }),
  lookupFault('lookup-top-zero-refused', '400 for $top=0', { request: refusing(400, /\$top=0(?:&|$)/i) }),
  lookupFault('lookup-fewer-rows', '@odata.count is one more than there are rows', {
    page: counting(off(1)),
  }),
  lookupFault('lookup-more-rows', '@odata.count is one less than there are rows', {
    page: counting(off(-1)),
  }),
  lookupFault('lookup-count-drifts', '@odata.count is one higher on each page', {
    page: { applies: holdsLookups, change: (page, _exchange, occasion) => off(occasion)(page) },
  }),
  lookupFault('lookup-timestamp-400', '400 for a filter by ModificationTimestamp', {
    request: refusing(400, /ModificationTimestamp/),
  }),
  lookupFault('lookup-timestamp-501', '501 for a filter by ModificationTimestamp', {
    request: refusing(501, /ModificationTimestamp/),
  }),
  lookupFault(
    'lookup-timestamp-count',
    '@odata.count is five too high under a filter by ModificationTimestamp',
    {
      page: {
        applies: (page, exchange) => holdsLookups(page) && asksFor(exchange, /ModificationTimestamp/),
        change: off(5),
      },
    },
  ),
  lookupFault('lookup-timestamp-undeclared', 'neither metadata nor rows have ModificationTimestamp', {
    metadata: (xml) =>
      xml.replace(
        /( *<EntityType Name="Lookup">[\s\S]*?) *<Property Name="ModificationTimestamp"[^>]*>\n/,
        '$1',
      ),
    rows: (rows) => rows.map((row) => without(row, 'ModificationTimestamp')),
  }),
  lookupFault('lookup-missing-key', 'rows without LookupKey', {
    rate: '3',
    rows: each((row) => without(row, 'LookupKey')),
  }),
  lookupFault('lookup-null-field', 'rows whose ModificationTimestamp is null', {
    rate: '3',
    rows: each((row) => ({ ...row, ModificationTimestamp: null })),
  }),
  lookupFault('lookup-repeated-key', 'rows with the key of the row that follows', {
    rate: '1',
    rows: each((row, next) => ({ ...row, LookupKey: next['LookupKey'] ?? null })),
  }),
  lookupFault('lookup-name-without-rows', `no rows for ${UNUSED_LOOKUP}, which a field names`, {
    rows: (rows) => rows.filter((row) => row['LookupName'] !== UNUSED_LOOKUP),
  }),
  lookupFault('lookup-no-standard-value', 'rows of standard values lack StandardLookupValue', {
    rate: '1/20',
    rows: each((row) => ({ ...row, StandardLookupValue: null })),
  }),
  lookupFault('lookup-local-in-closed', `${CLOSED_LOOKUP}, which is closed, has a local value`, {
    rows: (rows) => [...rows, localRow(rows)],
  }),
];

function lookupFault(name: string, what: string, hooks: Partial<Fault>): Fault {
  return { name, what, rate: 'all', needs: NEEDS, ...hooks };
}

function counting(change: (page: Page) => Page): PageHook {
  return { applies: holdsLookups, change };
}

function off(by: number): (page: Page) => Page {
  return (page) => (page.count === undefined ? page : { ...page, count: page.count + by });
}

function refusing(status: number, query: RegExp): RequestHook {
  return {
    applies: (exchange) => isForLookups(exchange) && asksFor(exchange, query),
    answer: () => errorReply(status, 'NotSupported', 'The Lookup Resource does not support this query.'),
  };
}

function asksFor(exchange: Exchange, query: RegExp): boolean {
  return query.test(queryText(exchange));
}

function each(change: (row: Entity, next: Entity) => Entity): ChangeRows {
  return (rows, strikes) =>
    rows.map((row, at) => (strikes(at) ? change(row, rows[(at + 1) % rows.length] ?? row) : row));
}

function without(row: Entity, field: string): Entity {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)) as Record<string, Value>;
}

function localRow(rows: readonly Entity[]): Entity {
  const like = rows.find((row) => row['LookupName'] === CLOSED_LOOKUP);
  const value = { LookupValue: 'Sandbox Only', LegacyODataValue: 'SandboxOnly', StandardLookupValue: null };
  return { ...like, ...value, LookupKey: keyAt('Lookup', rows.length) };
}
