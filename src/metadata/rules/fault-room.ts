import type { Fault } from './fault.js';

/** A document with more faults of meaning than this is told of no more: it is not what was meant, or it is hostile. */
const MOST = 100_000;

/** How many more faults of a document are kept. */
export class FaultRoom {
  #left: number;

  constructor(most = MOST) {
    this.#left = most;
  }

  /** The faults for which there is room, and how many there are besides. */
  keep(faults: Iterable<Fault>): { readonly kept: readonly Fault[]; readonly untold: number } {
    const kept: Fault[] = [];
    let untold = 0;
    for (const fault of faults) {
      if (this.#left > 0) kept.push(fault);
      else untold += 1;
      this.#left -= 1;
    }
    return { kept, untold };
  }
}
