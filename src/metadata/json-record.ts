import { ConfigurationError } from '../core/errors.js';

/** Where a JSON value came from, for errors. */
export interface JsonOrigin {
  readonly file: string;
  /** What the file should be, as an advice to whoever gave it. */
  readonly advice: string;
}

/**
 * An object of a JSON file whose keys are narrowed as they are read. Null counts as absent, keys that nobody asks for
 * are passed over. Every fault is a ConfigurationError that names the file and the path of the value: `fields[3].type`.
 */
export class JsonRecord {
  readonly #content: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #origin: JsonOrigin;

  /** @param path of the object in the file; empty for the document itself */
  constructor(content: unknown, path: string, origin: JsonOrigin) {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      const what = path === '' ? 'The file holds no object' : `${path} is no object`;
      throw wrong(what, origin);
    }
    this.#content = content as Readonly<Record<string, unknown>>;
    this.#path = path;
    this.#origin = origin;
  }

  has(key: string): boolean {
    return this.#own(key) !== undefined;
  }

  /** A text that must be there. A server may give anything an empty name. */
  text(key: string): string {
    const value = this.optionalText(key);
    if (value === undefined) throw this.#fault(key, 'is missing');
    return value;
  }

  optionalText(key: string): string | undefined {
    const value = this.#own(key);
    if (value === undefined || typeof value === 'string') return value;
    throw this.#fault(key, 'is no text');
  }

  /** A text, or a number or truth value as JSON writes it. */
  scalar(key: string): string | undefined {
    const value = this.#own(key);
    if (typeof value === 'object') throw this.#fault(key, 'is no single value');
    return value === undefined ? undefined : String(value);
  }

  numberOrText(key: string): number | string | undefined {
    const value = this.#own(key);
    if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
    throw this.#fault(key, 'is neither number nor text');
  }

  flag(key: string): boolean | undefined {
    const value = this.#own(key);
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.#fault(key, 'is neither true nor false');
  }

  /** An object inside the object. */
  record(key: string): JsonRecord {
    return new JsonRecord(this.#own(key), this.#pathOf(key), this.#origin);
  }

  /** The objects of a list, each read by `read`. Empty when there is no such key. */
  list<T>(key: string, read: (item: JsonRecord) => T): readonly T[] {
    const value = this.#own(key) ?? [];
    if (!Array.isArray(value)) throw this.#fault(key, 'is no list');
    return value.map((item: unknown, at) =>
      read(new JsonRecord(item, `${this.#pathOf(key)}[${at}]`, this.#origin)),
    );
  }

  /** The texts of a list. Empty when there is no such key. */
  texts(key: string): readonly string[] {
    const value = this.#own(key) ?? [];
    if (!Array.isArray(value)) throw this.#fault(key, 'is no list');
    return value.map((item: unknown) => {
      if (typeof item !== 'string') throw this.#fault(key, 'holds something that is no text');
      return item;
    });
  }

  #own(key: string): unknown {
    return Object.hasOwn(this.#content, key) ? (this.#content[key] ?? undefined) : undefined;
  }

  #pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }

  #fault(key: string, what: string): ConfigurationError {
    return wrong(`${this.#pathOf(key)} ${what}`, this.#origin);
  }
}

function wrong(what: string, { file, advice }: JsonOrigin): ConfigurationError {
  return new ConfigurationError(`${what}.`, { where: file, advice });
}
