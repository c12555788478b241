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

const FIRST_VALUES = 1024;
/** Well before the numbers of objects leave 32 bits. */
const MOST_STAMPS = 2 ** 30;
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
  readonly #strangers = new StrangerKeys();
  /** By depth, then by slot: the number of the object in which the slot was seen last. */
  readonly #seen: (Int32Array | undefined)[] = [];
  #stamp = 0;
  #length = 0;
  #capacity = 0;
  #depth = 0;

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
    const { tape } = this;
    tape.bytes = bytes;
    tape.length = 0;
    tape.duplicateKeys = 0;
    this.#length = 0;
    this.#depth = 0;
    if (this.#stamp > MOST_STAMPS) this.#forgetSeen();
    this.#text.open(bytes);
    try {
      this.#document(shape);
      tape.length = this.#length;
      return undefined;
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      tape.duplicateKeys = 0;
      const { reason, message, offset } = error;
      return { reason, message, ...placeAfter(INPUT_START, bytes, 0, offset) };
    }
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
    const byte = this.#text.byteAt(at);
    if (byte === QUOTE) return this.#string(at + 1, node);
    if ((byte >= ZERO && byte <= NINE) || byte === MINUS) return this.#number(at, node);
    if (byte === OPEN_BRACE) return this.#object(at, node, shape);
    if (byte === OPEN_BRACKET) return this.#array(at, node, shape);
    return this.#literal(at, node);
  }

  #object(open: number, node: number, shape: Shape): number {
    const text = this.#text;
    const seen = this.#enter(open, shape);
    const stamp = ++this.#stamp;
    let at = text.skipBlanks(open + 1);
    let previous = -1;
    let members = 0;
    let strangers = 0;
    if (text.byteAt(at) !== CLOSE_BRACE) {
      for (;;) {
        const member = this.#newNode(at);
        at = this.#key(at, member, shape, previous);
        const slot = this.tape.slots[member] as number;
        if (slot >= 0) {
          previous = slot;
          if (seen[slot] === stamp) markDuplicate(this.tape, member);
          seen[slot] = stamp;
        } else strangers += 1;
        at = text.skipBlanks(this.#value(at, member, shape.nested(slot)));
        members += 1;
        if (text.byteAt(at) !== COMMA) break;
        at = text.skipBlanks(at + 1);
      }
      if (text.byteAt(at) !== CLOSE_BRACE) throw unexpected(text, at, 'a comma or a closing brace');
    }
    this.#leave(node, NodeKind.object, open, at + 1, members);
    if (strangers > 1) this.#strangers.check(this.tape, node, strangers);
    return at + 1;
  }

  #array(open: number, node: number, shape: Shape): number {
    const text = this.#text;
    this.#enter(open, Shape.none);
    let at = text.skipBlanks(open + 1);
    let items = 0;
    if (text.byteAt(at) !== CLOSE_BRACKET) {
      for (;;) {
        at = text.skipBlanks(this.#value(at, this.#item(at), shape));
        items += 1;
        if (text.byteAt(at) !== COMMA) break;
        at = text.skipBlanks(at + 1);
      }
      if (text.byteAt(at) !== CLOSE_BRACKET) throw unexpected(text, at, 'a comma or a closing bracket');
    }
    this.#leave(node, NodeKind.array, open, at + 1, items);
    return at + 1;
  }

  /** Reads a key and its colon, and notes its slot. Returns where the value begins. */
  #key(at: number, member: number, shape: Shape, previous: number): number {
    const { tape } = this;
    const text = this.#text;
    if (text.byteAt(at) !== QUOTE) throw noKey(text, at);
    const expected = shape.successors[previous + 1] as number;
    let end: number;
    if (expected >= 0 && this.#isName(at + 1, shape, expected)) {
      end = at + 1 + (shape.byteLengths[expected] as number);
      tape.slots[member] = expected;
      tape.flags[member] = 0;
    } else end = this.#lookUp(at + 1, member, shape, previous);
    tape.keyStarts[member] = at + 1;
    tape.keyEnds[member] = end;
    const colon = text.skipBlanks(end + 1);
    if (text.byteAt(colon) !== COLON) throw unexpected(text, colon, 'a colon');
    return text.skipBlanks(colon + 1);
  }

  /** Whether a name of the shape and a quote stand here. */
  #isName(at: number, { words, wordStarts, lastMasks }: Shape, slot: number): boolean {
    const text = this.#text;
    const last = (wordStarts[slot + 1] as number) - 1;
    let next = at;
    for (let index = wordStarts[slot] as number; index < last; index++) {
      if (text.wordAt(next) !== words[index]) return false;
      next += 4;
    }
    return (text.wordAt(next) & (lastMasks[slot] as number)) === words[last];
  }

  /** Finds out the slot of a key that is not the expected one. Returns where its closing quote stands. */
  #lookUp(start: number, member: number, shape: Shape, previous: number): number {
    const { tape } = this;
    const strings = this.#strings;
    const end = strings.scan(start);
    const { a, b } = strings.hash;
    const isEscaped = strings.flags !== 0;
    const { bytes, length } = strings.escaped;
    const slot = isEscaped ? shape.find(bytes, 0, length, a, b) : shape.find(tape.bytes, start, end, a, b);
    tape.flags[member] = isEscaped ? NodeFlag.keyEscaped : 0;
    if (slot >= 0) {
      tape.slots[member] = slot;
      shape.successors[previous + 1] = slot;
      return end;
    }
    const name = isEscaped ? bytes.subarray(0, length) : tape.bytes.subarray(start, end);
    tape.slots[member] = name.includes(AT_SIGN) ? NoSlot.annotation : NoSlot.unknown;
    tape.keyHashesA[member] = a;
    tape.keyHashesB[member] = b;
    return end;
  }

  #string(start: number, node: number): number {
    const { tape } = this;
    const strings = this.#strings;
    const end = strings.scan(start);
    tape.kinds[node] = NodeKind.string;
    tape.flags[node] = (tape.flags[node] as number) | strings.flags;
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
    tape.flags[node] = (tape.flags[node] as number) | numbers.flags;
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
    if (node >= this.#capacity) this.#grow(at);
    this.#length = node + 1;
    return node;
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

  #grow(at: number): void {
    const { values } = this.#limits;
    if (this.#capacity >= values) {
      throw new JsonSyntaxError('too many values', `it has more than ${values} values`, at);
    }
    this.#capacity = Math.min(values, Math.max(FIRST_VALUES, this.#capacity * 2));
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

const NOTHING_SEEN = new Int32Array(0);
