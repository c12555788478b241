/**
 * The model of a CSDL document: built once from the XML, frozen, then only queried. Names are as declared; type names
 * are qualified, with aliases replaced by their namespaces. Positions are those of the element's start tag.
 */

import type { Position } from '../core/text-position.js';
import type { QualifiedNames } from './qualified-names.js';
import type { TypeReference } from './type-reference.js';

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

/** A pair of properties that hold the same value on both sides of a navigation. Both are paths. */
export interface ReferentialConstraint extends Position {
  readonly property: string;
  readonly referencedProperty: string;
}

export interface NavigationProperty extends Element {
  readonly type: TypeReference;
  readonly nullable?: string;
  readonly partner?: string;
  readonly containsTarget: boolean;
  readonly constraints: readonly ReferentialConstraint[];
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
  /** `OpenType`, as written. */
  readonly openType?: string;
  /** `HasStream`, as written. */
  readonly hasStream?: string;
  /** Where it declares a key, whatever is in that; absent when it declares none. */
  readonly keyPosition?: Position;
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

/** An action import or a function import of an entity container. */
export interface OperationImport extends Element {
  readonly kind: 'ActionImport' | 'FunctionImport';
  /** Qualified name of the action or function. */
  readonly operation: string;
  /** Where the entities that it returns live: a set of the container, or a path to one. */
  readonly entitySet?: string;
}

export interface EntityContainer extends Element {
  readonly qualifiedName: string;
  readonly extends?: string;
  /** Inherited ones included. */
  readonly entitySets: readonly EntitySet[];
  /** Those that it declares itself. */
  readonly ownSets: readonly EntitySet[];
  /** Those that it declares itself. */
  readonly imports: readonly OperationImport[];
}

/** A parameter of an action or function, or what one returns. */
export interface Parameter extends Element {
  readonly type: TypeReference;
  readonly facets: Facets;
}

/** One overload of an action or a function. */
export interface Operation extends Element {
  readonly kind: 'Action' | 'Function';
  readonly namespace: string;
  readonly qualifiedName: string;
  readonly isBound: boolean;
  readonly entitySetPath?: string;
  /** In document order: of a bound one the first is the binding parameter. */
  readonly parameters: readonly Parameter[];
  readonly returnType?: Parameter;
}

/** A term of a vocabulary. */
export interface Term extends Element {
  readonly namespace: string;
  readonly qualifiedName: string;
  readonly type: TypeReference;
  readonly facets: Facets;
  readonly baseTerm?: string;
}

/** An `Annotations` element: annotations of something else in the document, or of another document. */
export interface AnnotationGroup extends Position {
  /** The path of what is annotated, as written. */
  readonly target: string;
  /** The same with its alias replaced. */
  readonly path: string;
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
  /** All overloads, in document order. */
  readonly operations: readonly Operation[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly annotationGroups: readonly AnnotationGroup[];
  /** Replaces aliases, for paths that are resolved after the model was built. */
  readonly names: QualifiedNames;
}
