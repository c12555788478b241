import type { Unjudged } from '../../core/outcome.js';
import type { DictionaryIndex } from '../../dictionary/dictionary-index.js';
import {
  type Declared,
  type DeclaredResource,
  type DeclaredValue,
  type DeclaredValues,
  declaresMember,
} from '../declared.js';
import type { LocalElement } from '../local-element.js';
import type { MappingEntry } from './mapping-entry.js';

/** The local elements that an entry is about, or why it is about none. */
export type FoundElements =
  | { readonly kind: 'elements'; readonly elements: readonly LocalElement[] }
  /** Nothing that the server declares bears the name. */
  | { readonly kind: 'unused'; readonly reason: string }
  /** It bears a name that no decision changes anything about, or that cannot be looked at. */
  | { readonly kind: 'without effect'; readonly reason: string };

/** Finds what the entries of a mappings file are about. Names are compared to the byte, then without blanks around. */
export class ElementFinder {
  readonly #values = new Map<DeclaredValues, ReadonlyMap<string, readonly DeclaredValue[]>>();

  constructor(
    private readonly declared: Declared,
    private readonly dictionary: DictionaryIndex,
  ) {}

  find({ resource, field, value }: Pick<MappingEntry, 'resource' | 'field' | 'value'>): FoundElements {
    if (field === undefined) return this.#resource(resource);
    const { resources } = this.declared;
    const declared = resources.get(resource) ?? resources.get(resource.trim());
    if (declared === undefined) return unused(`the server declares no resource "${resource}"`);
    const name = declaresMember(declared, field) ? field : field.trim();
    if (!declaresMember(declared, name)) return unused(`"${declared.name}" declares no "${field}"`);
    return value === undefined ? this.#member(declared, name) : this.#value(declared.name, name, value);
  }

  #resource(given: string): FoundElements {
    const { offered } = this.declared;
    const local =
      offered.find(({ name }) => name === given) ?? offered.find(({ name }) => name === given.trim());
    if (local === undefined) return unused(`the server declares no resource "${given}"`);
    if (this.dictionary.resource(local.name) !== undefined) return IS_STANDARD;
    return found({ kind: 'resource', resource: local.name, declared: local });
  }

  #member(
    { name: resource, properties, navigationProperties }: DeclaredResource,
    field: string,
  ): FoundElements {
    if (this.dictionary.element(resource, field) !== undefined) return IS_STANDARD;
    if (this.dictionary.synonyms(resource).has(field)) {
      return withoutEffect(`dd/synonym speaks of it, and nothing settles a listed synonym`);
    }
    const property = properties.get(field);
    const navigation = navigationProperties.get(field);
    if (property !== undefined) return found({ kind: 'field', resource, field, declared: property });
    return navigation === undefined
      ? unused(`"${resource}" declares no "${field}"`)
      : found({ kind: 'expansion', resource, field, declared: navigation });
  }

  #value(resource: string, field: string, value: string): FoundElements {
    const place = `${resource}.${field}`;
    const values = this.declared.valuesOf(resource, field);
    if (values.kind !== 'values') return noValues(values);
    const byName = this.#byName(values);
    const named = byName.get(value) ?? byName.get(value.trim());
    if (named !== undefined) return this.#localValues(resource, field, values, named);
    return values.incomplete === undefined
      ? unused(`${values.lookup}, the lookup of ${place}, has no value "${value}"`)
      : withoutEffect(values.incomplete);
  }

  #localValues(
    resource: string,
    field: string,
    values: DeclaredValues,
    named: readonly DeclaredValue[],
  ): FoundElements {
    const element = this.dictionary.element(resource, field);
    const lookup = element?.kind === 'field' ? element.lookup : undefined;
    const standard = lookup === undefined ? NO_NAMES : this.dictionary.standardValues(lookup);
    const local = named.filter(({ standsFor }) => !standard.has(standsFor));
    if (local.length === 0) return IS_STANDARD;
    if (element?.kind === 'field' && element.lookupStatus === 'closed' && standard.size > 0) {
      const rule = values.source === 'EnumType' ? 'dd/closed-enumeration' : 'lookup/closed-enumeration';
      return withoutEffect(`${rule} speaks of it: the lookup is closed`);
    }
    return found(
      ...local.map((declared) => ({ kind: 'lookup' as const, resource, field, declared, values })),
    );
  }

  /** Either name of a value names it. */
  #byName(values: DeclaredValues): ReadonlyMap<string, readonly DeclaredValue[]> {
    const known = this.#values.get(values);
    if (known !== undefined) return known;
    const byName = new Map<string, DeclaredValue[]>();
    for (const value of values.values) {
      for (const name of new Set([value.lookupValue, value.legacyODataValue])) {
        if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), value]);
      }
    }
    this.#values.set(values, byName);
    return byName;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();
const IS_STANDARD = withoutEffect('it is standard: there is nothing to settle');

function noValues(outcome: Unjudged): FoundElements {
  return outcome.kind === 'not applicable'
    ? unused(outcome.reason)
    : withoutEffect(`its lookup cannot be looked at: ${outcome.reason}`);
}

function found(...elements: readonly LocalElement[]): FoundElements {
  return { kind: 'elements', elements };
}

function unused(reason: string): FoundElements {
  return { kind: 'unused', reason };
}

function withoutEffect(reason: string): FoundElements {
  return { kind: 'without effect', reason };
}
