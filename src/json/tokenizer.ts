import { firstBadByteOfUtf8 } from '../core/invalid-bytes.js';
import {
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  MINUS,
  NINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  ZERO,
} from './byte.js';
import { markDuplicate, StrangerKeys } from './duplicate-keys.js';
import { INPUT_START, placeAfter } from './input-place.js';
import type { JsonFault } from './json-fault.js';
import { JsonSyntaxError } from './json-syntax-error.js';
import { JsonText } from './json-text.js';
import { KeyReader } from './key-reader.js';
import { notUtf8, unexpected } from './misplaced.js';
import { NodeKind, NoSlot } from './node-kind.js';
import { ScalarReader } from './scalar-reader.js';
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
/** Well before the numbers of objects leave 32 bits. */
const MOST_STAMPS = 2 ** 30;
// As little-endian words.
const BYTE_ORDER_MARK = 0xbfbbef;
const NULL = 0x6c6c756e;
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
  readonly #keys = new KeyReader(this.#text, this.tape, this.#strings);
  readonly #scalars = new ScalarReader(this.#text, this.tape, this.#strings);
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
    if (byte === QUOTE) return this.#scalars.string(at + 1, node);
    if (byte === LETTER_N && this.#text.wordAt(at) === NULL)
      return this.#scalars.plain(node, NodeKind.null, at, at + 4);
    if ((byte >= ZERO && byte <= NINE) || byte === MINUS) return this.#scalars.number(at, node);
    if (byte === OPEN_BRACE) return this.#object(at, node, shape);
    if (byte === OPEN_BRACKET) return this.#array(at, node, shape);
    return this.#scalars.literal(at, node);
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
    const keys = this.#keys;
    const stamp = ++this.#stamp;
    let at = first;
    let previous = -1;
    let members = 0;
    let strangers = 0;
    for (;;) {
      const member = this.#newNode(at);
      const expected = shape.successors[previous + 1] as number;
      const end = expected < 0 ? 0 : keys.endOfName(at, shape, expected);
      at = end > 0 ? keys.note(member, expected, at, end) : keys.readOther(at, member, shape, previous);
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
    this.#scalars.plain(node, kind, start, end);
    this.tape.nexts[node] = this.#length;
    this.tape.sizes[node] = size;
  }
}

/** Ends the reading of a text for which the tape has no room. While a text is read the arrays of the tape stay the same. */
class TapeFull extends Error {}

const NOTHING_SEEN = new Int32Array(0);
