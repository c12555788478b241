import { firstBadByteOfUtf8 } from '../core/invalid-bytes.js';
import { markDuplicate, StrangerKeys } from './duplicate-keys.js';
import { INPUT_START, placeAfter } from './input-place.js';
import type { JsonFault } from './json-fault.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import { JsonText } from './json-text.js';
import { noKey, notUtf8, noValue, unexpected } from './misplaced.js';
import { NodeFlag, NodeKind, NoSlot } from './node-kind.js';
import { NumberScanner } from './number-scanner.js';
import { Shape } from './shape.js';
import { StringScanner } from './string-scanner.js';
import { Tape } from './tape.js';

/** What a tokenizer takes before it refuses a text. */
export interface TokenizerLimits {
  /** How many arrays and objects may stand within each other. */
  readonly depth: number;
  /** How many values a text may have; each takes some 50 bytes on the tape. */
  readonly values: number;
}

export const DEFAULT_TOKENIZER_LIMITS: TokenizerLimits = { depth: 128, values: 2 ** 23 };

/** Room for this many values to begin with, or one for each 16 bytes: Property records have one for 30. */
const FIRST_VALUES = 1024;
const USUAL_BYTES_BITS = 4;
/** How many names are tried that might stand next before a name is looked up. */
const MOST_GUESSES = 8;
/** Well before the numbers of objects leave 32 bits. */
const MOST_STAMPS = 2 ** 30;
const BLANK = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const AT_SIGN = 0x40;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xbfbbef;
// The literals as little-endian words.
const NULL = 0x6c6c756e;
const TRUE = 0x65757274;
const FALS = 0x736c6166;
const LETTER_E = 0x65;
const LETTER_N = 0x6e;

/**
 * Turns JSON (RFC 8259) from bytes into a {@link Tape}. It accepts what `JSON.parse` accepts, and refuses besides: bytes
 * that are no UTF-8, a byte order mark, and what is beyond its limits. It passes and marks what `JSON.parse` hides: keys
 * that come twice, numbers beyond a double, escapes of lone surrogates.
 *
 * One tokenizer has one tape, which each text overwrites.
 */
export class Tokenizer {
  readonly tape = new Tape();
  readonly #limits: TokenizerLimits;
  readonly #text = new JsonText();
  readonly #strings = new StringScanner(this.#text);
  readonly #numbers = new NumberScanner(this.#text);
  readonly #strangerKeys = new StrangerKeys();
  /** By depth, then by slot: the number of the object in which the slot was seen last. */
  readonly #seen: (Int32Array | undefined)[] = [];
  #stamp = 0;
  #length = 0;
  #capacity = 0;
  #depth = 0;
  /** Of the object read last: how many members it has, and how many of them have no slot. */
  #members = 0;
  #strangers = 0;

  constructor(limits: Partial<TokenizerLimits> = {}) {
    this.#limits = { ...DEFAULT_TOKENIZER_LIMITS, ...limits };
  }

  /**
   * Writes a text on the tape.
   *
   * @param shape what is known of the root, or of the objects in it if it is an array
   * @returns what is wrong with it; the tape then holds nothing
   */
  tokenize(bytes: Uint8Array, shape: Shape = Shape.none): JsonFault | undefined {
    this.#text.open(bytes);
    this.#reserve(Math.max(FIRST_VALUES, bytes.length >> USUAL_BYTES_BITS));
    try {
      while (!this.#hasRoomFor(shape)) this.#reserve(2 * this.#capacity);
      return undefined;
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      this.#begin();
      const { reason, message, offset } = error;
      return { reason, message, ...placeAfter(INPUT_START, bytes, 0, offset) };
    }
  }

  /** Writes the text on the tape, unless the tape is too short: then the text is read again from its start. */
  #hasRoomFor(shape: Shape): boolean {
    this.#begin();
    try {
      this.#document(shape);
    } catch (error) {
      if (error instanceof TapeFull) return false;
      throw error;
    }
    this.tape.length = this.#length;
    return true;
  }

