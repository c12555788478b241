import type { Facets } from './model.js';
import type { XmlElement } from './xml-element.js';

const FACETS: ReadonlyMap<string, keyof Facets> = new Map<string, keyof Facets>([
  ['Nullable', 'nullable'],
  ['MaxLength', 'maxLength'],
  ['Precision', 'precision'],
  ['Scale', 'scale'],
  ['Unicode', 'unicode'],
  ['DefaultValue', 'defaultValue'],
  ['SRID', 'srid'],
]);

/** The facets that an element states, as written (OData CSDL XML 4.01, section 7.2). */
export function facetsOf(element: XmlElement): Facets {
  const facets: { -readonly [K in keyof Facets]: Facets[K] } = {};
  for (const { name, namespace, value } of element.attributes) {
    const facet = namespace === '' ? FACETS.get(name) : undefined;
    if (facet !== undefined) facets[facet] = value;
  }
  return Object.freeze(facets);
}
