import { ConfigurationError } from '../core/errors.js';

/**
 * A JSON object of unknown shape that is read key by key. What has not the expected shape is a ConfigurationError
 * that names the place, such as `resources[3].elements[0].name`.
 */
export class JsonNode {
  readonly #value: object;
  readonly #path: string;
  readonly #file: string | undefined;

  constructor(value: unknown, path: string, file: string | undefined) {
    this.#path = path;
    this.#file = file;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.fault('is no object');
    this.#value = value;
  }

  text(key: string): string {
    const text = this.optionalText(key);
    if (text === undefined) throw this.fault('is missing', key);
    return text;
  }

  optionalText(key: string): string | undefined {
    const value = this.#get(key);
    if (value !== undefined && typeof value !== 'string') throw this.fault('is no text', key);
    return value;
  }

  optionalCount(key: string): number | undefined {
    const value = this.#get(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      throw this.fault('is no whole number', key);
    }
    return value;
  }

  flag(key: string): boolean {
    const value = this.#get(key);
    if (typeof value !== 'boolean') throw this.fault('is neither true nor false', key);
    return value;
  }

  optionalChoice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const text = this.optionalText(key);
    const choice = choices.find((known) => known === text);
    if (text !== undefined && choice === undefined) throw this.fault(`"${text}" is unknown`, key);
    return choice;
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    const choice = this.optionalChoice(key, choices);
    if (choice === undefined) throw this.fault('is missing', key);
    return choice;
  }

  texts(key: string): readonly string[] {
    return this.#array(key).map((item) => {
      if (typeof item !== 'string') throw this.fault('holds something that is no text', key);
      return item;
    });
  }

  nodes(key: string): readonly JsonNode[] {
    return this.#array(key).map((item, at) => new JsonNode(item, `${this.#child(key)}[${at}]`, this.#file));
  }

  /** An error about this object or one of its keys. */
  fault(what: string, key?: string): ConfigurationError {
    const place = key === undefined ? this.#path || 'the document' : this.#child(key);
    return new ConfigurationError(`The dictionary is damaged: ${place} ${what}.`, {
      ...(this.#file === undefined ? {} : { where: this.#file }),
      advice: 'Make it anew with `reso-certify generate`.',
    });
  }

  #get(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? Reflect.get(this.#value, key) : undefined;
  }

  #array(key: string): readonly unknown[] {
    const value: unknown = this.#get(key);
    if (!Array.isArray(value)) throw this.fault('is no list', key);
    return value;
  }

  #child(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}
