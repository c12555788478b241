import type { FaultName } from '../validate/fault-kind.js';
import type { FaultCount, FaultPlace } from '../validate/payload-facts.js';

/** At most so many different enumeration values are told by name. */
const MOST_VALUES = 1000;
/** At most so many keys are kept. */
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
  readonly isExempt: boolean;
  readonly keyField: string | undefined;
  readonly values = new Map<string, number>();
  readonly keys = new Set<string>();
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
    this.isExempt = fault.isExempt === true;
    this.keyField = fault.keyField;
  }

  add({ count, values, otherValues, largest, keys, first }: FaultCount): void {
    this.count += count;
    this.otherValues += otherValues ?? 0;
    this.largest = Math.max(this.largest, largest ?? 0);
    this.first ??= first;
    for (const [value, times] of values ?? []) this.#addValue(value, times);
    for (const key of keys ?? []) if (this.keys.size < MOST_KEYS) this.keys.add(key);
  }

  #addValue(value: string, times: number): void {
    const known = this.values.get(value);
    if (known === undefined && this.values.size >= MOST_VALUES) this.otherValues += times;
    else this.values.set(value, (known ?? 0) + times);
  }
}
