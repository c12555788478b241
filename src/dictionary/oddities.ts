import type { Dictionary, DictionaryElement } from './dictionary.js';

/**
 * What contradicts itself in a dictionary though each of its rows can be read, one sentence each: a closed lookup
 * without values, an enumeration without a lookup name, an expansion to a resource that is not there, and a lookup
 * whose values no field uses.
 */
export function oddities(dictionary: Dictionary): readonly string[] {
  const lookups = new Set(dictionary.lookups.map(({ name }) => name));
  const resources = new Set(dictionary.resources.map(({ name }) => name));
  const elements = dictionary.resources.flatMap(({ name, elements }) =>
    elements.map((element) => ({ path: `${name}.${element.name}`, element })),
  );
  const used = new Set(
    elements.map(({ element }) => (element.kind === 'field' ? element.lookup : undefined)),
  );
  return [
    ...elements.flatMap(({ path, element }) => ofElement(path, element, lookups, resources)),
    ...[...lookups].filter((name) => !used.has(name)).map((name) => `No field uses the lookup "${name}".`),
  ];
}

function ofElement(
  path: string,
  element: DictionaryElement,
  lookups: ReadonlySet<string>,
  resources: ReadonlySet<string>,
): readonly string[] {
  if (element.kind === 'expansion') {
    return resources.has(element.target)
      ? []
      : [`${path} leads to "${element.target}", which is no resource here.`];
  }
  if (element.lookupStatus === undefined) return [];
  if (element.lookup === undefined) return [`${path} is an enumeration without a LookupName.`];
  const isEmpty = element.lookupStatus === 'closed' && !lookups.has(element.lookup);
  return isEmpty
    ? [`${path} is closed, but its lookup "${element.lookup}" has no values: only its type will be checked.`]
    : [];
}
