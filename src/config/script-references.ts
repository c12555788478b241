import { didYouMean } from '../core/nearest-name.js';
import { type Inserted, replaceEnvReferences } from './env-references.js';
import type { Environment } from './environment.js';
import type { SourceText } from './source-element.js';
import { errorAt, placeOf } from './source-error.js';

/** What a RESOScript can refer to. */
export interface ScriptNames {
  readonly file: string;
  readonly environment: Environment;
  /** The settings that there are, each to be read when it is referred to. */
  readonly settings: ReadonlyMap<string, () => string>;
  readonly parameters: ReadonlyMap<string, SourceText>;
}

const REFERENCE = /\*(ClientSettings|Parameter)_([^*]*)(\*?)/g;
/** Comparing a longer one with many others would take minutes. */
const LONGEST_NAME = 200;
const LONGEST_CHAIN = 100;
const LONGEST_VALUE = 64 * 1024;
/** All values of a script together. */
const LONGEST_SCRIPT = 4 * 1024 * 1024;

/**
 * Replaces `*ClientSettings_X*` and `*Parameter_X*`, in what is inserted as well, until none is left. Each parameter is
 * resolved once, and the length of values is bounded, so that no script can make more than a few megabytes of itself.
 */
export class ScriptReferences {
  readonly #names: ScriptNames;
  readonly #resolved = new Map<string, string>();
  readonly #inserted: Inserted[] = [];
  /** The references that are being resolved, outermost first. */
  readonly #chain: string[] = [];
  #room = LONGEST_SCRIPT;

  constructor(names: ScriptNames) {
    this.#names = names;
  }

  /** What came from the environment so far. */
  get inserted(): readonly Inserted[] {
    return this.#inserted;
  }

  /**
   * A text of the script without references.
   *
   * @throws ConfigurationError with file and line for a reference that is unknown, has no end or leads back to itself,
   *   and for a text that grows too long
   */
  resolve({ text, line }: SourceText): string {
    const { file, environment } = this.#names;
    const { text: own, inserted } = replaceEnvReferences(text, environment, placeOf(file, line));
    this.#inserted.push(...inserted);
    return this.#replace(own, line);
  }

  /** The value of a parameter. @throws ConfigurationError as `resolve` does */
  parameter(name: string): string {
    return this.#follow(
      `*Parameter_${name}*`,
      'Parameter',
      name,
      this.#names.parameters.get(name)?.line ?? 1,
    );
  }

  #replace(text: string, line: number): string {
    let length = text.length;
    const replaced = text.replace(REFERENCE, (reference: string, kind: string, name: string, end: string) => {
      if (end === '')
        throw this.#error(line, `A reference that starts with "*${kind}_" has no "*" at its end.`);
      const value = this.#follow(reference, kind, name, line);
      length += value.length - reference.length;
      if (length > LONGEST_VALUE) throw this.#tooLong(line);
      return value;
    });
    this.#room -= replaced.length;
    if (replaced.length > LONGEST_VALUE || this.#room < 0) throw this.#tooLong(line);
    return replaced;
  }

  #follow(reference: string, kind: string, name: string, line: number): string {
    const known = this.#resolved.get(reference);
    if (known !== undefined) return known;
    this.#enter(reference, line);
    const value =
      kind === 'Parameter'
        ? this.#parameterValue(reference, name, line)
        : this.#settingValue(reference, name, line);
    this.#chain.pop();
    this.#resolved.set(reference, value);
    return value;
  }

  #enter(reference: string, line: number): void {
    const start = this.#chain.indexOf(reference);
    this.#chain.push(reference);
    if (start >= 0) {
      const circle = this.#chain.slice(start).join(' → ');
      throw this.#error(
        line,
        `The reference ${reference} leads back to itself: ${circle}.`,
        'Break the circle.',
      );
    }
    if (this.#chain.length > LONGEST_CHAIN) {
      throw this.#error(
        line,
        `References lead from one to the next more than ${LONGEST_CHAIN} times.`,
        'Shorten the chain.',
      );
    }
  }

  #parameterValue(reference: string, name: string, line: number): string {
    const { parameters } = this.#names;
    const value = parameters.get(name);
    if (value === undefined) throw this.#unknown(reference, name, [...parameters.keys()], line);
    return this.resolve(value);
  }

  #settingValue(reference: string, name: string, line: number): string {
    const { settings } = this.#names;
    const read = settings.get(name);
    if (read === undefined) throw this.#unknown(reference, name, [...settings.keys()], line);
    return this.#replace(read(), line);
  }

  #unknown(reference: string, name: string, known: readonly string[], line: number): Error {
    const way = this.#chain.length > 1 ? ` (by way of ${this.#chain.slice(0, -1).join(' → ')})` : '';
    const advice = name.length > LONGEST_NAME ? undefined : didYouMean(name, known);
    return this.#error(line, `The reference ${reference}${way} is not known.`, advice);
  }

  #tooLong(line: number): Error {
    return this.#error(
      line,
      'References make this value, or all values together, too long.',
      'Shorten what they stand for.',
    );
  }

  #error(line: number, what: string, advice?: string): Error {
    return errorAt(this.#names.file, line, what, advice);
  }
}
