import type { FaultCount, FaultPlace } from './payload-facts.js';

/** At most so many different enumeration values of a field are told by name, the rest by number. */
const MOST_VALUES = 1000;
/** A fault needs no more keys to be found by. */
const MOST_KEYS = 100;
/** A longer value is told by its beginning. */
const LONGEST_VALUE = 200;

type Told = Omit<FaultCount, 'count' | 'values' | 'otherValues' | 'largest' | 'keys' | 'first'>;

/**
 * Counts the faults of one kind in one place, in bounded memory however many there are. It is asked for what came since it
 * was asked last; keys, and the bounds on values and keys, hold for its whole life.
 */
export class FaultTally {
  readonly #told: Told;
  readonly #knownValues = new Set<string>();
  readonly #keys = new Set<string>();
  #values = new Map<string, number>();
  #newKeys: string[] = [];
  #otherValues = 0;
  #largest = 0;
  #count = 0;
  #first: FaultPlace | undefined;
  #hasPlace = false;

  constructor(told: Told) {
    this.#told = told;
  }

  /** True when nothing was counted since it was last asked. */
  get isAtRest(): boolean {
    return this.#count === 0;
  }

  /** True while another key would tell something. */
  get wantsKey(): boolean {
    return this.#keys.size < MOST_KEYS;
  }

  add(): void {
    this.#count += 1;
  }

  addKey(key: string): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#newKeys.push(key);
  }

  addValue(value: string): void {
    const told = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
    if (!this.#knownValues.has(told)) {
      if (this.#knownValues.size >= MOST_VALUES) {
        this.#otherValues += 1;
        return;
      }
      this.#knownValues.add(told);
    }
    this.#values.set(told, (this.#values.get(told) ?? 0) + 1);
  }

  addLength(length: number): void {
    this.#largest = Math.max(this.#largest, length);
  }

  /** Notes where the first fault is; asked for it only once. */
  place(find: () => FaultPlace): void {
    if (this.#hasPlace) return;
    this.#hasPlace = true;
    this.#first = find();
  }

  /** What was counted since it was last asked. */
  take(): FaultCount {
    const taken: FaultCount = {
      ...this.#told,
      count: this.#count,
      ...(this.#values.size === 0 ? {} : { values: [...this.#values] }),
      ...(this.#otherValues === 0 ? {} : { otherValues: this.#otherValues }),
      ...(this.#largest === 0 ? {} : { largest: this.#largest }),
      ...(this.#newKeys.length === 0 ? {} : { keys: this.#newKeys }),
      ...(this.#first === undefined ? {} : { first: this.#first }),
    };
    this.#values = new Map();
    this.#newKeys = [];
    this.#otherValues = 0;
    this.#largest = 0;
    this.#count = 0;
    this.#first = undefined;
    return taken;
  }
}
