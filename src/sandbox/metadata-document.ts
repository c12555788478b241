import type { Dictionary } from '../dictionary/dictionary.js';
import { entityType, NAMESPACE } from './entity-type.js';
import { ENUMS_NAMESPACE, enumTypes } from './enum-types.js';
import { type LookupValues, standardLookupValues } from './lookup-values.js';
import { notationOf } from './notation.js';
import type { Representation } from './representation.js';
import { type ServedResource, servedResources } from './served-resources.js';
import { element } from './xml.js';

export type { Representation } from './representation.js';

export interface DocumentOptions {
  /** The standard resources to declare; expansions to others are left out. */
  readonly resources: readonly string[];
  readonly representation: Representation;
  /**
   * The values that the EnumTypes get; by default the standard ones. An enumeration without values is a string with
   * an annotation in either representation.
   */
  readonly values?: LookupValues;
}

/**
 * An EDMX document (OData CSDL XML 4.0) that declares standard resources exactly as the dictionary has them, with an
 * entity container whose sets bind the navigation properties among them.
 */
export function metadataDocument(dictionary: Dictionary, options: DocumentOptions): string {
  const { representation, values = standardLookupValues(dictionary) } = options;
  const resources = servedResources(dictionary, options.resources);
  const notation = notationOf(resources, representation, values);
  const types = resources.map((resource) => entityType(resource, notation));
  const schemas = [schema(NAMESPACE, [...types, container(resources)])];
  const enums = representation === 'lookup' ? [] : enumTypes(resources, notation);
  if (enums.length > 0) schemas.push(schema(ENUMS_NAMESPACE, enums));
  const root = element(
    'edmx:Edmx',
    { Version: '4.0', 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx' },
    [element('edmx:DataServices', {}, schemas)],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function schema(namespace: string, content: readonly string[]): string {
  return element(
    'Schema',
    { Namespace: namespace, xmlns: 'http://docs.oasis-open.org/odata/ns/edm' },
    content,
  );
}

function container(resources: readonly ServedResource[]): string {
  return element('EntityContainer', { Name: 'Default' }, resources.map(entitySet));
}

function entitySet({ name, expansions }: ServedResource): string {
  const bindings = expansions.map((expansion) =>
    element('NavigationPropertyBinding', { Path: expansion.name, Target: expansion.target }),
  );
  return element('EntitySet', { Name: name, EntityType: `${NAMESPACE}.${name}` }, bindings);
}
