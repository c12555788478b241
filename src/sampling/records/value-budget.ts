/** How many values that no metadata advertises are kept by name; more are counted together. */
export interface ValueLimits {
  /** Of one field. */
  readonly perField: number;
  /** Of a run. */
  readonly perRun: number;
  /** A longer text, in bytes, is not kept. */
  readonly bytes: number;
}

export const DEFAULT_VALUE_LIMITS: ValueLimits = { perField: 10_000, perRun: 200_000, bytes: 1024 };

/** Keeps a server that sends ever new values from filling the memory. */
export class ValueBudget {
  #spent = 0;

  constructor(readonly limits: ValueLimits) {}

  /**
   * Whether another value that no metadata advertises may be kept.
   *
   * @param ofField how many of its field are kept already
   */
  allows(ofField: number): boolean {
    return this.#spent < this.limits.perRun && ofField < this.limits.perField;
  }

  spend(): void {
    this.#spent += 1;
  }
}
