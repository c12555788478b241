import { EDM_NAMESPACE } from './csdl-namespaces.js';
import type { DeclaredMembers } from './declared-members.js';
import type { Position, StructuredType } from './model.js';
import { isNamespace, isSimpleIdentifier } from './names.js';
import { LANGUAGE } from './structure/language.js';
import { attributeOf, type XmlElement } from './xml-element.js';

/**
 * What a document declares without a name, or under one that is none. That is a fault of structure; whatever names
 * something that is not found beside it may mean it, and is no fault of its own. Looked for when first asked.
 */
export class Unnamed {
  readonly #root: XmlElement;
  readonly #chains = new Map<StructuredType, boolean>();
  #found: Found | undefined;

  constructor(root: XmlElement) {
    this.#root = root;
  }

  /** True when an element, of that position, has a child whose name is not known. */
  isIn({ line, column }: Position): boolean {
    return this.#all.parents.has(`${line}:${column}`);
  }

  /** True when a type, or one that it is derived from, has a member whose name is not known. */
  isInChain(type: StructuredType, members: DeclaredMembers): boolean {
    const walked: StructuredType[] = [];
    let known: boolean | undefined;
    for (const part of members.lineage(type)) {
      known = this.#chains.get(part) ?? (this.isIn(part) ? true : undefined);
      walked.push(part);
      if (known !== undefined) break;
    }
    for (const part of walked) this.#chains.set(part, known ?? false);
    return known ?? false;
  }

  /** True when a declaration of that qualified name, alias replaced, may be one whose name is not known. */
  mayBe(qualifiedName: string): boolean {
    const { namespaces, hasSchema, declared } = this.#all;
    const namespace = qualifiedName.slice(0, Math.max(0, qualifiedName.lastIndexOf('.')));
    return namespaces.has(namespace) || (hasSchema && !declared.has(namespace));
  }

  get #all(): Found {
    this.#found ??= find(this.#root);
    return this.#found;
  }
}

interface Found {
  /** The places of the parents. */
  readonly parents: Set<string>;
  /** The namespaces of schemas that declare something without a name. */
  readonly namespaces: Set<string>;
  /** True when the namespace of a schema or include itself is not known. */
  hasSchema: boolean;
  /** The namespaces that are known. */
  readonly declared: Set<string>;
}

function find(root: XmlElement): Found {
  const found: Found = { parents: new Set(), namespaces: new Set(), hasSchema: false, declared: new Set() };
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    look(element, found);
    for (const child of element.children) open.push(child);
  }
  return found;
}

function look(element: XmlElement, found: Found): void {
  const isUnnamed = element.children.some((child) => !isNamed(child));
  if (isUnnamed) found.parents.add(`${element.line}:${element.column}`);
  if (element.name !== 'Schema' && element.name !== 'Include') return;
  const namespace = attributeOf(element, 'Namespace') ?? '';
  if (!isNamespace(namespace)) found.hasSchema = true;
  else found.declared.add(namespace);
  if (isUnnamed) found.namespaces.add(namespace);
}

/** False for an element of the language that must have a name, and has none of the right form. */
function isNamed(element: XmlElement): boolean {
  const isDemanded =
    element.namespace === EDM_NAMESPACE && LANGUAGE.get(element.name)?.attributes.get('Name')?.isRequired;
  return isDemanded !== true || isSimpleIdentifier(attributeOf(element, 'Name') ?? '');
}
