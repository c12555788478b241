import { didYouMean } from '../core/nearest-name.js';
import type { Environment } from './environment.js';
import { fromFile, type Given } from './given.js';
import type { JsonMember, JsonNode } from './json-source.js';
import { errorAt, placeOf } from './source-error.js';

/** An object of a JSON configuration whose keys are all known and stand there once. */
export class JsonObject {
  readonly #file: string;
  readonly #environment: Environment;
  readonly #members: ReadonlyMap<string, JsonMember>;
  /** The line of its `{`. */
  readonly line: number;

  /**
   * @param what the object as errors call it: `an entry of "configs"`
   * @throws ConfigurationError with file and line for a value that is no object, a key that is not known, with the
   *   nearest that is, and a key that comes again
   */
  constructor(
    node: JsonNode,
    what: string,
    known: readonly string[],
    file: string,
    environment: Environment,
  ) {
    if (node.kind !== 'object') throw errorAt(file, node.line, `${capital(what)} must be an object.`);
    this.#file = file;
    this.#environment = environment;
    this.#members = membersByKey(node.members, what, known, file);
    this.line = node.line;
  }

  /** The place of the object as errors name it. */
  get where(): string {
    return placeOf(this.#file, this.line);
  }

  /** The value of a key; nothing when it is not there, or null. */
  member(key: string): JsonNode | undefined {
    const value = this.#members.get(key)?.value;
    return value?.kind === 'literal' && value.text === 'null' ? undefined : value;
  }

  /** The text of a key; nothing when it is not there, null or blank. @throws ConfigurationError for another type */
  text(key: string, name = `"${key}"`): Given | undefined {
    const value = this.member(key);
    if (value === undefined) return undefined;
    if (value.kind !== 'string')
      throw errorAt(this.#file, value.line, `${name} must be a text in quotation marks.`);
    return fromFile(name, value.text, placeOf(this.#file, value.line), this.#environment);
  }

  /** The text of a key that must be there. @throws ConfigurationError when it is not, or blank */
  required(key: string): Given {
    const given = this.text(key);
    if (given !== undefined) return given;
    const line = this.#members.get(key)?.line;
    throw errorAt(
      this.#file,
      line ?? this.line,
      `"${key}" is ${line === undefined ? 'missing' : 'blank'}.`,
      'Give it.',
    );
  }
}

function membersByKey(
  members: readonly JsonMember[],
  what: string,
  known: readonly string[],
  file: string,
): ReadonlyMap<string, JsonMember> {
  const byKey = new Map<string, JsonMember>();
  for (const member of members) {
    const { key, line } = member;
    if (!known.includes(key)) {
      throw errorAt(
        file,
        line,
        `"${key}" is not known in ${what}.`,
        didYouMean(key, known) ?? `Known are ${known.join(', ')}.`,
      );
    }
    const before = byKey.get(key);
    if (before !== undefined) {
      throw errorAt(
        file,
        line,
        `"${key}" stands here a second time; the first is on line ${before.line}.`,
        'Keep one.',
      );
    }
    byKey.set(key, member);
  }
  return byKey;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
