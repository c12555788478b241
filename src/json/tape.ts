import { NodeKind } from './node-kind.js';

/**
 * A JSON text as a flat list of nodes in typed arrays: one node a value, in the order of the text, and for the member of
 * an object the same node holds key and value. No object is made for a record, since objects of more than 127 keys become
 * slow dictionaries in V8. Node 0 is the root; a node's children stand between it and `nexts[node]`:
 *
 * ```ts
 * for (let child = node + 1; child < tape.next(node); child = tape.next(child)) …
 * ```
 *
 * A tape is written again for each text: what is to be kept must be copied. The arrays are longer than {@link length}
 * and are replaced when the tape grows, so take them anew for each text.
 */
export class Tape {
  /** The text. All positions are offsets into it. */
  bytes: Uint8Array = new Uint8Array(0);
  /** The number of nodes. */
  length = 0;
  /** {@link NodeKind} of each node. */
  kinds: Uint8Array = new Uint8Array(0);
  /** `NodeFlag` bits of each node. */
  flags: Uint8Array = new Uint8Array(0);
  /** The slot of a member in the shape of its object, or a `NoSlot`. */
  slots: Int32Array = new Int32Array(0);
  /** The first byte of the key inside its quotes, or -1 for the root and items of arrays. */
  keyStarts: Int32Array = new Int32Array(0);
  /** The closing quote of the key, or -1. */
  keyEnds: Int32Array = new Int32Array(0);
  /** The first byte of the value; of a string, inside its quotes. */
  starts: Int32Array = new Int32Array(0);
  /** The byte after the value; of a string, its closing quote. */
  ends: Int32Array = new Int32Array(0);
  /** The node after this one and all that is in it. */
  nexts: Int32Array = new Int32Array(0);
  /**
   * Of a string its length in Unicode code points (a lone surrogate is one); of an array or object the number of its
   * items or members; of a number `whole digits << 16 | decimals`, see {@link wholeDigits}. Otherwise 0.
   */
  sizes: Int32Array = new Int32Array(0);
  /**
   * One half of the hash of the value, {@link hashesB} the other: see `byte-hash.ts`. A string has the hash of its decoded
   * UTF-8 bytes, a number that of its exact decimal value (`1`, `1.0` and `1e0` are one). Other kinds have 0.
   */
  hashesA: Int32Array = new Int32Array(0);
  hashesB: Int32Array = new Int32Array(0);
  /** The hash of the key, decoded, of members whose slot is negative. Of others it is not written: their shape has it. */
  keyHashesA: Int32Array = new Int32Array(0);
  keyHashesB: Int32Array = new Int32Array(0);
  /** How many members bear {@link NodeFlag.duplicateKey}. */
  duplicateKeys = 0;

  kind(node: number): NodeKind {
    return this.kinds[node] as NodeKind;
  }

  slot(node: number): number {
    return this.slots[node] as number;
  }

  next(node: number): number {
    return this.nexts[node] as number;
  }

  size(node: number): number {
    return this.sizes[node] as number;
  }

  hasFlag(node: number, flag: number): boolean {
    return ((this.flags[node] as number) & flag) !== 0;
  }

  /** How many digits stand before the point when the number is written without exponent; none for what is below 1. */
  wholeDigits(node: number): number {
    return this.size(node) >>> 16;
  }

  /**
   * How many digits stand after the point when the number is written without exponent and trailing zeros. Both counts stop
   * at 65535.
   */
  decimals(node: number): number {
    return this.size(node) & 0xffff;
  }

  /** True for what availability calls absent: null, an empty string, array or object. */
  isEmpty(node: number): boolean {
    const kind = this.kinds[node] as number;
    if (kind >= NodeKind.string) return this.sizes[node] === 0;
    return kind === NodeKind.null;
  }

  /** Makes room for this many nodes. What is there is lost if there was not room enough. */
  reserve(nodes: number): void {
    if (nodes <= this.kinds.length) return;
    this.kinds = new Uint8Array(nodes);
    this.flags = new Uint8Array(nodes);
    this.slots = new Int32Array(nodes);
    this.keyStarts = new Int32Array(nodes);
    this.keyEnds = new Int32Array(nodes);
    this.starts = new Int32Array(nodes);
    this.ends = new Int32Array(nodes);
    this.nexts = new Int32Array(nodes);
    this.sizes = new Int32Array(nodes);
    this.hashesA = new Int32Array(nodes);
    this.hashesB = new Int32Array(nodes);
    this.keyHashesA = new Int32Array(nodes);
    this.keyHashesB = new Int32Array(nodes);
  }
}
