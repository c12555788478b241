import type { Dictionary, DictionaryElement, DictionaryLookup, DictionaryResource } from './dictionary.js';

type Elements = ReadonlyMap<string, DictionaryElement>;
type Synonyms = ReadonlyMap<string, readonly DictionaryElement[]>;

const NO_VALUES: ReadonlySet<string> = new Set();
const NO_SYNONYMS: Synonyms = new Map();

/** A dictionary, queried by name. Built once; names are compared to the byte. */
export class DictionaryIndex {
  readonly dictionary: Dictionary;
  readonly #resources: ReadonlyMap<string, DictionaryResource>;
  readonly #elements: ReadonlyMap<string, Elements>;
  readonly #synonyms: ReadonlyMap<string, Synonyms>;
  readonly #lookups: ReadonlyMap<string, DictionaryLookup>;
  readonly #values: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(dictionary: Dictionary) {
    const { resources, lookups } = dictionary;
    this.dictionary = dictionary;
    this.#resources = new Map(resources.map((resource) => [resource.name, resource]));
    this.#elements = new Map(resources.map((resource) => [resource.name, elementsOf(resource)]));
    this.#synonyms = new Map(resources.map((resource) => [resource.name, synonymsOf(resource)]));
    this.#lookups = new Map(lookups.map((lookup) => [lookup.name, lookup]));
    this.#values = new Map(lookups.map((lookup) => [lookup.name, valuesOf(lookup)]));
  }

  /** In the sheet's order. */
  get resourceNames(): readonly string[] {
    return [...this.#resources.keys()];
  }

  resource(name: string): DictionaryResource | undefined {
    return this.#resources.get(name);
  }

  /** The field or expansion of a resource. */
  element(resource: string, name: string): DictionaryElement | undefined {
    return this.#elements.get(resource)?.get(name);
  }

  lookup(name: string): DictionaryLookup | undefined {
    return this.#lookups.get(name);
  }

  /** All standard values of a lookup, under both of their names. Empty for a lookup without values. */
  standardValues(lookup: string): ReadonlySet<string> {
    return this.#values.get(lookup) ?? NO_VALUES;
  }

  /**
   * The listed synonyms of a resource's elements, each with the elements that it stands for, in the sheet's order.
   * A synonym that is itself a standard name of that resource is not among them.
   */
  synonyms(resource: string): ReadonlyMap<string, readonly DictionaryElement[]> {
    return this.#synonyms.get(resource) ?? NO_SYNONYMS;
  }
}

function elementsOf(resource: DictionaryResource): Elements {
  return new Map(resource.elements.map((element) => [element.name, element]));
}

function synonymsOf(resource: DictionaryResource): Synonyms {
  const standard = elementsOf(resource);
  const synonyms = new Map<string, DictionaryElement[]>();
  for (const element of resource.elements) {
    for (const synonym of element.synonyms) {
      if (standard.has(synonym)) continue;
      synonyms.set(synonym, [...(synonyms.get(synonym) ?? []), element]);
    }
  }
  return synonyms;
}

function valuesOf(lookup: DictionaryLookup): ReadonlySet<string> {
  return new Set(lookup.values.flatMap((value) => [value.standardValue, value.legacyODataValue]));
}
