/** A name as a document writes it. */
export interface PlainName {
  readonly text: string;
  /** Empty when it has none. */
  readonly prefix: string;
  readonly local: string;
  /** True for `xmlns` and what has that prefix. */
  readonly isDeclaration: boolean;
}

const ASCII_NAME = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)$/;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** More names than any language has are no names that come again. */
const MOST_NAMES = 10_000;

/** The names of a document, each of them once, and the namespaces that their prefixes stand for. */
export class PlainNames {
  readonly #names = new Map<string, PlainName>();
  /** For each open element the namespaces by prefix; an element that declares none shares those around it. */
  readonly #scopes: ReadonlyMap<string, string>[] = [
    new Map([
      ['', ''],
      ['xml', XML_NAMESPACE],
    ]),
  ];

  /** The name of a text; nothing for one that is malformed, not of ASCII, or one of too many. */
  of(text: string): PlainName | undefined {
    return this.#names.get(text) ?? this.#create(text);
  }

  /** An element starts. */
  open(): void {
    this.#scopes.push(this.#scope);
  }

  /** The element that started last ends. */
  close(): void {
    this.#scopes.pop();
  }

  /** Declares a namespace for the element that started last. False for a declaration that is not plain. */
  declare({ text, local }: PlainName, namespace: string): boolean {
    const prefix = text === 'xmlns' ? '' : local;
    if (prefix === 'xml' || prefix === 'xmlns' || namespace !== namespace.trim()) return false;
    if (namespace === XML_NAMESPACE || namespace === XMLNS_NAMESPACE) return false;
    if (prefix !== '' && namespace === '') return false;
    this.#scopes[this.#scopes.length - 1] = new Map(this.#scope).set(prefix, namespace);
    return true;
  }

  /** The namespace of an element of that name; nothing for a prefix that is not declared. */
  namespaceOf({ prefix }: PlainName): string | undefined {
    return this.#scope.get(prefix);
  }

  get #scope(): ReadonlyMap<string, string> {
    return this.#scopes.at(-1) ?? new Map();
  }

  #create(text: string): PlainName | undefined {
    const [, prefix = '', local] = ASCII_NAME.exec(text) ?? [];
    if (local === undefined || this.#names.size >= MOST_NAMES) return undefined;
    const isDeclaration = prefix === 'xmlns' || text === 'xmlns';
    const name = { text, prefix, local, isDeclaration };
    this.#names.set(text, name);
    return name;
  }
}
