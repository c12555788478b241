import { EDM_NAMESPACE, edmChildren, edmxChildren } from './csdl-namespaces.js';
import type { EntityContainer, Include, MetadataModel, Schema, SchemaType } from './model.js';
import { QualifiedNames } from './qualified-names.js';
import { Annotations } from './read-annotations.js';
import { extendContainers, readContainer } from './read-containers.js';
import type { DocumentContext } from './read-members.js';
import { readType } from './read-types.js';
import { attributeOf, positionOf, type XmlElement } from './xml-element.js';

/**
 * Builds the frozen model of a CSDL document from its `Edmx` element. Whatever is not in the OASIS namespaces is no
 * part of it. A piece without its name is left out, and of two with the same name the first counts: the rules on
 * structure and unique names speak of those. Throws nothing.
 */
export function buildModel(root: XmlElement): MetadataModel {
  const schemaElements = schemaElementsOf(root).filter((element) => namespaceOf(element) !== undefined);
  const schemas = Object.freeze(schemaElements.map(schema));
  const includes = Object.freeze(edmxChildren(root, 'Reference').flatMap(includesOf));
  const names = new QualifiedNames([...schemas, ...includes]);
  const context = { names, annotations: new Annotations(schemaElements, names) };
  return Object.freeze({
    version: attributeOf(root, 'Version'),
    schemas,
    includes,
    types: typesOf(schemaElements, context),
    entityContainers: containersOf(schemaElements, context),
  });
}

/** The `Schema` elements of a document in the right namespaces, those without a `Namespace` included. */
export function schemaElementsOf(root: XmlElement): readonly XmlElement[] {
  return edmxChildren(root, 'DataServices').flatMap((services) => edmChildren(services, 'Schema'));
}

function typesOf(schemas: readonly XmlElement[], context: DocumentContext): ReadonlyMap<string, SchemaType> {
  const types = new Map<string, SchemaType>();
  for (const element of schemas) {
    for (const child of element.children) {
      const type =
        child.namespace === EDM_NAMESPACE ? readType(child, namespaceOf(element) ?? '', context) : undefined;
      if (type !== undefined && !types.has(type.qualifiedName)) types.set(type.qualifiedName, type);
    }
  }
  return types;
}

function containersOf(schemas: readonly XmlElement[], context: DocumentContext): readonly EntityContainer[] {
  const containers = schemas.flatMap((element) =>
    edmChildren(element, 'EntityContainer').map((child) =>
      readContainer(child, namespaceOf(element) ?? '', context),
    ),
  );
  return extendContainers(containers.filter((container) => container !== undefined));
}

function schema(element: XmlElement): Schema {
  return declaration(element, namespaceOf(element) ?? '');
}

function includesOf(reference: XmlElement): readonly Include[] {
  return edmxChildren(reference, 'Include').flatMap((element) => {
    const namespace = namespaceOf(element);
    return namespace === undefined ? [] : [declaration(element, namespace)];
  });
}

function declaration(element: XmlElement, namespace: string): Schema & Include {
  const alias = attributeOf(element, 'Alias');
  return Object.freeze({ namespace, ...(alias === undefined ? {} : { alias }), ...positionOf(element) });
}

function namespaceOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'Namespace');
}
