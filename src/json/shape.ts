import { ByteHash } from './byte-hash.js';

const NONE = -1;

/**
 * The names that the members of an object may have, each with a number: its slot. The tokenizer writes slots on the tape,
 * so that nobody after it looks names up; whoever judges, counts or hashes keeps what belongs to a field in arrays by slot.
 * Make shapes with `compileShapes`.
 */
export class Shape {
  /** For objects of which nothing is known: every name is unknown. */
  static readonly none = new Shape('', []);

  readonly name: string;
  /** The names by slot. */
  readonly fields: readonly string[];
  /** The hashes of the names by slot. */
  readonly hashesA: Int32Array;
  readonly hashesB: Int32Array;
  /**
   * The slot that followed a slot in the last object: at 0 what came first, at `slot + 1` what came after `slot`. The
   * tokenizer tries it before it looks a name up, and writes down what came.
   */
  readonly successors: Int32Array;
  /** The bytes of each name and of the quote behind it, in little-endian words; `wordStarts` has one entry more. */
  readonly words: Int32Array;
  readonly wordStarts: Int32Array;
  /** Which bits of a name's last word belong to it. */
  readonly lastMasks: Int32Array;
  /** The length of each name in bytes. */
  readonly byteLengths: Int32Array;
  readonly #nested: (Shape | undefined)[];
  readonly #slots: ReadonlyMap<string, number>;
  /** Slots by the hash of their names: open addressing, -1 where there is none. */
  readonly #table: Int32Array;

  constructor(name: string, fields: readonly string[]) {
    this.name = name;
    this.fields = fields;
    this.#slots = new Map(fields.map((field, slot) => [field, slot]));
    this.#nested = fields.map(() => undefined);
    this.hashesA = new Int32Array(fields.length);
    this.hashesB = new Int32Array(fields.length);
    this.successors = Int32Array.from({ length: fields.length + 1 }, (_, slot) =>
      slot < fields.length ? slot : NONE,
    );
    this.byteLengths = new Int32Array(fields.length);
    this.lastMasks = new Int32Array(fields.length);
    this.wordStarts = new Int32Array(fields.length + 1);
    this.words = this.#write(fields.map((field) => Buffer.from(`${field}"`, 'utf8')));
    this.#table = this.#fill();
  }

  /** The number of slots. */
  get length(): number {
    return this.fields.length;
  }

  /** The slot of a name, or `undefined`. */
  slotOf(field: string): number | undefined {
    return this.#slots.get(field);
  }

  /** The shape of the object that a field holds, or of the objects in its array; `Shape.none` where none is known. */
  nested(slot: number): Shape {
    return (slot < 0 ? undefined : this.#nested[slot]) ?? Shape.none;
  }

  /** Says what a field holds. Shapes may lead back to themselves. */
  nest(slot: number, shape: Shape): void {
    this.#nested[slot] = shape;
  }

  /** The slot of a name given as its decoded bytes and their hash, or -1. */
  find(name: Uint8Array, hashA: number, hashB: number): number {
    const mask = this.#table.length - 1;
    for (let place = hashA & mask; ; place = (place + 1) & mask) {
      const slot = this.#table[place] ?? NONE;
      if (slot < 0) return NONE;
      const hasHash = this.hashesA[slot] === hashA && this.hashesB[slot] === hashB;
      if (hasHash && this.#isName(slot, name)) return slot;
    }
  }

  #isName(slot: number, name: Uint8Array): boolean {
    if (this.byteLengths[slot] !== name.length) return false;
    const first = this.wordStarts[slot] ?? 0;
    return name.every((byte, index) => {
      const word = this.words[first + (index >> 2)] ?? 0;
      return ((word >>> ((index & 3) * 8)) & 0xff) === byte;
    });
  }

  #write(names: readonly Buffer[]): Int32Array {
    const words: number[] = [];
    const hash = new ByteHash();
    for (const [slot, name] of names.entries()) {
      hash.of(name, 0, name.length - 1);
      this.hashesA[slot] = hash.a;
      this.hashesB[slot] = hash.b;
      this.byteLengths[slot] = name.length - 1;
      for (let at = 0; at < name.length; at += 4) {
        words.push(Buffer.concat([name.subarray(at, at + 4), Buffer.alloc(4)]).readInt32LE(0));
      }
      this.lastMasks[slot] = name.length % 4 === 0 ? -1 : (1 << ((name.length % 4) * 8)) - 1;
      this.wordStarts[slot + 1] = words.length;
    }
    return Int32Array.from(words);
  }

  #fill(): Int32Array {
    const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * this.length + 2))).fill(NONE);
    const mask = table.length - 1;
    for (let slot = 0; slot < this.length; slot++) {
      let place = (this.hashesA[slot] ?? 0) & mask;
      while (table[place] !== NONE) place = (place + 1) & mask;
      table[place] = slot;
    }
    return table;
  }
}