  #begin(): void {
    this.tape.bytes = this.#text.bytes;
    this.tape.length = 0;
    this.tape.duplicateKeys = 0;
    this.#length = 0;
    this.#depth = 0;
    if (this.#stamp > MOST_STAMPS) this.#forgetSeen();
  }

  #document(shape: Shape): void {
    const text = this.#text;
    const badByte = firstBadByteOfUtf8(text.bytes);
    if (badByte !== undefined) throw notUtf8(text, badByte);
    if ((text.wordAt(0) & 0xffffff) === BYTE_ORDER_MARK) {
      throw new JsonSyntaxError('byte order mark', 'it begins with a byte order mark', 0);
    }
    const start = text.skipBlanks(0);
    if (start === text.length) throw new JsonSyntaxError('empty', 'it is empty', start);
    const end = text.skipBlanks(this.#value(start, this.#item(start), shape));
    if (end < text.length) {
      throw new JsonSyntaxError('trailing content', 'something follows after the end of the value', end);
    }
  }

  #value(at: number, node: number, shape: Shape): number {
    const byte = this.#text.bytes[at] as number;
    if (byte === QUOTE) return this.#string(at + 1, node);
    if (byte === LETTER_N && this.#text.wordAt(at) === NULL)
      return this.#plain(node, NodeKind.null, at, at + 4);
    if ((byte >= ZERO && byte <= NINE) || byte === MINUS) return this.#number(at, node);
    if (byte === OPEN_BRACE) return this.#object(at, node, shape);
    if (byte === OPEN_BRACKET) return this.#array(at, node, shape);
    return this.#literal(at, node);
  }

  #object(open: number, node: number, shape: Shape): number {
    const text = this.#text;
    const seen = this.#enter(open, shape);
    const first = this.#skipBlanks(open + 1);
    this.#members = 0;
    this.#strangers = 0;
    const close = text.bytes[first] === CLOSE_BRACE ? first : this.#readMembers(first, shape, seen);
    if (text.bytes[close] !== CLOSE_BRACE) throw unexpected(text, close, 'a comma or a closing brace');
    this.#leave(node, NodeKind.object, open, close + 1, this.#members);
    if (this.#strangers > 1) this.#strangerKeys.check(this.tape, node, this.#strangers);
    return close + 1;
  }

