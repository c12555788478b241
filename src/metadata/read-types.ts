import type { EnumType, SchemaType, StructuredType, TypeDefinition } from './model.js';
import { facetsOf } from './read-facets.js';
import {
  type DocumentContext,
  readKey,
  readMembers,
  readNavigationProperties,
  readProperties,
} from './read-members.js';
import { attributeOf, isTrue, positionOf, type XmlElement } from './xml-element.js';

/** What all named elements of a schema have in common. */
interface Declared {
  readonly name: string;
  readonly namespace: string;
  readonly qualifiedName: string;
}

type Read<T> = (element: XmlElement, declared: Declared, context: DocumentContext) => T;

const READERS: ReadonlyMap<string, Read<SchemaType>> = new Map<string, Read<SchemaType>>([
  ['EntityType', (element, declared, context) => structuredType('EntityType', element, declared, context)],
  ['ComplexType', (element, declared, context) => structuredType('ComplexType', element, declared, context)],
  ['EnumType', enumType],
  ['TypeDefinition', typeDefinition],
]);

/** The type that a child of a schema declares; nothing when it declares none or has no name. */
export function readType(
  element: XmlElement,
  namespace: string,
  context: DocumentContext,
): SchemaType | undefined {
  const name = attributeOf(element, 'Name');
  if (name === undefined) return undefined;
  return READERS.get(element.name)?.(
    element,
    { name, namespace, qualifiedName: `${namespace}.${name}` },
    context,
  );
}

function structuredType(
  kind: StructuredType['kind'],
  element: XmlElement,
  declared: Declared,
  context: DocumentContext,
): StructuredType {
  const { names, annotations } = context;
  const { qualifiedName } = declared;
  const baseType = attributeOf(element, 'BaseType');
  const openType = attributeOf(element, 'OpenType');
  const hasStream = attributeOf(element, 'HasStream');
  return Object.freeze({
    kind,
    ...declared,
    ...(baseType === undefined ? {} : { baseType: names.qualify(baseType) }),
    isAbstract: isTrue(element, 'Abstract'),
    isOpen: openType === 'true',
    ...(openType === undefined ? {} : { openType }),
    ...(hasStream === undefined ? {} : { hasStream }),
    ...readKey(element),
    properties: readProperties(element, qualifiedName, context),
    navigationProperties: readNavigationProperties(element, qualifiedName, context),
    annotations: annotations.of(element, qualifiedName),
    ...positionOf(element),
  });
}

function enumType(element: XmlElement, declared: Declared, context: DocumentContext): EnumType {
  return Object.freeze({
    kind: 'EnumType',
    ...declared,
    underlyingType: context.names.qualify(attributeOf(element, 'UnderlyingType') ?? 'Edm.Int32'),
    isFlags: isTrue(element, 'IsFlags'),
    members: readMembers(element, declared.qualifiedName, context),
    annotations: context.annotations.of(element, declared.qualifiedName),
    ...positionOf(element),
  });
}

function typeDefinition(element: XmlElement, declared: Declared, context: DocumentContext): TypeDefinition {
  return Object.freeze({
    kind: 'TypeDefinition',
    ...declared,
    underlyingType: context.names.qualify(attributeOf(element, 'UnderlyingType') ?? ''),
    facets: facetsOf(element),
    annotations: context.annotations.of(element, declared.qualifiedName),
    ...positionOf(element),
  });
}
