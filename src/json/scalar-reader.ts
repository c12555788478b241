import type { JsonText } from './json-text.js';
import { noValue } from './misplaced.js';
import { NodeKind } from './node-kind.js';
import { NumberScanner } from './number-scanner.js';
import type { StringScanner } from './string-scanner.js';
import type { Tape } from './tape.js';

// The literals as little-endian words.
const NULL = 0x6c6c756e;
const TRUE = 0x65757274;
const FALS = 0x736c6166;
const LETTER_E = 0x65;

/** Writes strings, numbers and literals on the tape. Each method returns the offset behind the value. */
export class ScalarReader {
  readonly #numbers: NumberScanner;

  constructor(
    private readonly text: JsonText,
    private readonly tape: Tape,
    private readonly strings: StringScanner,
  ) {
    this.#numbers = new NumberScanner(text);
  }

  /** @param start the byte after the opening quote */
  string(start: number, node: number): number {
    const { tape, strings } = this;
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

  number(start: number, node: number): number {
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

  /** @throws JsonSyntaxError for what is no value */
  literal(start: number, node: number): number {
    const { text } = this;
    const word = text.wordAt(start);
    if (word === NULL) return this.plain(node, NodeKind.null, start, start + 4);
    if (word === TRUE) return this.plain(node, NodeKind.true, start, start + 4);
    if (word !== FALS || text.byteAt(start + 4) !== LETTER_E) throw noValue(text, start);
    return this.plain(node, NodeKind.false, start, start + 5);
  }

  /** Writes a node of which there is no more to say than what it is and where. */
  plain(node: number, kind: NodeKind, start: number, end: number): number {
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
}
