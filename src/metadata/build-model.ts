import { EDM_NAMESPACE, edmChildren, edmxChildren } from './csdl-namespaces.js';
import type { AnnotationGroup, EntityContainer, Include, MetadataModel, Schema } from './model.js';
import { QualifiedNames } from './qualified-names.js';
import { Annotations } from './read-annotations.js';
import { extendContainers, readContainer } from './read-containers.js';
import type { DocumentContext } from './read-members.js';
import { readOperation } from './read-operations.js';
import { readTerm } from './read-terms.js';
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
    types: byQualifiedName(declarations(schemaElements, readType, context)),
    entityContainers: containersOf(schemaElements, context),
    operations: Object.freeze(declarations(schemaElements, readOperation, context)),
    terms: byQualifiedName(declarations(schemaElements, readTerm, context)),
    annotationGroups: annotationGroupsOf(schemaElements, names),
    names,
  });
}

/** The `Schema` elements of a document in the right namespaces, those without a `Namespace` included. */
export function schemaElementsOf(root: XmlElement): readonly XmlElement[] {
  return edmxChildren(root, 'DataServices').flatMap((services) => edmChildren(services, 'Schema'));
}

type ReadDeclaration<T> = (element: XmlElement, namespace: string, context: DocumentContext) => T | undefined;

/** What the children of the schemas declare, as far as `read` knows them, in document order. */
function declarations<T>(
  schemas: readonly XmlElement[],
  read: ReadDeclaration<T>,
  context: DocumentContext,
): readonly T[] {
  const found: T[] = [];
  for (const element of schemas) {
    const namespace = namespaceOf(element) ?? '';
    for (const child of element.children) {
      const declared = child.namespace === EDM_NAMESPACE ? read(child, namespace, context) : undefined;
      if (declared !== undefined) found.push(declared);
    }
  }
  return found;
}

/** Of two with the same name the first counts. */
function byQualifiedName<T extends { readonly qualifiedName: string }>(
  declared: readonly T[],
): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const one of declared) {
    if (!byName.has(one.qualifiedName)) byName.set(one.qualifiedName, one);
  }
  return byName;
}

function annotationGroupsOf(
  schemas: readonly XmlElement[],
  names: QualifiedNames,
): readonly AnnotationGroup[] {
  const groups = schemas.flatMap((schema) => edmChildren(schema, 'Annotations'));
  return Object.freeze(
    groups.flatMap((element) => {
      const target = attributeOf(element, 'Target');
      if (target === undefined) return [];
      return [Object.freeze({ target, path: names.qualifyPath(target), ...positionOf(element) })];
    }),
  );
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
