import { shorten } from '../../core/shorten.js';
import type { FaultCount, FaultPlace } from './payload-facts.js';

/** At most so many different enumeration values of a field are told by name, the rest by number. */
const MOST_VALUES = 1000;
/** A fault needs no more keys of one piece of payload to be found by. */
const MOST_KEYS = 100;
/** A longer value is told by its beginning. */
const LONGEST_VALUE = 200;

type Told = Omit<FaultCount, 'count' | 'values' | 'otherValues' | 'largest' | 'keys' | 'first'>;

/**
 * Counts the faults of one kind in one place, in bounded memory however many there are. It is asked for what came since it
 * was asked last; the bound on values holds for its whole life.
 */
export class FaultTally {
  readonly #told: Told;
  readonly #knownValues = new Set<string>();
  #values = new Map<string, number>();
  #keys = new Set<string>();
  #otherValues = 0;
  #largest = 0;
  #count = 0;
  #first: FaultPlace | undefined;

  constructor(told: Told) {
    this.#told = told;
  }

  /** True when nothing was counted since it was last asked. */
  get isAtRest(): boolean {
    return this.#count === 0;
  }

  /** True while another key would tell something: the first ones of each piece, so that the order of pieces does not count. */
  get wantsKey(): boolean {
    return this.#keys.size < MOST_KEYS;
  }

  add(): void {
    this.#count += 1;
  }

  addKey(key: string): void {
    this.#keys.add(key);
  }

  addValue(value: string): void {
    const told = shorten(value, LONGEST_VALUE);
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

  /** Notes where the first fault is. */
  place(find: () => FaultPlace): void {
    this.#first ??= find();
  }

  /** What was counted since it was last asked. */
  take(): FaultCount {
    const taken: FaultCount = {
      ...this.#told,
      count: this.#count,
      ...(this.#values.size === 0 ? {} : { values: [...this.#values] }),
      ...(this.#otherValues === 0 ? {} : { otherValues: this.#otherValues }),
      ...(this.#largest === 0 ? {} : { largest: this.#largest }),
      ...(this.#keys.size === 0 ? {} : { keys: [...this.#keys] }),
      ...(this.#first === undefined ? {} : { first: this.#first }),
    };
    this.#values = new Map();
    this.#keys = new Set();
    this.#otherValues = 0;
    this.#largest = 0;
    this.#count = 0;
    this.#first = undefined;
    return taken;
  }
}
