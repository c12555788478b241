import { hashText, mix } from '../random.js';
import type { Fault, RecordHook } from './fault.js';
import { holdsRecords } from './occasions.js';

const FIELD = 'ModificationTimestamp';
const LOOKUP_TYPE = '<EntityType Name="Lookup">';
const SHARED = '2024-06-15T12:00:00Z';
const OFFSETS = [0, 120, -330, 765] as const;
const SEVEN_DIGITS = 10_000_000;

/** Timestamps that are allowed, and that replication by timestamps easily stumbles over; records that move. */
export const TIMESTAMP_FAULTS: readonly Fault[] = [
  {
    name: 'shared-timestamp',
    what: `records share one ${FIELD}, as after a bulk update`,
    rate: '2500',
    record: rewriting(() => SHARED),
  },
  {
    name: 'precise-timestamps',
    what: `${FIELD} has seven digits after the second, as the metadata says`,
    rate: 'all',
    metadata: (xml) => xml.replaceAll(`Name="${FIELD}" Type="Edm.DateTimeOffset"`, '$& Precision="7"'),
    record: rewriting((text, index) => {
      const digits = mix(hashText(text), index) % SEVEN_DIGITS;
      return `${text.slice(0, 19)}.${String(digits).padStart(7, '0')}Z`;
    }),
  },
  {
    name: 'offset-timestamps',
    what: `${FIELD} is given in one offset from UTC or another, the same instants`,
    rate: 'all',
    record: rewriting((text, index) => inOffset(text, OFFSETS[index % OFFSETS.length] ?? 0)),
  },
  {
    name: 'timestamp-undeclared',
    what: `neither metadata nor records have ${FIELD}, but for the Lookup Resource`,
    rate: 'all',
    metadata: (xml) => xml.split(LOOKUP_TYPE).map(withoutTimestamp).join(LOOKUP_TYPE),
    record: {
      isForQueries: true,
      change: ({ [FIELD]: _dropped, ...record }) => record,
    },
  },
  {
    name: 'unstable-ties',
    what: 'records that $orderby does not tell apart come in another order for each request',
    rate: 'all',
    shufflesTies: true,
  },
  {
    name: 'records-change',
    what: `a record changes and gets the latest ${FIELD} after a page was sent`,
    rate: '1/2',
    page: {
      applies: (page) => holdsRecords(page) && page.total > 0,
      change: (page, _exchange, occasion, { changes }) => {
        changes.change(page.resource.name, mix(page.total, occasion) % page.total);
        return page;
      },
    },
  },
];

/** The document up to the Lookup Resource's type, or that type and what follows, whose first timestamp is its own. */
function withoutTimestamp(xml: string, part: number): string {
  const property = new RegExp(` *<Property Name="${FIELD}"[^>]*/>\\n`, 'g');
  let met = 0;
  return xml.replaceAll(property, (line) => {
    met += 1;
    return part === 1 && met === 1 ? line : '';
  });
}

function rewriting(rewrite: (text: string, index: number) => string): RecordHook {
  return {
    isForQueries: true,
    change: (record, { index }) => {
      const text = record[FIELD];
      return typeof text === 'string' ? { ...record, [FIELD]: rewrite(text, index) } : record;
    },
  };
}

/** The same instant in another offset from UTC, given in minutes. Fractions of a second stay as they are. */
function inOffset(text: string, minutes: number): string {
  if (minutes === 0) return text;
  const local = new Date(Date.parse(`${text.slice(0, 19)}Z`) + minutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${local}${text.slice(19, -1)}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
