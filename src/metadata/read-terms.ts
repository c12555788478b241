import type { Term } from './model.js';
import { facetsOf } from './read-facets.js';
import type { DocumentContext } from './read-members.js';
import { attributeOf, positionOf, type XmlElement } from './xml-element.js';

/** The term that a child of a schema declares; nothing when it declares none or has no name. */
export function readTerm(
  element: XmlElement,
  namespace: string,
  { names, annotations }: DocumentContext,
): Term | undefined {
  const name = attributeOf(element, 'Name');
  if (element.name !== 'Term' || name === undefined) return undefined;
  const qualifiedName = `${namespace}.${name}`;
  const baseTerm = attributeOf(element, 'BaseTerm');
  return Object.freeze({
    name,
    namespace,
    qualifiedName,
    type: names.reference(attributeOf(element, 'Type') ?? 'Edm.String'),
    facets: facetsOf(element),
    ...(baseTerm === undefined ? {} : { baseTerm: names.qualify(baseTerm) }),
    annotations: annotations.of(element, qualifiedName),
    ...positionOf(element),
  });
}
