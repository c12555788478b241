import { ByteHash } from '../../json/byte-hash.js';
import { NodeFlag, NodeKind } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';
import type { RecordModel } from './record-model.js';

const NONE = -1;
/** Keeps identities by content apart from identities by key. */
const BY_CONTENT = 0x436f6e74;

/**
 * What tells a record from others of its resource: its key fields, or a hash of its content where it has none, or where
 * one of them is absent, null, an empty string, an array or an object.
 */
export class RecordIdentity {
  a = 0;
  b = 0;
  readonly #hash = new ByteHash();

  /** Identifies a record by its key, if it has one. */
  byKey(tape: Tape, record: number, { keySlots }: RecordModel): boolean {
    if (keySlots.length === 0) return false;
    let a = 0;
    let b = 0;
    for (const slots of keySlots) {
      const value = keyValue(tape, record, slots);
      if (value === NONE) return false;
      this.#hash.combine(
        a,
        b,
        (tape.hashesA[value] as number) ^ tape.kind(value),
        tape.hashesB[value] as number,
      );
      a = this.#hash.a;
      b = this.#hash.b;
    }
    this.a = a;
    this.b = b;
    return true;
  }

  /** Identifies a record by the hash of its content. */
  byContent(contentA: number, contentB: number): void {
    this.#hash.combine(BY_CONTENT, 0, contentA, contentB);
    this.a = this.#hash.a;
    this.b = this.#hash.b;
  }
}

/** The key of a record as a text for people: its values, joined by commas. Empty for a record without key. */
export function keyTextOf(tape: Tape, record: number, { keySlots }: RecordModel): string {
  const values = keySlots.map((slots) => keyValue(tape, record, slots));
  return values.includes(NONE) ? '' : values.map((value) => textOf(tape, value)).join(',');
}

/** The node that a path of slots leads to, if a key can be made of it. */
function keyValue(tape: Tape, record: number, slots: readonly number[]): number {
  let node = record;
  for (const slot of slots) {
    node = memberAt(tape, node, slot);
    if (node === NONE) return NONE;
  }
  return tape.isEmpty(node) || tape.kind(node) >= NodeKind.array ? NONE : node;
}

/** The member of an object in a slot, or -1. */
export function memberAt(tape: Tape, object: number, slot: number): number {
  if (slot < 0 || tape.kind(object) !== NodeKind.object) return NONE;
  const end = tape.next(object);
  for (let member = object + 1; member < end; member = tape.next(member)) {
    if (tape.slots[member] === slot && !tape.hasFlag(member, NodeFlag.duplicateKey)) return member;
  }
  return NONE;
}
