import type { DictionaryResource } from '../dictionary/dictionary.js';

/** The page of a resource is the one that its elements' pages lie under. */
export function resourceUrl({ name, elements }: DictionaryResource): string | undefined {
  for (const element of elements) {
    if (element.url?.endsWith(`/${name}/${element.name}/`) === true) {
      return element.url.slice(0, -`${element.name}/`.length);
    }
  }
  return undefined;
}
