/**
 * The model of a CSDL document: built once from the XML, frozen, then only queried. Names are as declared; type names
 * are qualified, with aliases replaced by their namespaces. Positions are those of the element's start tag.
 */

import type { Position } from '../core/text-position.js';

export type { Position };

/** An annotation with a constant or other expression, inline or by `Annotations Target=`. */
export interface Annotation extends Position {
  /** The term's qualified name, alias replaced: `RESO.OData.Metadata.LookupName`. */
  readonly term: string;
  readonly qualifier?: string;
  /** The value, when the expression is a constant (an attribute or element such as `String`, `Bool`, `Int`). */
  readonly value?: string;
}

interface Element extends Position {
  readonly name: string;
  readonly annotations: readonly Annotation[];
}

/** A type as a property or parameter names it. */
export interface TypeReference {
  /** As written in the document. */
  readonly text: string;
  /** Qualified, alias replaced, without `Collection(…)`. */
  readonly name: string;
  readonly isCollection: boolean;
}

/** The facets of a property or type definition, as written. */
export interface Facets {
  readonly nullable?: string;
  readonly maxLength?: string;
  readonly precision?: string;
  readonly scale?: string;
  readonly unicode?: string;
  readonly defaultValue?: string;
  readonly srid?: string;
}

export interface Property extends Element {
  readonly type: TypeReference;
  readonly facets: Facets;
}

export interface NavigationProperty extends Element {
  readonly type: TypeReference;
  readonly nullable?: string;
  readonly partner?: string;
  readonly containsTarget: boolean;
}

export interface PropertyRef extends Position {
  /** The path to the key property. */
  readonly name: string;
  readonly alias?: string;
}

/** An entity type or a complex type. Properties are its own; {@link MetadataModel} gives the inherited ones. */
export interface StructuredType extends Element {
  readonly kind: 'EntityType' | 'ComplexType';
  readonly namespace: string;
  readonly qualifiedName: string;
  readonly baseType?: string;
  readonly isAbstract: boolean;
  readonly isOpen: boolean;
  readonly key: readonly PropertyRef[];
  readonly properties: readonly Property[];
  readonly navigationProperties: readonly NavigationProperty[];
}

export interface Member extends Element {
  /** As written; absent when the document leaves it out. */
  readonly value?: string;
}

export interface EnumType extends Element {
  readonly kind: 'EnumType';
  readonly namespace: string;
  readonly qualifiedName: string;
  /** `Edm.Int32` when the document leaves it out. */
  readonly underlyingType: string;
  readonly isFlags: boolean;
  readonly members: readonly Member[];
}

export interface TypeDefinition extends Element {
  readonly kind: 'TypeDefinition';
  readonly namespace: string;
  readonly qualifiedName: string;
  readonly underlyingType: string;
  readonly facets: Facets;
}

export type SchemaType = StructuredType | EnumType | TypeDefinition;

export interface NavigationPropertyBinding extends Position {
  readonly path: string;
  readonly target: string;
}

/** An entity set or a singleton of the entity container, inherited ones (`Extends`) included. */
export interface EntitySet extends Element {
  readonly kind: 'EntitySet' | 'Singleton';
  /** Qualified name of its entity type. */
  readonly entityType: string;
  readonly bindings: readonly NavigationPropertyBinding[];
}

export interface EntityContainer extends Element {
  readonly qualifiedName: string;
  readonly extends?: string;
  readonly entitySets: readonly EntitySet[];
}

export interface Schema extends Position {
  readonly namespace: string;
  readonly alias?: string;
}

/** An `edmx:Include` of a referenced document: what it declares cannot be followed offline. */
export interface Include extends Position {
  readonly namespace: string;
  readonly alias?: string;
}

/** A whole document. Maps are keyed by qualified name. */
export interface MetadataModel {
  /** `Version` of the root element, as written. */
  readonly version: string | undefined;
  readonly schemas: readonly Schema[];
  readonly includes: readonly Include[];
  readonly types: ReadonlyMap<string, SchemaType>;
  readonly entityContainers: readonly EntityContainer[];
}
