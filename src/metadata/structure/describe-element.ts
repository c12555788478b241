import { shorten } from '../../core/shorten.js';
import { EDM_NAMESPACE, EDMX_NAMESPACE } from '../csdl-namespaces.js';
import { quote } from '../quote.js';
import type { XmlElement } from '../xml-element.js';
import { identityOf } from './element-paths.js';

/**
 * The last of some elements in words, each of them the parent of the next: `Property ListPrice`, or
 * `Key of EntityType Property` for one that has no name.
 */
export function describeElement(elements: readonly XmlElement[]): string {
  const element = elements.at(-1);
  if (element === undefined) return 'the document';
  const identity = identityOf(element);
  if (identity !== undefined) return `${nameOf(element)} ${identity}`;
  const holder = elements.findLast((each) => identityOf(each) !== undefined);
  return holder === undefined
    ? nameOf(element)
    : `${nameOf(element)} of ${nameOf(holder)} ${identityOf(holder)}`;
}

/** The name of an element as the standard writes it, with the prefix `edmx` where it is of that namespace. */
export function nameOf({ name, namespace }: { readonly name: string; readonly namespace?: string }): string {
  return namespace === EDMX_NAMESPACE ? `edmx:${shorten(name)}` : shorten(name);
}

/** A namespace in words. */
export function describeNamespace(namespace: string): string {
  if (namespace === '') return 'no namespace';
  if (namespace === EDM_NAMESPACE) return 'the namespace of edm';
  return namespace === EDMX_NAMESPACE ? 'the namespace of edmx' : `the namespace ${quote(namespace)}`;
}

/** Names in a sentence: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
