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

const BUILT_IN: readonly (readonly [string, string])[] = [
  ['', ''],
  ['xml', XML_NAMESPACE],
];

/** More names than any language has are no names that come again. */
const MOST_NAMES = 10_000;

/** The namespaces that an element declares, by prefix, and those that are declared around it. */
interface Scope {
  readonly declared: Map<string, string>;
  readonly around: Scope | undefined;
}

/** The names of a document, each of them once, and the namespaces that their prefixes stand for. */
export class PlainNames {
  readonly #names = new Map<string, PlainName>();
  /** For each open element its scope; an element that declares nothing shares the one around it. */
  readonly #scopes: Scope[] = [{ declared: new Map(BUILT_IN), around: undefined }];

  /** The name of a text; nothing for one that is malformed, not of ASCII, or one of too many. */
  of(text: string): PlainName | undefined {
    return this.#names.get(text) ?? this.#create(text);
  }

  /** An element starts. */
  open(): void {
    const scope = this.#scopes.at(-1);
    if (scope !== undefined) this.#scopes.push(scope);
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
    this.#ownScope().declared.set(prefix, namespace);
    return true;
  }

  /** The namespace of an element of that name; nothing for a prefix that is not declared. */
  namespaceOf({ prefix }: PlainName): string | undefined {
    let scope = this.#scopes.at(-1);
    while (scope !== undefined && !scope.declared.has(prefix)) scope = scope.around;
    return scope?.declared.get(prefix);
  }

  /** The scope of the element that started last, and of no other. */
  #ownScope(): Scope {
    const around = this.#scopes.at(-2);
    const last = this.#scopes.at(-1);
    if (last !== undefined && last !== around) return last;
    const own: Scope = { declared: new Map(), around };
    this.#scopes[this.#scopes.length - 1] = own;
    return own;
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
