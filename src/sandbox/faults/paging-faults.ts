import { type Page, withoutCount, withoutNextLink } from '../server/page.js';
import type { Fault } from './fault.js';
import { holdsRecords } from './occasions.js';
import { foreignRoot } from './redirect-faults.js';

const OFF_BY = 7;

/** Wrong counts, pages and links. None of them touches the Lookup Resource. */
export const PAGING_FAULTS: readonly Fault[] = [
  {
    name: 'count-too-high',
    what: `@odata.count is ${OFF_BY} too high`,
    rate: 'all',
    page: { applies: holdsRecords, change: (page) => miscounted(page, OFF_BY) },
  },
  {
    name: 'count-too-low',
    what: `@odata.count is ${OFF_BY} too low, or 0`,
    rate: 'all',
    page: { applies: holdsRecords, change: (page) => miscounted(page, -OFF_BY) },
  },
  {
    name: 'count-drifts',
    what: '@odata.count is one higher on each page',
    rate: 'all',
    page: { applies: holdsRecords, change: (page, _exchange, occasion) => miscounted(page, occasion) },
  },
  {
    name: 'count-missing',
    what: '$count=true brings no @odata.count',
    rate: 'all',
    page: { applies: holdsRecords, change: withoutCount },
  },
  {
    name: 'short-pages',
    what: 'pages have half of the records asked for, with a next link to the rest',
    rate: 'all',
    page: { applies: holdsRecords, change: (page) => shortened(page, Math.ceil(page.records.length / 2)) },
  },
  {
    name: 'lost-records',
    what: 'the last record of a page is left out',
    rate: '1/2',
    page: { applies: holdsRecords, change: (page) => ({ ...page, records: page.records.slice(0, -1) }) },
  },
  {
    name: 'next-link-loop',
    what: 'the next link leads to the page that it stands on',
    rate: '1/3',
    page: { applies: hasNextLink, change: (page) => ({ ...page, nextLink: page.linkTo(page.range.from) }) },
  },
  {
    name: 'next-link-treadmill',
    what: 'next links never end, are new each time and bring the last page again and again',
    rate: 'all',
    page: {
      applies: (page) => holdsRecords(page) && page.nextLink === undefined && page.records.length > 0,
      change: (page, _exchange, occasion) => ({
        ...page,
        nextLink: `${page.linkTo(page.range.from)}&again=${occasion}`,
      }),
    },
  },
  {
    name: 'foreign-next-link',
    what: 'the next link leads to another origin: localhost instead of 127.0.0.1, or the other way round',
    rate: '1/3',
    page: {
      applies: hasNextLink,
      change: (page, exchange) => ({
        ...page,
        nextLink: `${foreignRoot(exchange)}${(page.nextLink ?? '').slice(exchange.root.length)}`,
      }),
    },
  },
  {
    name: 'relative-next-link',
    what: 'next links are relative, which is allowed',
    rate: 'all',
    page: {
      applies: hasNextLink,
      change: (page, { root }) => ({ ...page, nextLink: (page.nextLink ?? '').slice(root.length + 1) }),
    },
  },
  {
    name: 'empty-pages',
    what: 'an empty page whose next link leads to its records',
    rate: '1/2',
    page: {
      applies: (page) => holdsRecords(page) && page.records.length > 0,
      change: (page, _exchange, occasion) => ({
        ...page,
        records: [],
        nextLink: `${page.linkTo(page.range.from)}&again=${occasion}`,
      }),
    },
  },
  {
    name: 'page-too-large',
    what: 'a page has one record more than $top asked for',
    rate: 'all',
    page: { applies: holdsRecords, change: (page) => shortened(page, page.records.length + 1) },
  },
  {
    name: 'empty-resource',
    what: 'OpenHouse is declared and served, but has no records',
    rate: 'all',
    page: {
      applies: ({ resource }) => resource.name === 'OpenHouse',
      change: (page) => miscounted({ ...withoutNextLink(page), records: [] }, Number.NEGATIVE_INFINITY),
    },
  },
];

function hasNextLink(page: Page): boolean {
  return holdsRecords(page) && page.nextLink !== undefined;
}

function miscounted(page: Page, by: number): Page {
  return page.count === undefined ? page : { ...page, count: Math.max(0, page.count + by) };
}

/** The page with another number of records, and a next link that fits it. */
function shortened(page: Page, size: number): Page {
  const { range, total, recordsAt, linkTo } = page;
  if (page.records.length === 0 || size === 0) return page;
  const border = Math.min(range.from + size, total);
  const isLast = border >= Math.min(range.end, total);
  const resized = { ...withoutNextLink(page), records: recordsAt(range.from, size) };
  return isLast ? resized : { ...resized, nextLink: linkTo(border) };
}
