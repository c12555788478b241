import { NodeFlag } from './node-kind.js';
import type { Tape } from './tape.js';
import { keyOf } from './text-of.js';

const FREE = -1;

/** Marks a member whose key stood before in its object. */
export function markDuplicate(tape: Tape, member: number): void {
  tape.flags[member] = (tape.flags[member] ?? 0) | NodeFlag.duplicateKey;
  tape.duplicateKeys += 1;
}

/** Finds keys that come twice among those that no shape knows. */
export class StrangerKeys {
  #table = new Int32Array(16);

  /**
   * Marks the duplicates among the members of an object that have no slot.
   *
   * @param count how many such members it has
   */
  check(tape: Tape, object: number, count: number): void {
    if (this.#table.length < 2 * count) this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count)));
    this.#table.fill(FREE);
    for (let member = object + 1; member < tape.next(object); member = tape.next(member)) {
      if (tape.slot(member) < 0 && !this.#isNew(tape, member)) markDuplicate(tape, member);
    }
  }

  #isNew(tape: Tape, member: number): boolean {
    const mask = this.#table.length - 1;
    for (let place = (tape.keyHashesA[member] ?? 0) & mask; ; place = (place + 1) & mask) {
      const other = this.#table[place] ?? FREE;
      if (other === FREE) {
        this.#table[place] = member;
        return true;
      }
      if (haveSameKey(tape, member, other)) return false;
    }
  }
}

function haveSameKey(tape: Tape, one: number, other: number): boolean {
  return (
    tape.keyHashesA[one] === tape.keyHashesA[other] &&
    tape.keyHashesB[one] === tape.keyHashesB[other] &&
    keyOf(tape, one) === keyOf(tape, other)
  );
}
