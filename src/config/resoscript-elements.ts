import { attributesOf, checkEmpty, checkTextOnly, childrenOf } from './element-checks.js';
import { PARAMETER_ATTRIBUTES, REQUEST_ATTRIBUTES, SECTIONS, SETTING, SETTINGS } from './resoscript-names.js';
import type { SourceElement, SourceText } from './source-element.js';
import { errorAt } from './source-error.js';
import { readXmlSource } from './xml-source.js';

/** A request with a Url, its references not yet replaced. */
export interface RawRequest {
  readonly requestId: string;
  readonly outputFile?: string;
  readonly url: SourceText;
  readonly line: number;
}

/** A RESOScript whose elements are all known, nothing replaced in it. */
export interface RawScript {
  /** The settings that are there, blank or not; the types of authentication stand apart. */
  readonly settings: ReadonlyMap<string, SourceText>;
  readonly authenticationTypes: readonly SourceText[];
  /** Where a missing setting would have stood. */
  readonly settingsLine: number;
  readonly parameters: ReadonlyMap<string, SourceText>;
  readonly requests: readonly RawRequest[];
}

/**
 * Reads the elements of a RESOScript. Sections may be repeated and come in any order.
 *
 * @throws ConfigurationError with file and line for unknown elements and attributes, with the nearest known name, for
 *   text out of place, and for a setting, parameter or request that stands there twice
 */
export function readResoScriptElements(text: string, file: string): RawScript {
  return new ScriptReader(file).read(readXmlSource(text, file));
}

class ScriptReader {
  readonly #file: string;
  readonly #settings = new Map<string, SourceText>();
  readonly #authenticationTypes: SourceText[] = [];
  readonly #parameters = new Map<string, SourceText>();
  readonly #requests = new Map<string, RawRequest>();

  constructor(file: string) {
    this.#file = file;
  }

  read(root: SourceElement): RawScript {
    const { name, line, children } = root;
    if (name !== 'OutputScript') {
      throw errorAt(
        this.#file,
        line,
        `The root element is "${name}", but that of a RESOScript is "OutputScript".`,
      );
    }
    for (const section of childrenOf(root, SECTIONS, this.#file)) this.#section(section);
    const settings = children.find((child) => child.name === 'ClientSettings');
    return {
      settings: this.#settings,
      authenticationTypes: this.#authenticationTypes,
      settingsLine: settings?.line ?? line,
      parameters: this.#parameters,
      requests: [...this.#requests.values()],
    };
  }

  #section(section: SourceElement): void {
    const file = this.#file;
    if (section.name === 'ClientSettings') {
      for (const setting of childrenOf(section, SETTINGS, file)) this.#setting(setting);
    } else if (section.name === 'Parameters') {
      for (const parameter of childrenOf(section, ['Parameter'], file)) this.#parameter(parameter);
    } else if (section.name === 'Requests') {
      for (const request of childrenOf(section, ['Request'], file)) this.#request(request);
    } else {
      checkTextOnly(section, file);
    }
  }

  #setting(element: SourceElement): void {
    checkTextOnly(element, this.#file);
    const { name, line, content } = element;
    const before = this.#settings.get(name);
    const isBlank = content.text.trim() === '';
    if (name === SETTING.authenticationType) {
      if (!isBlank) this.#authenticationTypes.push(content);
    } else if (before === undefined || before.text.trim() === '') {
      this.#settings.set(name, content);
    } else if (!isBlank) {
      throw this.#repeated(line, name, before);
    }
  }

  #parameter(element: SourceElement): void {
    const { line } = element;
    checkEmpty(element, this.#file);
    const attributes = attributesOf(element, PARAMETER_ATTRIBUTES, this.#file);
    const name = attributes.get('Name')?.text.trim() ?? '';
    const value = attributes.get('Value');
    if (name === '') throw errorAt(this.#file, line, 'The Parameter has no Name.');
    if (value === undefined) throw errorAt(this.#file, line, `The Parameter "${name}" has no Value.`);
    const before = this.#parameters.get(name);
    if (before !== undefined) throw this.#repeated(line, `The Parameter "${name}"`, before);
    this.#parameters.set(name, value);
  }

  #request(element: SourceElement): void {
    const { line } = element;
    checkEmpty(element, this.#file);
    const attributes = attributesOf(element, REQUEST_ATTRIBUTES, this.#file);
    const requestId = attributes.get('RequestId')?.text.trim() ?? '';
    const outputFile = attributes.get('OutputFile')?.text.trim() ?? '';
    const url = attributes.get('Url');
    if (url === undefined) {
      throw errorAt(
        this.#file,
        line,
        'The Request has no Url.',
        'Give one; a blank Url leaves the Request out.',
      );
    }
    if (url.text.trim() === '') return;
    if (requestId === '') throw errorAt(this.#file, line, 'The Request has no RequestId.');
    const before = this.#requests.get(requestId);
    if (before !== undefined) throw this.#repeated(line, `The Request "${requestId}"`, before);
    this.#requests.set(requestId, { requestId, ...(outputFile === '' ? {} : { outputFile }), url, line });
  }

  #repeated(line: number, what: string, before: { readonly line: number }): Error {
    const message = `${what} stands here a second time; the first is on line ${before.line}.`;
    return errorAt(this.#file, line, message, 'Keep one.');
  }
}
