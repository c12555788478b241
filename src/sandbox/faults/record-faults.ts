import type { DictionaryField } from '../../dictionary/dictionary.js';
import type { QueryRecord } from '../query/query.js';
import type { ServedResource } from '../served-resources.js';
import type { RecordPlace } from '../server/record-reader.js';
import type { Fault } from './fault.js';

const EACH_TENTH = '1/10';

type Choose = (field: DictionaryField) => boolean;

/** Records that contradict the metadata. Which records are wrong depends on their places in the data alone. */
export const RECORD_FAULTS: readonly Fault[] = [
  {
    name: 'unadvertised-field',
    what: 'a record has a field that the metadata lacks',
    rate: EACH_TENTH,
    record: { change: (record) => ({ ...record, SandboxUnadvertised: 'not in the metadata' }) },
  },
  changing(
    'unadvertised-value',
    'an enumeration has a value that is not advertised',
    isStatus,
    () => 'SandboxUnadvertised',
  ),
  changing(
    'too-long',
    'a text is one character longer than declared',
    ({ type, length }) => type === 'String' && length !== undefined,
    ({ length = 0 }) => 'x'.repeat(length + 1),
  ),
  changing(
    'wrong-type',
    'a number or truth value is a text',
    ({ type }) => type === 'Integer' || type === 'Decimal' || type === 'Boolean',
    () => 'not a number',
  ),
  changing(
    'bad-date',
    'a day is one that no calendar has',
    ({ type, name }) => type === 'Date' || (type === 'Timestamp' && name !== 'ModificationTimestamp'),
    ({ type }) => (type === 'Date' ? '2025-02-30' : '2025-02-30T00:00:00Z'),
  ),
  changing(
    'too-precise',
    'a decimal has more digits after the point than declared',
    ({ type, scale }) => type === 'Decimal' && scale === 2,
    () => 1.23456,
  ),
  {
    name: 'null-key',
    what: 'the key of a record is null',
    rate: EACH_TENTH,
    record: { change: (record, { resource }) => withField(record, resource.key, null) },
  },
  {
    name: 'null-timestamp',
    what: 'a record has no ModificationTimestamp, in queries too',
    rate: EACH_TENTH,
    record: { isForQueries: true, change: (record) => withField(record, 'ModificationTimestamp', null) },
  },
  {
    name: 'numbers-as-texts',
    what: 'Int64 and Decimal values and counts are texts (IEEE754Compatible), though nobody asked for it',
    rate: 'all',
    sendsNumbersAsTexts: true,
  },
  {
    name: 'duplicate-key',
    what: 'a page has the key of its first record twice, with another content',
    rate: '1/2',
    page: {
      applies: ({ resource, records }) => resource.name !== 'Lookup' && records.length > 1,
      change: (page) => {
        const { range, records, linkTo, resource } = page;
        const [first = {}] = records;
        const isFull = records.length === Math.min(range.size, range.end - range.from);
        const kept = isFull ? records.slice(0, -1) : records;
        const link = isFull ? { nextLink: linkTo(range.from + kept.length) } : {};
        return { ...page, records: [...kept, alteredCopy(first, resource)], ...link };
      },
    },
  },
];

function changing(
  name: string,
  what: string,
  isMeant: Choose,
  valueFor: (field: DictionaryField) => unknown,
): Fault {
  const change = (record: QueryRecord, { resource }: RecordPlace): QueryRecord => {
    const field = resource.fields.find((candidate) => candidate.name !== resource.key && isMeant(candidate));
    return field === undefined ? record : withField(record, field.name, valueFor(field));
  };
  return { name, what, rate: EACH_TENTH, record: { change } };
}

/** The field that the faults of enumerations choose: each resource has one, and none is exempt from validation. */
function isStatus({ type, name }: DictionaryField): boolean {
  return type === 'Single Enumeration' && /(?:Status|MediaType)$/.test(name);
}

/** The record with another value in a field; a record that was not asked for the field stays as it is. */
function withField(record: QueryRecord, name: string, value: unknown): QueryRecord {
  return Object.hasOwn(record, name) ? { ...record, [name]: value } : record;
}

function alteredCopy(record: QueryRecord, resource: ServedResource): QueryRecord {
  const field = resource.fields.find(
    ({ name, type, length = 0 }) =>
      type === 'String' && name !== resource.key && length > 3 && Object.hasOwn(record, name),
  );
  return field === undefined
    ? record
    : { ...record, [field.name]: record[field.name] === 'Twin' ? null : 'Twin' };
}