  /**
   * Reads the members of an object. This is the hot loop of all sampling: what it calls for a usual member is small enough
   * for V8 to put it in place of the call.
   *
   * @param seen where it is noted which slots were seen
   * @returns where the members end
   */
  #readMembers(first: number, shape: Shape, seen: Int32Array): number {
    const { bytes } = this.#text;
    const { slots } = this.tape;
    const stamp = ++this.#stamp;
    let at = first;
    let previous = -1;
    let members = 0;
    let strangers = 0;
    for (;;) {
      const member = this.#newNode(at);
      const expected = shape.successors[previous + 1] as number;
      const end = expected < 0 ? 0 : this.#endOfName(at, shape, expected);
      at = end > 0 ? this.#noteKey(member, expected, at, end) : this.#otherKey(at, member, shape, previous);
      const slot = slots[member] as number;
      if (slot < 0) strangers += 1;
      else {
        if (seen[slot] === stamp) markDuplicate(this.tape, member);
        seen[slot] = stamp;
        previous = slot;
      }
      at = this.#skipBlanks(this.#value(at, member, shape.nested(slot)));
      members += 1;
      if (bytes[at] !== COMMA) break;
      at = this.#skipBlanks(at + 1);
    }
    // Objects within this one have had the two numbers for themselves.
    this.#members = members;
    this.#strangers = strangers;
    return at;
  }

  #array(open: number, node: number, shape: Shape): number {
    const text = this.#text;
    this.#enter(open, Shape.none);
    let at = this.#skipBlanks(open + 1);
    let items = 0;
    if (text.bytes[at] !== CLOSE_BRACKET) {
      for (;;) {
        at = this.#skipBlanks(this.#value(at, this.#item(at), shape));
        items += 1;
        if (text.bytes[at] !== COMMA) break;
        at = this.#skipBlanks(at + 1);
      }
      if (text.bytes[at] !== CLOSE_BRACKET) throw unexpected(text, at, 'a comma or a closing bracket');
    }
    this.#leave(node, NodeKind.array, open, at + 1, items);
    return at + 1;
  }

  #skipBlanks(at: number): number {
    const text = this.#text;
    // Beyond the end is nothing, which is not greater either.
    return (text.bytes[at] as number) > BLANK ? at : text.skipBlanks(at);
  }

  /** Notes where a key stands and its slot, and reads the colon. Returns where the value begins. */
  #noteKey(member: number, slot: number, at: number, end: number): number {
    const { tape } = this;
    tape.slots[member] = slot;
    tape.flags[member] = 0;
    tape.keyStarts[member] = at + 1;
    tape.keyEnds[member] = end;
    return this.#colon(end + 1);
  }

  #colon(at: number): number {
    const text = this.#text;
    const colon = this.#skipBlanks(at);
    if (text.bytes[colon] !== COLON) throw unexpected(text, colon, 'a colon');
    return this.#skipBlanks(colon + 1);
  }

  /** Where the closing quote of a name of the shape stands, if the name stands here in quotes; else 0. */
  #endOfName(at: number, shape: Shape, slot: number): number {
    const { bytes, view, lastWord } = this.#text;
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

  /** Reads a key that is not the expected one, and its colon. Returns where the value begins. */
  #otherKey(at: number, member: number, shape: Shape, previous: number): number {
    if (this.#text.byteAt(at) !== QUOTE) throw noKey(this.#text, at);
    return this.#guess(at, member, shape, previous) || this.#lookUp(at, member, shape, previous);
  }

  /**
   * Tries the names that come after the expected one: a server that leaves out what is null skips a few. Returns where the
   * value begins, or 0 if the key is none of them.
   */
  #guess(at: number, member: number, shape: Shape, previous: number): number {
    const { successors } = shape;
    let slot = successors[previous + 1] as number;
    for (let tries = 0; tries < MOST_GUESSES && slot >= 0; tries++) {
      slot = successors[slot + 1] as number;
      const end = slot < 0 ? 0 : this.#endOfName(at, shape, slot);
      if (end > 0) return this.#noteKey(member, slot, at, end);
    }
    return 0;
  }

  /** Finds out the slot of a key, which may have none. Returns where the value begins. */
  #lookUp(at: number, member: number, shape: Shape, previous: number): number {
    const { tape } = this;
    const strings = this.#strings;
    const start = at + 1;
    const end = strings.scan(start);
    const { a, b } = strings.hash;
    const isEscaped = strings.flags !== 0;
    const name = isEscaped ? strings.escaped.bytes : tape.bytes;
    const nameStart = isEscaped ? 0 : start;
    const nameEnd = isEscaped ? strings.escaped.length : end;
    const slot = shape.find(name, nameStart, nameEnd, a, b);
    if (slot >= 0) shape.successors[previous + 1] = slot;
    else {
      tape.keyHashesA[member] = a;
      tape.keyHashesB[member] = b;
    }
    const value = this.#noteKey(member, slot >= 0 ? slot : strangerSlot(name, nameStart, nameEnd), at, end);
    if (isEscaped) tape.flags[member] = NodeFlag.keyEscaped;
    return value;
  }

  #string(start: number, node: number): number {
    const { tape } = this;
    const strings = this.#strings;
    const end = strings.scan(start);
    tape.kinds[node] = NodeKind.string;
    if (strings.flags !== 0) tape.flags[node] = (tape.flags[node] as number) | strings.flags;
    tape.starts[node] = start;
    tape.ends[node] = end;
    tape.nexts[node] = node + 1;
    tape.sizes[node] = strings.codePoints;
    tape.hashesA[node] = strings.hash.a;
    tape.hashesB[node] = strings.hash.b;
    return end + 1;
  }

  #number(start: number, node: number): number {
    const { tape } = this;
    const numbers = this.#numbers;
    const end = numbers.scan(start);
    tape.kinds[node] = NodeKind.number;
    if (numbers.flags !== 0) tape.flags[node] = (tape.flags[node] as number) | numbers.flags;
    tape.starts[node] = start;
    tape.ends[node] = end;
    tape.nexts[node] = node + 1;
    tape.sizes[node] = numbers.size;
    tape.hashesA[node] = numbers.hash.a;
    tape.hashesB[node] = numbers.hash.b;
    return end;
  }

  #literal(start: number, node: number): number {
    const text = this.#text;
    const word = text.wordAt(start);
    if (word === NULL) return this.#plain(node, NodeKind.null, start, start + 4);
    if (word === TRUE) return this.#plain(node, NodeKind.true, start, start + 4);
    if (word === FALS && text.byteAt(start + 4) === LETTER_E) {
      return this.#plain(node, NodeKind.false, start, start + 5);
    }
    throw noValue(text, start);
  }

  #plain(node: number, kind: NodeKind, start: number, end: number): number {
    const { tape } = this;
    tape.kinds[node] = kind;
    tape.starts[node] = start;
    tape.ends[node] = end;
    tape.nexts[node] = node + 1;
    tape.sizes[node] = 0;
    tape.hashesA[node] = 0;
    tape.hashesB[node] = 0;
    return end;
  }

  #newNode(at: number): number {
    const node = this.#length;
    if (node >= this.#capacity) throw this.#full(at);
    this.#length = node + 1;
    return node;
  }

  #full(at: number): Error {
    const { values } = this.#limits;
    if (this.#capacity < values) return new TapeFull();
    return new JsonSyntaxError('too many values', `it has more than ${values} values`, at);
  }

  /** A node that is no member of an object. */
  #item(at: number): number {
    const node = this.#newNode(at);
    const { tape } = this;
    tape.flags[node] = 0;
    tape.slots[node] = NoSlot.unknown;
    tape.keyStarts[node] = -1;
    tape.keyEnds[node] = -1;
    return node;
  }

  #reserve(values: number): void {
    this.#capacity = Math.min(this.#limits.values, Math.max(this.#capacity, values));
    this.tape.reserve(this.#capacity);
  }

  /** Begins an array or object. Returns where slots are noted that were seen at this depth. */
  #enter(open: number, shape: Shape): Int32Array {
    this.#depth += 1;
    if (this.#depth > this.#limits.depth) {
      const message = `arrays and objects stand within each other more than ${this.#limits.depth} deep`;
      throw new JsonSyntaxError('too deep', message, open);
    }
    const seen = this.#seen[this.#depth] ?? NOTHING_SEEN;
    if (seen.length >= shape.length) return seen;
    const larger = new Int32Array(shape.length);
    this.#seen[this.#depth] = larger;
    return larger;
  }

  #forgetSeen(): void {
    for (const seen of this.#seen) seen?.fill(0);
    this.#stamp = 0;
  }

  #leave(node: number, kind: NodeKind, start: number, end: number, size: number): void {
    this.#depth -= 1;
    this.#plain(node, kind, start, end);
    this.tape.nexts[node] = this.#length;
    this.tape.sizes[node] = size;
  }
}

function strangerSlot(bytes: Uint8Array, start: number, end: number): number {
  return bytes.subarray(start, end).includes(AT_SIGN) ? NoSlot.annotation : NoSlot.unknown;
}

/** Ends the reading of a text for which the tape has no room. While a text is read the arrays of the tape stay the same. */
class TapeFull extends Error {}

const NOTHING_SEEN = new Int32Array(0);
