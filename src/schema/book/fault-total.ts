import type { FaultName } from '../validate/fault-kind.js';
import type { FaultCount, FaultPlace } from '../validate/payload-facts.js';

/** At most so many different enumeration values are told by name. */
const MOST_VALUES = 1000;
/** At most so many keys are kept: those that come first as texts, in whatever order they come. */
const MOST_KEYS = 100;

/** All faults of one kind in one place, over all payloads. */
export class FaultTotal {
  readonly fault: FaultName;
  readonly message: string;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  readonly resource: string;
  readonly field: string | undefined;
  readonly expansion: string | undefined;
  readonly source: string;
  readonly standsFor: readonly string[];
  readonly isExempt: boolean;
  readonly keyField: string | undefined;
  readonly values = new Map<string, number>();
  #keys: readonly string[] = [];
  count = 0;
  otherValues = 0;
  largest = 0;
  first: FaultPlace | undefined;

  constructor(fault: FaultCount, field: string | undefined) {
    this.fault = fault.fault;
    this.message = fault.message;
    this.expected = fault.expected;
    this.found = fault.found;
    this.resource = fault.resource;
    this.field = field;
    this.expansion = fault.expansion;
    this.source = fault.source;
    this.standsFor = fault.standsFor ?? [];
    this.isExempt = fault.isExempt === true;
    this.keyField = fault.keyField;
  }

  add({ count, values, otherValues, largest, keys, first }: FaultCount): void {
    this.count += count;
    this.otherValues += otherValues ?? 0;
    this.largest = Math.max(this.largest, largest ?? 0);
    if (first !== undefined && (this.first === undefined || isBefore(first, this.first))) this.first = first;
    for (const [value, times] of values ?? []) this.#addValue(value, times);
    if (keys !== undefined) this.#keys = firstOf([...this.#keys, ...keys]);
  }

  /** Keys of some of the records, in their order. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  #addValue(value: string, times: number): void {
    const known = this.values.get(value);
    if (known === undefined && this.values.size >= MOST_VALUES) this.otherValues += times;
    else this.values.set(value, (known ?? 0) + times);
  }
}

function firstOf(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort().slice(0, MOST_KEYS);
}

/** Pages come in whatever order; the place that is told is the same. Files are read in their order. */
function isBefore(one: FaultPlace, other: FaultPlace): boolean {
  if (one.exchange === undefined || other.exchange === undefined) return false;
  return one.exchange.localeCompare(other.exchange, 'en', { numeric: true }) < 0;
}

/** The values of totals with their counts, the most frequent first. */
export function valuesOf(
  totals: readonly FaultTotal[],
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const [value, count] of totals.flatMap(({ values }) => [...values])) {
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
