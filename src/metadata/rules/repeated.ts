import { attributeOf, type XmlElement } from '../xml-element.js';

/** An element whose name another one has already. */
export interface Repeated {
  readonly element: XmlElement;
  readonly name: string;
  readonly first: XmlElement;
  /** Which one of that name it is: 2 for the second. */
  readonly number: number;
}

/** The elements whose attribute has a value that an earlier one has; those without the attribute are passed over. */
export function* repeated(elements: Iterable<XmlElement>, attribute = 'Name'): Generator<Repeated> {
  const seen = new Map<string, { readonly first: XmlElement; count: number }>();
  for (const element of elements) {
    const name = attributeOf(element, attribute);
    if (name === undefined) continue;
    const before = seen.get(name);
    if (before === undefined) {
      seen.set(name, { first: element, count: 1 });
      continue;
    }
    before.count += 1;
    yield { element, name, first: before.first, number: before.count };
  }
}
