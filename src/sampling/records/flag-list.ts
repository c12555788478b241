import { BLANK, COMMA } from '../../json/byte.js';
import { ByteHash } from '../../json/byte-hash.js';
import { NodeFlag } from '../../json/node-kind.js';
import type { Tape } from '../../json/tape.js';
import { textOf } from '../../json/text-of.js';

/** The names in a value of an EnumType with IsFlags, one after the other: separated by commas, blanks around them aside. */
export class FlagList {
  /** The hash of the name: what a string of that name has on a tape. */
  readonly hash = new ByteHash();
  #bytes: Uint8Array = new Uint8Array(0);
  #start = 0;
  #end = 0;
  #next = 0;
  #stop = 0;

  /** Begins with a string on a tape. */
  open(tape: Tape, node: number): void {
    if (tape.hasFlag(node, NodeFlag.escaped)) {
      this.#bytes = Buffer.from(textOf(tape, node), 'utf8');
      this.#next = 0;
      this.#stop = this.#bytes.length;
    } else {
      this.#bytes = tape.bytes;
      this.#next = tape.starts[node] as number;
      this.#stop = tape.ends[node] as number;
    }
  }

  /** Goes on to the next name that is not empty. False when there is none. */
  next(): boolean {
    while (this.#next < this.#stop) {
      this.#start = this.#next;
      this.#end = this.#start;
      while (this.#end < this.#stop && this.#bytes[this.#end] !== COMMA) this.#end += 1;
      this.#next = this.#end + 1;
      this.#trim();
      if (this.#start < this.#end) {
        this.hash.of(this.#bytes, this.#start, this.#end);
        return true;
      }
    }
    return false;
  }

  /** The name. */
  get text(): string {
    return Buffer.from(this.#bytes.subarray(this.#start, this.#end)).toString('utf8');
  }

  #trim(): void {
    while (this.#start < this.#end && this.#bytes[this.#start] === BLANK) this.#start += 1;
    while (this.#end > this.#start && this.#bytes[this.#end - 1] === BLANK) this.#end -= 1;
  }
}
