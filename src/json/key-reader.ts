import { AT_SIGN, BLANK, COLON, QUOTE } from './byte.js';
import type { JsonText } from './json-text.js';
import { noKey, unexpected } from './misplaced.js';
import { NodeFlag, NoSlot } from './node-kind.js';
import type { Shape } from './shape.js';
import type { StringScanner } from './string-scanner.js';
import type { Tape } from './tape.js';

/** How many names are tried that might stand next before a name is looked up. */
const MOST_GUESSES = 8;

/**
 * Reads the keys of members and finds their slots. Records of a page mostly have the same keys in the same order, so the
 * name that came next in the record before is compared first, four bytes at a time: no scan and no hash is needed then.
 */
export class KeyReader {
  constructor(
    private readonly text: JsonText,
    private readonly tape: Tape,
    private readonly strings: StringScanner,
  ) {}

  /** Where the closing quote of a name of the shape stands, if that name stands here in quotes; else 0. */
  endOfName(at: number, shape: Shape, slot: number): number {
    const { bytes, view, lastWord } = this.text;
    const { words, wordStarts } = shape;
    const last = (wordStarts[slot + 1] as number) - 1;
    let index = wordStarts[slot] as number;
    let next = at + 1;
    if (next + 4 * (last - index) > lastWord || bytes[at] !== QUOTE) return 0;
    for (; index < last; index++) {
      if (view.getInt32(next, true) !== words[index]) return 0;
      next += 4;
    }
    if ((view.getInt32(next, true) & (shape.lastMasks[slot] as number)) !== words[last]) return 0;
    return at + 1 + (shape.byteLengths[slot] as number);
  }

  /**
   * Notes a key and reads the colon.
   *
   * @param at its opening quote
   * @param end its closing quote
   * @returns where the value begins
   */
  note(member: number, slot: number, at: number, end: number): number {
    const { tape, text } = this;
    tape.slots[member] = slot;
    tape.flags[member] = 0;
    tape.keyStarts[member] = at + 1;
    tape.keyEnds[member] = end;
    const { bytes } = text;
    const colon = (bytes[end + 1] as number) > BLANK ? end + 1 : text.skipBlanks(end + 1);
    if (bytes[colon] !== COLON) throw unexpected(text, colon, 'a colon');
    return (bytes[colon + 1] as number) > BLANK ? colon + 1 : text.skipBlanks(colon + 1);
  }

  /**
   * Reads a key that is not the expected one.
   *
   * @param previous the slot of the member before, or -1
   * @returns where the value begins
   * @throws JsonSyntaxError
   */
  readOther(at: number, member: number, shape: Shape, previous: number): number {
    if (this.text.byteAt(at) !== QUOTE) throw noKey(this.text, at);
    return this.#guess(at, member, shape, previous) || this.#lookUp(at, member, shape, previous);
  }

  /** Tries the names that come after the expected one: a server that leaves out what is null skips a few. */
  #guess(at: number, member: number, shape: Shape, previous: number): number {
    const { successors } = shape;
    let slot = successors[previous + 1] as number;
    for (let tries = 0; tries < MOST_GUESSES && slot >= 0; tries++) {
      slot = successors[slot + 1] as number;
      const end = slot < 0 ? 0 : this.endOfName(at, shape, slot);
      if (end > 0) return this.note(member, slot, at, end);
    }
    return 0;
  }

  #lookUp(at: number, member: number, shape: Shape, previous: number): number {
    const { tape, strings } = this;
    const start = at + 1;
    const end = strings.scan(start);
    const { a, b } = strings.hash;
    const isEscaped = strings.flags !== 0;
    const name = isEscaped ? strings.escaped.decoded : tape.bytes.subarray(start, end);
    const slot = shape.find(name, a, b);
    if (slot >= 0) shape.successors[previous + 1] = slot;
    else {
      tape.keyHashesA[member] = a;
      tape.keyHashesB[member] = b;
    }
    const value = this.note(member, slot < 0 ? strangerSlot(name) : slot, at, end);
    if (isEscaped) tape.flags[member] = NodeFlag.keyEscaped;
    return value;
  }
}

function strangerSlot(name: Uint8Array): number {
  return name.includes(AT_SIGN) ? NoSlot.annotation : NoSlot.unknown;
}
