import type { Timestamp } from './instant.js';
import type { ModelBook } from './model-book.js';
import type { Navigation } from './navigation.js';

/** In how many distinct records a field is present. */
export interface FieldTotal {
  /** A name, or a path for what is inside complex values. */
  readonly field: string;
  readonly frequency: number;
}

/** In how many distinct records a value of a field is present. */
export interface ValueTotal extends FieldTotal {
  readonly value: string;
}

/** What a run knows of the records of a resource, or of those below a parent. */
export interface ModelTotals {
  readonly resource: string;
  /** The resource whose expansions the records come from. */
  readonly parent?: string;
  /** Distinct records; all frequencies are of these. */
  readonly records: number;
  /** Distinct records that were seen with two contents at least. The first one counts. */
  readonly changed: number;
  /** Distinct records without a timestamp, or with one that cannot be read. */
  readonly undated: number;
  /** The earliest and latest timestamps of all sightings, as received. */
  readonly low?: Timestamp;
  readonly high?: Timestamp;
  /** Every declared field in the order of the metadata, expansions aside; frequencies may be 0. */
  readonly fields: readonly FieldTotal[];
  /** Fields that are in payloads and not in the metadata, by name. */
  readonly undeclaredFields: readonly FieldTotal[];
  /** The values of lookups that came, by field, then by value. */
  readonly values: readonly ValueTotal[];
  /** How often values came that are not among {@link values} or {@link postalCodes}, since there are too many. */
  readonly uncountedValues: readonly FieldTotal[];
  /** The postal codes that came, in order; absent where the resource has no such field. */
  readonly postalCodes?: readonly string[];
}

/** What a run knows of an expansion. */
export interface ExpansionTotals {
  readonly parent: string;
  /** The navigation property, as a path where a complex value holds it. */
  readonly path: string;
  readonly resource: string;
  /** How many records came, each time counted. */
  readonly fetched: number;
  /** How many distinct ones. */
  readonly records: number;
}

/** A value with its counter. */
interface Counted {
  readonly counter: number;
  readonly value: string;
  readonly frequency: number;
}

export function totalsOf(book: ModelBook): ModelTotals {
  const { model, parent, records, changed, undated, dates, counts } = book;
  const counted = countedIn(book);
  const { undeclared, postalCodes } = counts;
  return {
    resource: model.name,
    ...(parent === undefined ? {} : { parent: parent.name }),
    records: records.length,
    changed: changed.count,
    undated,
    ...(dates.low === undefined ? {} : { low: dates.low }),
    ...(dates.high === undefined ? {} : { high: dates.high }),
    fields: model.fields.map((field, counter) => ({ field, frequency: counts.totals[counter] ?? 0 })),
    undeclaredFields: counted
      .filter(({ counter }) => counter === undeclared)
      .map(({ value, frequency }) => ({ field: value, frequency })),
    values: counted
      .filter(({ counter }) => counter < undeclared)
      .map(({ counter, value, frequency }) => ({ field: model.fields[counter] ?? '', value, frequency })),
    uncountedValues: uncountedIn(book),
    ...(model.postalCodeCounter < 0
      ? {}
      : { postalCodes: counted.filter(({ counter }) => counter === postalCodes).map(({ value }) => value) }),
  };
}

export function expansionTotalsOf({ parent, path, book, fetched, sightings }: Navigation): ExpansionTotals {
  return { parent: parent.name, path, resource: book.model.name, fetched, records: sightings.count };
}

/** The values of a book in an order that does not depend on which came first. */
function countedIn({ counts: { values } }: ModelBook): readonly Counted[] {
  return values.texts
    .map((value, index) => ({ counter: values.fields[index] ?? 0, value, frequency: values.total(index) }))
    .sort((one, other) => one.counter - other.counter || (one.value < other.value ? -1 : 1));
}

function uncountedIn({
  model,
  counts: { others, undeclared, postalCodes },
}: ModelBook): readonly FieldTotal[] {
  const names = new Map([
    [undeclared, 'fields that the metadata does not declare'],
    [postalCodes, model.fields[model.postalCodeCounter] ?? ''],
  ]);
  return [...others].flatMap((frequency, counter) =>
    frequency === 0 ? [] : [{ field: names.get(counter) ?? model.fields[counter] ?? '', frequency }],
  );
}
