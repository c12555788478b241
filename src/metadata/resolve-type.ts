import { ABSTRACT_TYPES, PRIMITIVE_TYPES } from './edm-types.js';
import type { MetadataModel, SchemaType } from './model.js';

/** A type of the built-in namespace `Edm`: a primitive one, or an abstract one that stands for many. */
export interface BuiltInType {
  readonly kind: 'primitive' | 'abstract';
  readonly name: string;
}

/** A type of an included namespace: it is declared in a referenced document, which is not at hand. */
export interface ExternalType {
  readonly kind: 'external';
  readonly name: string;
}

const BUILT_IN: ReadonlyMap<string, BuiltInType> = new Map([
  ...builtIn('primitive', PRIMITIVE_TYPES),
  ...builtIn('abstract', ABSTRACT_TYPES),
]);

function builtIn(
  kind: BuiltInType['kind'],
  names: ReadonlySet<string>,
): readonly (readonly [string, BuiltInType])[] {
  return [...names].map((name) => [name, Object.freeze({ kind, name })]);
}

/**
 * The type of that qualified name (alias replaced, without `Collection(…)`): what the document declares, what `Edm`
 * has built in, or `external` for a namespace that the document includes. `undefined` when nobody declares it.
 */
export function resolveType(
  model: MetadataModel,
  name: string,
): BuiltInType | SchemaType | ExternalType | undefined {
  const known = BUILT_IN.get(name) ?? model.types.get(name);
  if (known !== undefined) return known;
  return isExternal(model, name) ? { kind: 'external', name } : undefined;
}

/** The primitive or other type behind type definitions; the name itself when it is no type definition. */
export function underlyingOf(model: MetadataModel, name: string): string {
  const seen = new Set<string>();
  let current = name;
  for (;;) {
    const type = model.types.get(current);
    if (type?.kind !== 'TypeDefinition' || seen.has(current)) return current;
    seen.add(current);
    current = type.underlyingType;
  }
}

/** True when the name lies in an included namespace that no schema of the document itself declares. */
export function isExternal(model: MetadataModel, name: string): boolean {
  return externalNamespacesOf(model).has(namespaceOf(name));
}

// Every name of a document may ask, and the answer is the same for the whole document.
const known = new WeakMap<MetadataModel, ReadonlySet<string>>();

function externalNamespacesOf(model: MetadataModel): ReadonlySet<string> {
  const found = known.get(model) ?? findExternalNamespaces(model);
  known.set(model, found);
  return found;
}

function findExternalNamespaces({ schemas, includes }: MetadataModel): ReadonlySet<string> {
  const declared = new Set(schemas.map(({ namespace }) => namespace));
  return new Set(includes.map(({ namespace }) => namespace).filter((name) => !declared.has(name)));
}

function namespaceOf(qualifiedName: string): string {
  return qualifiedName.slice(0, Math.max(0, qualifiedName.lastIndexOf('.')));
}
