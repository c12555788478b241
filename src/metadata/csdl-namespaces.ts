import type { XmlElement } from './xml-element.js';

/** The namespace of `Edmx`, `DataServices`, `Reference` and `Include` (OData CSDL XML 4.01, section 2.1). */
export const EDMX_NAMESPACE = 'http://docs.oasis-open.org/odata/ns/edmx';

/** The namespace of `Schema` and all that is in it (OData CSDL XML 4.01, section 2.2). */
export const EDM_NAMESPACE = 'http://docs.oasis-open.org/odata/ns/edm';

/** The children with a local name in the namespace `edm`. */
export function edmChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenIn(EDM_NAMESPACE, element, name);
}

/** The children with a local name in the namespace `edmx`. */
export function edmxChildren(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenIn(EDMX_NAMESPACE, element, name);
}

function childrenIn(namespace: string, element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}
