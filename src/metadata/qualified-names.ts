import { RESERVED_NAMES } from './names.js';
import type { TypeReference } from './type-reference.js';

/** A schema, or one that is included. */
interface Declared {
  readonly namespace: string;
  readonly alias?: string;
}

/** Replaces aliases by the namespaces that they stand for (OData CSDL XML 4.01, sections 4.2 and 5.2). */
export class QualifiedNames {
  readonly #namespaceOfAlias = new Map<string, string>();
  /** Few names are written again and again. */
  readonly #references = new Map<string, TypeReference>();

  /**
   * Of two that claim the same alias, the first declared has it; a namespace or a reserved name is never taken for an
   * alias.
   */
  constructor(declared: readonly Declared[]) {
    const namespaces = new Set(declared.map(({ namespace }) => namespace));
    for (const { alias, namespace } of declared) {
      if (alias === undefined || namespaces.has(alias) || RESERVED_NAMES.has(alias)) continue;
      if (this.#namespaceOfAlias.has(alias)) continue;
      this.#namespaceOfAlias.set(alias, namespace);
    }
  }

  /** The name with its alias replaced; as written when it has none. */
  qualify(name: string): string {
    if (this.#namespaceOfAlias.size === 0) return name;
    const dot = name.lastIndexOf('.');
    const namespace = this.#namespaceOfAlias.get(name.slice(0, Math.max(0, dot)));
    return namespace === undefined ? name : `${namespace}${name.slice(dot)}`;
  }

  /** The target of annotations: a path whose first segment is a qualified name, perhaps with types in parentheses. */
  qualifyPath(path: string): string {
    const end = path.search(/[/(]/);
    return end < 0 ? this.qualify(path) : `${this.qualify(path.slice(0, end))}${path.slice(end)}`;
  }

  /** What a `Type` attribute names; an absent one gives a reference without name, which resolves to nothing. */
  reference(text = ''): TypeReference {
    const known = this.#references.get(text);
    if (known !== undefined) return known;
    const reference = this.#read(text);
    this.#references.set(text, reference);
    return reference;
  }

  #read(text: string): TypeReference {
    const isCollection = text.startsWith('Collection(') && text.endsWith(')');
    const name = isCollection ? text.slice('Collection('.length, -1) : text;
    return Object.freeze({ text, name: this.qualify(name), isCollection });
  }
}
