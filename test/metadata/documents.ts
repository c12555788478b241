import type { Profile } from '../../src/core/severity.js';
import { buildModel } from '../../src/metadata/build-model.js';
import { type MetadataDocument, type ReadOptions, readMetadata } from '../../src/metadata/check-document.js';
import type { MetadataModel, StructuredType } from '../../src/metadata/model.js';
import type { XmlElement } from '../../src/metadata/xml-element.js';
import { readXml } from '../../src/metadata/xml-reader.js';

export const EDMX = 'http://docs.oasis-open.org/odata/ns/edmx';
export const EDM = 'http://docs.oasis-open.org/odata/ns/edm';

/**
 * A document around the content of one Schema (line 3), its namespace `ns` with the alias `self`. It gets an entity
 * container behind the content unless that has one.
 */
export function documentOf(content: string, references = '', version = '4.0'): string {
  const behind = content.includes('<EntityContainer') ? '' : container();
  return `<edmx:Edmx xmlns:edmx="${EDMX}" Version="${version}">${references}<edmx:DataServices>
<Schema xmlns="${EDM}" Namespace="ns" Alias="self">
${content}
${behind}</Schema></edmx:DataServices></edmx:Edmx>`;
}

/** An entity container with an import in it, since none may be empty, and what it imports. */
export function container(name = 'Default', namespace = 'ns'): string {
  return `<Action Name="Nothing"/><EntityContainer Name="${name}"><ActionImport Name="Nothing" Action="${namespace}.Nothing"/></EntityContainer>`;
}

/** A document with several Schemas, written out. */
export function documentWith(schemas: string, references = ''): string {
  return `<edmx:Edmx xmlns:edmx="${EDMX}" xmlns="${EDM}" Version="4.0">${references}<edmx:DataServices>${schemas}</edmx:DataServices></edmx:Edmx>`;
}

/** A reference that includes a namespace. */
export function including(namespace: string, alias: string): string {
  return `<edmx:Reference Uri="https://example.org/x.xml"><edmx:Include Namespace="${namespace}" Alias="${alias}"/></edmx:Reference>`;
}

/** The root of a document that must be well-formed. */
export function rootOf(text: string): XmlElement {
  const { root, fault } = readXml(text);
  if (root === undefined) throw new Error(`${fault.line}:${fault.column} ${fault.message}`);
  return root;
}

export function modelOf(text: string): MetadataModel {
  return buildModel(rootOf(text));
}

/** The structured type of that qualified name. */
export function structuredType(model: MetadataModel, name: string): StructuredType {
  const type = model.types.get(name);
  if (type?.kind !== 'EntityType' && type?.kind !== 'ComplexType')
    throw new Error(`no structured type ${name}`);
  return type;
}

export function check(
  content: string | Uint8Array,
  options: ReadOptions = {},
  profile: Profile = 'certification',
): MetadataDocument {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readMetadata(bytes, 'metadata.xml', { profile, version: '2.0', strict: true }, options);
}

/** The findings of a document as `line:column rule message`. */
export function told(content: string | Uint8Array): readonly string[] {
  return check(content).findings.map(
    ({ rule, message, location }) => `${location?.line}:${location?.column} ${rule} ${message}`,
  );
}
