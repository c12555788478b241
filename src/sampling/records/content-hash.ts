import { ByteHash } from '../../json/byte-hash.js';
import { NodeFlag, NodeKind, NoSlot } from '../../json/node-kind.js';
import type { Shape } from '../../json/shape.js';
import type { Tape } from '../../json/tape.js';
import { FieldRole } from './field-role.js';
import type { FieldPlan } from './record-model.js';

/** By kind: what tells a value from one of another kind with the same hash, as the number 1 from the string "1". */
const TAGS = new Int32Array([0, 0x6a09e667, 0x3b67ae85, 0x3c6ef372, 0, 0x510e527f, 0x1b05688c]);

/**
 * The hash of a record's content: 64 bits in two halves. The same content gives the same hash whatever the order of its
 * members and however its strings and numbers are written; a value in another field, another place of an array or another
 * depth gives another. Left out are annotations, nulls (which a server may send or omit), what stands under a key for the
 * second time, and expansions, which are records of their own.
 *
 * An object's hash comes from the sum of one hash for each member, which mixes name and value: nothing is sorted.
 */
export class ContentHash {
  a = 0;
  b = 0;
  /** Whether the record has expansions, empty ones included. */
  hasExpansions = false;
  readonly #hash = new ByteHash();

  /**
   * Hashes an object.
   *
   * @param shape what the tape was written with
   * @param plan which of its fields are expansions; of what has no plan, none are
   */
  of(tape: Tape, object: number, shape: Shape, plan: FieldPlan | undefined): void {
    this.hasExpansions = false;
    this.#object(tape, object, shape, plan);
  }

  #object(tape: Tape, object: number, shape: Shape, plan: FieldPlan | undefined): void {
    const end = tape.next(object);
    let sumA = 0;
    let sumB = 0;
    for (let member = object + 1; member < end; member = tape.next(member)) {
      const slot = tape.slot(member);
      if (!this.#isContent(tape, member, slot, plan)) continue;
      this.#value(tape, member, shape.nested(slot), slot < 0 ? undefined : plan?.nested[slot]);
      if (slot < 0) this.#mix(tape.keyHashesA[member] as number, tape.keyHashesB[member] as number);
      else this.#mix(shape.hashesA[slot] as number, shape.hashesB[slot] as number);
      sumA = (sumA + this.a) | 0;
      sumB = (sumB + this.b) | 0;
    }
    this.#end(sumA, sumB, NodeKind.object);
  }

  #array(tape: Tape, array: number, shape: Shape, plan: FieldPlan | undefined): void {
    const end = tape.next(array);
    let sumA = 0;
    let sumB = 0;
    let index = 0;
    for (let item = array + 1; item < end; item = tape.next(item)) {
      this.#value(tape, item, shape, plan);
      this.#mix(index, ~index);
      sumA = (sumA + this.a) | 0;
      sumB = (sumB + this.b) | 0;
      index += 1;
    }
    this.#end(sumA, sumB ^ index, NodeKind.array);
  }

  #value(tape: Tape, node: number, shape: Shape, plan: FieldPlan | undefined): void {
    const kind = tape.kind(node);
    if (kind === NodeKind.object) this.#object(tape, node, shape, plan);
    else if (kind === NodeKind.array) this.#array(tape, node, shape, plan);
    else {
      this.a = (tape.hashesA[node] as number) ^ (TAGS[kind] as number);
      this.b = tape.hashesB[node] as number;
    }
  }

  /** Mixes the value hashed last with where it stands. */
  #mix(placeA: number, placeB: number): void {
    this.#hash.combine(placeA, placeB, this.a, this.b);
    this.a = this.#hash.a;
    this.b = this.#hash.b;
  }

  #end(sumA: number, sumB: number, kind: NodeKind): void {
    this.a = sumA;
    this.b = sumB;
    this.#mix(TAGS[kind] as number, kind);
  }

  #isContent(tape: Tape, member: number, slot: number, plan: FieldPlan | undefined): boolean {
    if (slot >= 0 && plan?.roles[slot] === FieldRole.expansion) {
      this.hasExpansions = true;
      return false;
    }
    if (tape.kind(member) === NodeKind.null || slot === NoSlot.annotation) return false;
    return !tape.hasFlag(member, NodeFlag.duplicateKey);
  }
}
