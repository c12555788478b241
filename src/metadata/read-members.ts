import { EDM_NAMESPACE, edmChildren } from './csdl-namespaces.js';
import type {
  Member,
  NavigationProperty,
  Property,
  PropertyRef,
  ReferentialConstraint,
  StructuredType,
} from './model.js';
import type { QualifiedNames } from './qualified-names.js';
import type { Annotations } from './read-annotations.js';
import { facetsOf } from './read-facets.js';
import { attributeOf, isTrue, positionOf, type XmlElement } from './xml-element.js';

/** What a reader of elements needs of the whole document. */
export interface DocumentContext {
  readonly names: QualifiedNames;
  readonly annotations: Annotations;
}

type ReadMember<T> = (element: XmlElement, name: string, parentName: string, context: DocumentContext) => T;

/** The properties of a type, of which `parentName` is the qualified name. */
export function readProperties(
  type: XmlElement,
  parentName: string,
  context: DocumentContext,
): readonly Property[] {
  return named(type, 'Property', parentName, context, property);
}

/** The navigation properties of a type. */
export function readNavigationProperties(
  type: XmlElement,
  parentName: string,
  context: DocumentContext,
): readonly NavigationProperty[] {
  return named(type, 'NavigationProperty', parentName, context, navigationProperty);
}

/** The members of an enumeration type. */
export function readMembers(
  type: XmlElement,
  parentName: string,
  context: DocumentContext,
): readonly Member[] {
  return named(type, 'Member', parentName, context, member);
}

const NO_KEY = { key: Object.freeze([]) };

/** The references of the first `Key` of an entity type, and where that is. */
export function readKey(type: XmlElement): Pick<StructuredType, 'keyPosition' | 'key'> {
  const [key] = edmChildren(type, 'Key');
  if (key === undefined) return NO_KEY;
  const refs = edmChildren(key, 'PropertyRef').flatMap(propertyRef);
  return { keyPosition: positionOf(key), key: Object.freeze(refs) };
}

/** The named children of one kind; of two with the same name the first counts. */
function named<T>(
  parent: XmlElement,
  kind: string,
  parentName: string,
  context: DocumentContext,
  read: ReadMember<T>,
): readonly T[] {
  const names = new Set<string>();
  const found: T[] = [];
  for (const element of parent.children) {
    if (element.name !== kind || element.namespace !== EDM_NAMESPACE) continue;
    const name = attributeOf(element, 'Name');
    if (name === undefined || names.has(name)) continue;
    names.add(name);
    found.push(read(element, name, parentName, context));
  }
  return Object.freeze(found);
}

function property(element: XmlElement, name: string, parentName: string, context: DocumentContext): Property {
  return Object.freeze({
    name,
    type: context.names.reference(attributeOf(element, 'Type')),
    facets: facetsOf(element),
    annotations: context.annotations.of(element, parentName, name),
    line: element.line,
    column: element.column,
  });
}

function navigationProperty(
  element: XmlElement,
  name: string,
  parentName: string,
  context: DocumentContext,
): NavigationProperty {
  const nullable = attributeOf(element, 'Nullable');
  const partner = attributeOf(element, 'Partner');
  return Object.freeze({
    name,
    type: context.names.reference(attributeOf(element, 'Type')),
    ...(nullable === undefined ? {} : { nullable }),
    ...(partner === undefined ? {} : { partner }),
    containsTarget: isTrue(element, 'ContainsTarget'),
    constraints: constraintsOf(element),
    annotations: context.annotations.of(element, parentName, name),
    ...positionOf(element),
  });
}

const NO_CONSTRAINTS: readonly ReferentialConstraint[] = Object.freeze([]);

function constraintsOf(element: XmlElement): readonly ReferentialConstraint[] {
  if (element.children.length === 0) return NO_CONSTRAINTS;
  return Object.freeze(edmChildren(element, 'ReferentialConstraint').flatMap(constraint));
}

function constraint(element: XmlElement): readonly ReferentialConstraint[] {
  const property = attributeOf(element, 'Property');
  const referencedProperty = attributeOf(element, 'ReferencedProperty');
  if (property === undefined || referencedProperty === undefined) return [];
  return [Object.freeze({ property, referencedProperty, ...positionOf(element) })];
}

function member(element: XmlElement, name: string, parentName: string, context: DocumentContext): Member {
  const value = attributeOf(element, 'Value');
  const annotations = context.annotations.of(element, parentName, name);
  const { line, column } = element;
  return Object.freeze(
    value === undefined ? { name, annotations, line, column } : { name, value, annotations, line, column },
  );
}

function propertyRef(element: XmlElement): readonly PropertyRef[] {
  const name = attributeOf(element, 'Name');
  const alias = attributeOf(element, 'Alias');
  if (name === undefined) return [];
  return [Object.freeze({ name, ...(alias === undefined ? {} : { alias }), ...positionOf(element) })];
}
