import { jsonErrorOffset } from '../core/json-syntax.js';
import { TextPositions } from '../core/text-position.js';
import { errorAt } from './source-error.js';

/** A value of a JSON file, and the line on which it starts. */
export type JsonNode = { readonly line: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
);

/** A member of an object; its line is that of the key. The same key may come again. */
export interface JsonMember {
  readonly key: string;
  readonly line: number;
  readonly value: JsonNode;
}

const MIB = 1024 * 1024;
const LARGEST_CONFIGURATION = 8 * MIB;
const DEEPEST = 20;

/**
 * Reads a JSON document (RFC 8259) with the lines of its parts.
 *
 * @param text without byte order mark
 * @param largest the most bytes that are read; 8 MiB unless given
 * @throws ConfigurationError with file and line for what is not JSON, more than that, and values more than 20 deep. No
 *   error quotes the text, which may be a secret.
 */
export function readJsonSource(text: string, file: string, largest = LARGEST_CONFIGURATION): JsonNode {
  if (Buffer.byteLength(text) > largest) {
    throw errorAt(
      file,
      1,
      `The file is larger than ${largest / MIB} MiB.`,
      'Check that it is the right file.',
    );
  }
  const fault = jsonErrorOffset(text);
  if (fault === undefined) return new JsonSource(text, file).value(0);
  const { line, column } = new TextPositions(text).at(fault);
  const what =
    fault < text.length
      ? `The file is not valid JSON at column ${column}.`
      : 'The file ends before the JSON does.';
  throw errorAt(
    file,
    line,
    what,
    'Correct it: look for a missing or extra comma, quotation mark or bracket.',
  );
}

/** Reads what is known to be valid. */
class JsonSource {
  readonly #text: string;
  readonly #file: string;
  readonly #positions: TextPositions;
  #at = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#positions = new TextPositions(text);
  }

  value(depth: number): JsonNode {
    const first = this.#peek();
    const { line } = this.#positions.at(this.#at);
    if (depth > DEEPEST) {
      throw errorAt(
        this.#file,
        line,
        `Values are nested more than ${DEEPEST} deep here.`,
        'Remove the nesting.',
      );
    }
    if (first === '{') return { line, kind: 'object', members: this.#list('}', () => this.#member(depth)) };
    if (first === '[') return { line, kind: 'array', items: this.#list(']', () => this.value(depth + 1)) };
    if (first === '"') return { line, kind: 'string', text: this.#string() };
    return { line, kind: 'literal', text: this.#literal() };
  }

  #member(depth: number): JsonMember {
    this.#peek();
    const { line } = this.#positions.at(this.#at);
    const key = this.#string();
    this.#peek();
    this.#at += 1;
    return { key, line, value: this.value(depth + 1) };
  }

  /** What stands between brackets, separated by commas. */
  #list<T>(end: string, read: () => T): readonly T[] {
    const items: T[] = [];
    this.#at += 1;
    while (this.#peek() !== end) {
      if (this.#peek() === ',') this.#at += 1;
      items.push(read());
    }
    this.#at += 1;
    return items;
  }

  #string(): string {
    const start = this.#at;
    for (this.#at += 1; this.#text[this.#at] !== '"'; this.#at += 1) {
      if (this.#text[this.#at] === '\\') this.#at += 1;
    }
    this.#at += 1;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #literal(): string {
    const start = this.#at;
    while (/[^\s,\]}]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  /** The next character that is no blank. */
  #peek(): string {
    while (' \t\r\n'.includes(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.charAt(this.#at);
  }
}
