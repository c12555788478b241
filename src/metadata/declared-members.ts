import type { MetadataModel, NavigationProperty, Property, StructuredType } from './model.js';

/** A member of a structured type: a property or a navigation property. */
export type DeclaredMember =
  | { readonly kind: 'property'; readonly member: Property; readonly declaredIn: StructuredType }
  | { readonly kind: 'navigation'; readonly member: NavigationProperty; readonly declaredIn: StructuredType };

/** What is known of a type from the chain of its bases. Types that are derived from themselves have none. */
interface Chain {
  /** The numbers of the types that it is a base of, itself included, in depth-first order. */
  readonly first: number;
  last: number;
  /** The last base that the document declares; the type itself when it has none. */
  readonly root: StructuredType;
  /** The nearest that declares a key, itself included. */
  readonly keyed: StructuredType | undefined;
  /** The nearest base that declares members. */
  readonly populated: StructuredType | undefined;
}

/**
 * The structured types of a document as a forest of inheritance, and their members by name. Built once. A hostile chain
 * may have thousands of types: what is asked of each of them takes no walk along it.
 */
export class DeclaredMembers {
  readonly #model: MetadataModel;
  readonly #own = new Map<StructuredType, ReadonlyMap<string, DeclaredMember>>();
  readonly #all = new Map<StructuredType, ReadonlyMap<string, DeclaredMember>>();
  readonly #chains = new Map<StructuredType, Chain>();

  constructor(model: MetadataModel) {
    this.#model = model;
    this.#numberTypes();
  }

  /** The type that a type is derived from; nothing without a base type, or with one that is no structured type here. */
  baseOf(type: StructuredType): StructuredType | undefined {
    const base = type.baseType === undefined ? undefined : this.#model.types.get(type.baseType);
    return base?.kind === type.kind ? base : undefined;
  }

  /** The type itself and its base types, nearest first. The chain ends where a type comes again. */
  *lineage(type: StructuredType): Generator<StructuredType> {
    const seen = new Set<StructuredType>();
    for (let part: StructuredType | undefined = type; part !== undefined; part = this.baseOf(part)) {
      if (seen.has(part)) return;
      seen.add(part);
      yield part;
    }
  }

  /**
   * True when the whole chain of base types is declared in the document, so that a member it lacks does not exist.
   * False for types that are derived from themselves.
   */
  isWhole(type: StructuredType): boolean {
    const chain = this.#chains.get(type);
    return chain !== undefined && chain.root.baseType === undefined;
  }

  /** The base type that ends a chain which is not whole: the document does not declare it. Nothing in a circle. */
  undeclaredBaseOf(type: StructuredType): string | undefined {
    return this.#chains.get(type)?.root.baseType;
  }

  /** The nearest type that declares a key, the type itself included. */
  keyedPartOf(type: StructuredType): StructuredType | undefined {
    return this.#chains.get(type)?.keyed;
  }

  /** The member of that name, own or inherited; the nearest declaration of it. */
  find(type: StructuredType, name: string): DeclaredMember | undefined {
    return this.#allOf(type).get(name);
  }

  /** The members that a type itself declares. */
  own(type: StructuredType): ReadonlyMap<string, DeclaredMember> {
    const known = this.#own.get(type) ?? membersOf(type);
    this.#own.set(type, known);
    return known;
  }

  /** True when the first type is the second one or derived from it. Types in a cycle are derived from nothing. */
  isDerived(type: StructuredType, base: StructuredType): boolean {
    if (type === base) return true;
    const inner = this.#chains.get(type);
    const outer = this.#chains.get(base);
    if (inner === undefined || outer === undefined) return false;
    return outer.first <= inner.first && inner.first <= outer.last;
  }

  /** True for a type that is derived from another one, or that another one is derived from. */
  isRelated(type: StructuredType): boolean {
    const chain = this.#chains.get(type);
    return type.baseType !== undefined || (chain !== undefined && chain.last > chain.first);
  }

  /** The structured types in depth-first order of inheritance: bases before what is derived from them. */
  get inOrder(): readonly StructuredType[] {
    return [...this.#chains.keys()];
  }

  /** All members of a type; the own ones of a type in a circle. Their number is bounded: see `inheritedSizeFault`. */
  #allOf(type: StructuredType): ReadonlyMap<string, DeclaredMember> {
    const known = this.#all.get(type);
    if (known !== undefined) return known;
    const populated = this.#chains.get(type)?.populated;
    const all = populated === undefined ? this.own(type) : this.#joined(type, populated);
    this.#all.set(type, all);
    return all;
  }

  #joined(type: StructuredType, base: StructuredType): ReadonlyMap<string, DeclaredMember> {
    const own = this.own(type);
    const all = new Map(own);
    for (let part: StructuredType | undefined = base; part !== undefined; ) {
      for (const [name, member] of this.own(part)) {
        if (!all.has(name)) all.set(name, member);
      }
      part = this.#chains.get(part)?.populated;
    }
    return all;
  }

  #numberTypes(): void {
    const derived = new Map<StructuredType, StructuredType[]>();
    const roots: StructuredType[] = [];
    for (const type of this.#model.types.values()) {
      if (type.kind !== 'EntityType' && type.kind !== 'ComplexType') continue;
      const base = this.baseOf(type);
      const siblings = base === undefined ? roots : (derived.get(base) ?? []);
      if (base !== undefined) derived.set(base, siblings);
      siblings.push(type);
    }
    for (const root of roots) this.#numberTree(root, derived);
  }

  /** Depth first, without recursion: a hostile chain of types may be long. */
  #numberTree(root: StructuredType, derived: ReadonlyMap<StructuredType, readonly StructuredType[]>): void {
    const open: { type: StructuredType; next: number }[] = [];
    const enter = (type: StructuredType) => {
      this.#chains.set(type, this.#chainOf(type, root));
      open.push({ type, next: 0 });
    };
    enter(root);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const child = derived.get(top.type)?.[top.next];
      top.next += 1;
      if (child !== undefined) {
        enter(child);
        continue;
      }
      const chain = this.#chains.get(top.type);
      if (chain !== undefined) chain.last = this.#chains.size - 1;
      open.pop();
    }
  }

  /** The chain of a type whose base has one already. */
  #chainOf(type: StructuredType, root: StructuredType): Chain {
    const base = this.baseOf(type);
    const above = base === undefined ? undefined : this.#chains.get(base);
    const number = this.#chains.size;
    return {
      first: number,
      last: number,
      root,
      keyed: type.keyPosition === undefined ? above?.keyed : type,
      populated: base !== undefined && hasMembers(base) ? base : above?.populated,
    };
  }
}

function hasMembers({ properties, navigationProperties }: StructuredType): boolean {
  return properties.length > 0 || navigationProperties.length > 0;
}

function membersOf(type: StructuredType): ReadonlyMap<string, DeclaredMember> {
  const members = new Map<string, DeclaredMember>();
  for (const member of type.properties) {
    members.set(member.name, { kind: 'property', member, declaredIn: type });
  }
  for (const member of type.navigationProperties) {
    if (!members.has(member.name)) {
      members.set(member.name, { kind: 'navigation', member, declaredIn: type });
    }
  }
  return members;
}
