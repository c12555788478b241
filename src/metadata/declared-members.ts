import type { MetadataModel, NavigationProperty, Property, StructuredType } from './model.js';

/** A member of a structured type: a property or a navigation property. */
export type DeclaredMember =
  | { readonly kind: 'property'; readonly member: Property; readonly declaredIn: StructuredType }
  | { readonly kind: 'navigation'; readonly member: NavigationProperty; readonly declaredIn: StructuredType };

/** The structured types of a document as a forest of inheritance, and their members by name. Built once. */
export class DeclaredMembers {
  readonly #model: MetadataModel;
  readonly #own = new Map<StructuredType, ReadonlyMap<string, DeclaredMember>>();
  /** The first and last number of the types that a type is a base of, itself included, in depth-first order. */
  readonly #range = new Map<StructuredType, { readonly first: number; last: number }>();

  readonly #whole = new Set<StructuredType>();

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
    return this.#whole.has(type);
  }

  /** The member of that name, own or inherited; the nearest declaration of it. */
  find(type: StructuredType, name: string): DeclaredMember | undefined {
    let part: StructuredType | undefined = type;
    // No chain is longer than there are types, unless it goes in a circle.
    for (let left = this.#model.types.size; part !== undefined && left > 0; left--) {
      const member = this.own(part).get(name);
      if (member !== undefined) return member;
      part = this.baseOf(part);
    }
    return undefined;
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
    const inner = this.#range.get(type);
    const outer = this.#range.get(base);
    if (inner === undefined || outer === undefined) return false;
    return outer.first <= inner.first && inner.first <= outer.last;
  }

  /** True for a type that is derived from another one, or that another one is derived from. */
  isRelated(type: StructuredType): boolean {
    const range = this.#range.get(type);
    return type.baseType !== undefined || (range !== undefined && range.last > range.first);
  }

  /** The structured types in depth-first order of inheritance: bases before what is derived from them. */
  get inOrder(): readonly StructuredType[] {
    return [...this.#range.keys()];
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
      const base = this.baseOf(type);
      if (base === undefined ? type.baseType === undefined : this.#whole.has(base)) this.#whole.add(type);
      this.#range.set(type, { first: this.#range.size, last: this.#range.size });
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
      const range = this.#range.get(top.type);
      if (range !== undefined) range.last = this.#range.size - 1;
      open.pop();
    }
  }
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
